package vn.congdoan.vks.welfare.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why paid support came back.
@Schema(description = "Why paid support came back", examples = ReturnedPayment.EXAMPLE)
public record ReturnedPayment(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; never published", examples = "Ngân hàng trả lại: sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description =
                        "The day on which it came back: not before the payment, not in the future; today if absent",
                examples = "2023-11-22",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"text": "Ngân hàng trả lại: sai số tài khoản", "date": "2023-11-22"}
            """;
}
