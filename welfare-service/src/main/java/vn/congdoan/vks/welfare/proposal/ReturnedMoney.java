package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why money that was granted came back to the superior.
@Schema(description = "Why money that was granted came back to the superior", examples = ReturnedMoney.EXAMPLE)
public record ReturnedMoney(
        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description = "The day on which it came back: not before the payment; today if absent",
                examples = "2022-12-07",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"text": "Sai số tài khoản", "date": "2022-12-07"}
            """;
}
