package vn.congdoan.vks.welfare.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a paper counts no more.
@Schema(description = "Why a paper counts no more", examples = Withdrawal.EXAMPLE)
public record Withdrawal(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; shown with the paper inside the union", examples = "Nhầm hồ sơ")
        String reason) {

    static final String EXAMPLE = """
            {"reason": "Nhầm hồ sơ"}
            """;
}
