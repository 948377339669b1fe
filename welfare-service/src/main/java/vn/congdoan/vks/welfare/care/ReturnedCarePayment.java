package vn.congdoan.vks.welfare.care;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which payment of care came back, and why.
@Schema(description = "Which payment of care came back, and why", examples = ReturnedCarePayment.EXAMPLE)
public record ReturnedCarePayment(
        @NotNull @Schema(description = "The due day that was paid", examples = "2023-12-31")
        LocalDate dueOn,

        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description =
                        "The day on which it came back: not before the payment, not in the future; today if absent",
                examples = "2024-01-03",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"dueOn": "2023-12-31", "text": "Sai số tài khoản", "date": "2024-01-03"}
            """;
}
