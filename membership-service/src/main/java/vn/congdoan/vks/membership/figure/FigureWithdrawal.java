package vn.congdoan.vks.membership.figure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a figure should never have been recorded.
@Schema(description = "Why it should never have been recorded", examples = "{\"reason\": \"Ghi hai lần\"}")
public record FigureWithdrawal(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why it is withdrawn; told to whoever reads the figure", examples = "Ghi hai lần")
        String reason) {}
