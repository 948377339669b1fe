package vn.congdoan.vks.welfare.payfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row of the bank's answer that settles no line.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "UnmatchedBankRow",
        description = "A row of the bank's answer that settles no line",
        examples = UnmatchedView.EXAMPLE)
record UnmatchedView(
        @Schema(description = "The row in the bank's file, from 1", examples = "14")
        int row,

        @Schema(
                description = "Why: no-reference of this file in it; amount-differs from the line's; unreadable;"
                        + " told-twice in the same file; settled-otherwise before; in-the-future",
                examples = "amount-differs")
        String rule,

        @Schema(description = "Which line it speaks of", examples = "VK7Q2M4C8D1F5K", nullable = true) @Nullable
        String reference,

        @Schema(description = "The day that was read", examples = "2026-01-26", nullable = true) @Nullable
        LocalDate date,

        @Schema(description = "The amount that was read, in đồng", examples = "50000", nullable = true) @Nullable
        Long amount,

        @Schema(description = "The bank's own number", examples = "FT26026123456", nullable = true) @Nullable
        String bankReference) {

    static final String EXAMPLE = """
            {
              "row": 14,
              "rule": "amount-differs",
              "reference": "VK7Q2M4C8D1F5K",
              "date": "2026-01-26",
              "amount": 50000,
              "bankReference": "FT26026123456"
            }
            """;
}
