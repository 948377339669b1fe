package vn.congdoan.vks.welfare.period;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.decision.Decision;

/// The decision by which a period is opened again.
@Schema(description = "The decision by which a period is opened again", examples = Reopening.EXAMPLE)
public record Reopening(
        @NotNull @Valid Decision decision,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "Why; shown inside the union only",
                examples = "Bổ sung chứng từ chi hỗ trợ tháng 12/2023")
        String reason) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "decision": {"number": "07/QĐ-CĐVKS", "date": "2024-01-15", "signer": "Chủ tịch Công đoàn"},
              "reason": "Bổ sung chứng từ chi hỗ trợ tháng 12/2023"
            }
            """;
}
