package vn.congdoan.vks.membership.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;

/// A seat that a decision adds to a recognised committee in the middle of its term.
@Schema(description = "A seat that a decision adds in the middle of a term", examples = MidTermSeat.EXAMPLE)
public record MidTermSeat(
        @NotNull @Schema(description = "Who takes it: a member in the unit or below it, on all its days")
        MemberId memberId,

        @NotNull SeatPosition position,

        @NotNull @Schema(description = "First day", examples = "2025-04-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; that of the term unless told", nullable = true) @Nullable
        LocalDate validTo,

        @NotNull @Valid Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "position": "ACCOUNTANT",
              "validFrom": "2025-04-01",
              "decision": {"number": "15/QĐ-LĐLĐ", "date": "2025-03-25", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"}
            }
            """;
}
