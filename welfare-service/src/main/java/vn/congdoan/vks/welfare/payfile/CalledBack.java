package vn.congdoan.vks.welfare.payfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.decision.Decision;

/// Why a file that may be with the bank is given up, and who decided on it.
@Schema(
        name = "CalledBackPaymentFile",
        description = "Why a file that may be with the bank is given up, and who decided on it",
        examples = CalledBack.EXAMPLE)
public record CalledBack(
        @NotNull @Valid Decision decision,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; what the bank has confirmed", examples = "Ngân hàng đã xác nhận hủy lệnh chi")
        String reason) {

    static final String EXAMPLE = """
            {
              "decision": {"number": "07/QĐ-CĐVKS", "date": "2026-01-27"},
              "reason": "Ngân hàng đã xác nhận hủy lệnh chi"
            }
            """;
}
