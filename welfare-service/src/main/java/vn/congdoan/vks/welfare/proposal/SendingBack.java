package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a proposal is sent back.
@Schema(description = "Why a proposal is sent back", examples = SendingBack.EXAMPLE)
public record SendingBack(
        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "What is to be changed; read at both ends. Nothing of anybody's health",
                examples = "Đề nghị bổ sung người thuộc hộ nghèo")
        String text) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"text": "Đề nghị bổ sung người thuộc hộ nghèo"}
            """;
}
