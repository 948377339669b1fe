package vn.congdoan.vks.welfare.entitlement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a note was a mistake.
@Schema(description = "Why a note was a mistake", examples = LifeEventWithdrawal.EXAMPLE)
public record LifeEventWithdrawal(
        @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Ghi nhầm người")
        String reason) {

    static final String EXAMPLE = """
            {"reason": "Ghi nhầm người"}
            """;
}
