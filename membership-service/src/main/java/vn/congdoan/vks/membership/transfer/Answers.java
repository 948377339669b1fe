package vn.congdoan.vks.membership.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.Decision;
import vn.congdoan.vks.platform.access.UnitId;

/// What a receiver answers.
public final class Answers {

    private static final String ACCEPTANCE = """
            {
              "effectiveDate": "2025-03-01",
              "decision": {"number": "09/QĐ-CĐVKS", "date": "2025-03-01", "signer": "Chủ tịch Công đoàn"}
            }
            """;

    private static final String REFUSAL = """
            {"reason": "Người được giới thiệu đã nhận công tác tại đơn vị khác."}
            """;

    private Answers() {}

    /// The receiver takes the member.
    @Schema(name = "TransferAcceptance", description = "The receiver takes the member", examples = ACCEPTANCE)
    public record Acceptance(
            @Schema(description = "First day there; today unless told", examples = "2025-03-01", nullable = true)
            @Nullable
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
            String cardNumber) {}

    /// The receiver does not take the member.
    @Schema(name = "TransferRefusal", description = "The receiver does not take the member", examples = REFUSAL)
    public record Refusal(
            @NotBlank
            @Size(max = 500)
            @Schema(description = "Why", examples = "Người được giới thiệu đã nhận công tác tại đơn vị khác.")
            String reason) {}
}
