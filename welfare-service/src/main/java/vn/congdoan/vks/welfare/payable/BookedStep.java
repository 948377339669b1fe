package vn.congdoan.vks.welfare.payable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why something about a payable is booked.
@Schema(description = "Why something is booked, and for which day", examples = BookedStep.EXAMPLE)
public record BookedStep(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; never published", examples = "Ngân hàng trả lại: sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description = "The day: not before what it follows, not in the future; today if absent",
                examples = "2023-12-28",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"text": "Ngân hàng trả lại: sai số tài khoản", "date": "2023-12-28"}
            """;
}
