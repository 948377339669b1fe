package vn.congdoan.vks.membership.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The receiver does not take the member.
@Schema(description = "The receiver does not take the member", examples = TransferRefusal.EXAMPLE)
public record TransferRefusal(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why", examples = "Người được giới thiệu đã nhận công tác tại đơn vị khác.")
        String reason) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {"reason": "Người được giới thiệu đã nhận công tác tại đơn vị khác."}
            """;
}
