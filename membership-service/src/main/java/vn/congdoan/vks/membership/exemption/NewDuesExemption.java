package vn.congdoan.vks.membership.exemption;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;

/// What an exemption from dues is made from.
@Schema(description = "A member need not pay dues for some time", examples = NewDuesExemption.EXAMPLE)
public record NewDuesExemption(
        @Schema(description = "The client's id, for repeated requests") @Nullable
        DuesExemptionId id,

        @NotNull @Schema(description = "First day without dues", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(description = "First day with dues again", examples = "2024-07-01", nullable = true) @Nullable
        LocalDate validTo,

        @NotNull DuesExemptionReason reason,

        @NotNull @Valid Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "validFrom": "2024-01-01",
              "validTo": "2024-07-01",
              "reason": "UNPAID_LEAVE",
              "decision": {"number": "03/QĐ-CĐVKS", "date": "2024-01-02", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
