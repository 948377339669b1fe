package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Which receipt was written down by mistake, and why.
@Schema(description = "Which receipt was written down by mistake, and why", examples = TakenReceipt.EXAMPLE)
public record TakenReceipt(
        @NotNull @Schema(description = "The entry by which it was received")
        TransferId entryId,

        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Nhầm số tiền")
        String text,

        @Nullable
        @Schema(
                description = "The day that it counts for: not before the receipt; today if absent",
                examples = "2022-12-07",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"entryId": "019aa7b0-1c00-7000-8000-000000000021", "text": "Nhầm số tiền", "date": "2022-12-07"}
            """;
}
