package vn.congdoan.vks.welfare.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why support is refused.
@Schema(description = "Why support is refused", examples = SupportRefusal.EXAMPLE)
public record SupportRefusal(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Shown inside the union only", examples = "Đã được hỗ trợ từ quỹ khác")
        String reason) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"reason": "Đã được hỗ trợ từ quỹ khác"}
            """;
}
