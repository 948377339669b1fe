package vn.congdoan.vks.membership.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// The receiver takes the member.
@Schema(description = "The receiver takes the member", examples = TransferAcceptance.EXAMPLE)
public record TransferAcceptance(
        @Schema(description = "First day there; today unless told", examples = "2025-03-01", nullable = true) @Nullable
        LocalDate effectiveDate,

        @Schema(
                description = "The unit exactly, in the union that was asked; the one that was asked unless told",
                nullable = true)
        @Nullable
        UnitId unitId,

        @Valid @Schema(description = "The receiver's own decision, where there is one", nullable = true) @Nullable
        Decision decision,

        @Size(min = 1, max = 30)
        @Schema(description = "Member number there; as before unless told", nullable = true)
        @Nullable
        String memberNumber,

        @Size(min = 1, max = 30)
        @Schema(description = "Number of the card there; as before unless told", nullable = true)
        @Nullable
        String cardNumber) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "effectiveDate": "2025-03-01",
              "decision": {"number": "09/QĐ-CĐVKS", "date": "2025-03-01", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
