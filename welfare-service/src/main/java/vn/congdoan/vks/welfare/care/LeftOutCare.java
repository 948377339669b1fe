package vn.congdoan.vks.welfare.care;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which due day will not be paid, and why.
@Schema(description = "Which due day will not be paid, and why", examples = LeftOutCare.EXAMPLE)
public record LeftOutCare(
        @NotNull @Schema(description = "The due day", examples = "2024-01-31")
        LocalDate dueOn,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; shown inside the union only", examples = "Đơn vị bạn đã trao phần của tháng này")
        String reason) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"dueOn": "2024-01-31", "reason": "Đơn vị bạn đã trao phần của tháng này"}
            """;
}
