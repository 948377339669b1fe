package vn.congdoan.vks.welfare.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When and why care ends.
@Schema(description = "When and why care ends", examples = CareEnd.EXAMPLE)
public record CareEnd(
        @NotNull
        @Schema(
                description = "The last day, not in the future: what is due later is not due any more",
                examples = "2025-03-10")
        LocalDate date,

        @NotNull @Schema(description = "Why", examples = "DECEASED")
        CareEndReason reason,

        @Nullable
        @Size(min = 1, max = 500)
        @Schema(
                description = "What else there is to say; shown inside the union only",
                examples = "Gia đình đã báo tin",
                nullable = true)
        String text) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2025-03-10", "reason": "DECEASED", "text": "Gia đình đã báo tin"}
            """;
}
