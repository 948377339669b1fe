package vn.congdoan.vks.welfare.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;

/// A period as published: never why it was opened again.
///
/// @param unitId the unit whose funds' books it is of
/// @param firstDay absent for everything before
/// @param lastDay inclusive
/// @param decision by which it was opened again
/// @param funds what each fund held when it was closed
public record PeriodState(
        PeriodId id,
        UnitId ownerUnionId,
        UnitId unitId,
        @Nullable LocalDate firstDay,
        LocalDate lastDay,
        PeriodStatus status,
        Instant closedAt,
        @Nullable Instant reopenedAt,
        @Nullable Decision decision,
        List<ClosedFund> funds) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "period", 1, PeriodState.class, "closed", "reopened");

    public PeriodState {
        funds = List.copyOf(funds);
    }
}
