package vn.congdoan.vks.welfare.ending;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Holdings;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A move of a fund as published.
///
/// @param unitId the unit that ended
/// @param moved what the fund held, all of which went
/// @param before what the other fund held before
/// @param after what it held afterwards: both together
/// @param fromTransferId absent where there was nothing
/// @param toTransferId absent where there was nothing
public record FundMoveState(
        FundMoveId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fromFundId,
        UnitId toUnitId,
        FundId toFundId,
        LocalDate movedOn,
        Decision decision,
        Holdings moved,
        Holdings before,
        Holdings after,
        @Nullable TransferId fromTransferId,
        @Nullable TransferId toTransferId,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "fund-move", 1, FundMoveState.class, "moved");
}
