package vn.congdoan.vks.welfare.payfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the bank says of lines.
@Schema(description = "What the bank says of lines", examples = BankResults.EXAMPLE)
public record BankResults(
        @NotEmpty @Size(max = 1000) @Schema(description = "Each line at most once")
        List<@NotNull @Valid Result> results) {

    static final String EXAMPLE = """
            {
              "results": [
                {
                  "reference": "VK7Q2M4C8D1F5K",
                  "outcome": "PAID",
                  "date": "2026-01-26",
                  "amount": 500000,
                  "bankReference": "FT26026123456"
                }
              ]
            }
            """;

    /// What the bank says of one line.
    @Schema(name = "BankResult", description = "What the bank says of one line", examples = Result.EXAMPLE)
    public record Result(
            @NotBlank @Size(max = 20) @Schema(description = "The line's reference", examples = "VK7Q2M4C8D1F5K")
            String reference,

            @NotNull BankOutcome outcome,

            @NotNull
            @Schema(
                    description = "The day on which the bank paid, refused, or gave the money back; not in the future",
                    examples = "2026-01-26")
            LocalDate date,

            @Nullable
            @Schema(
                    description = "What the bank says that it paid, in đồng; must be what the line says",
                    examples = "500000",
                    nullable = true)
            Long amount,

            @Nullable
            @Size(min = 1, max = 100)
            @Schema(description = "The bank's own number of it", examples = "FT26026123456", nullable = true)
            String bankReference,

            @Nullable
            @Size(min = 1, max = 500)
            @Schema(description = "Why, with FAILED and RETURNED", examples = "Sai số tài khoản", nullable = true)
            String reason) {

        static final String EXAMPLE = """
                {
                  "reference": "VK7Q2M4C8D1F5K",
                  "outcome": "FAILED",
                  "date": "2026-01-26",
                  "reason": "Sai số tài khoản"
                }
                """;
    }
}
