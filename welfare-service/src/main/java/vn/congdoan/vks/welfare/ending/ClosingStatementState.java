package vn.congdoan.vks.welfare.ending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Holdings;

/// A closing statement as published.
///
/// @param ownerUnionId the union that the units belonged to last
/// @param funds all funds that the units had, and where each went
public record ClosingStatementState(
        ClosingStatementId id,
        UnitId ownerUnionId,
        List<UnitId> unitIds,
        LocalDate statedOn,
        List<Moved> funds,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "closing-statement", 1, ClosingStatementState.class, "stated");

    public ClosingStatementState {
        unitIds = List.copyOf(unitIds);
        funds = List.copyOf(funds);
    }

    /// Where all went that a fund held.
    ///
    /// @param moved what it held, all of which went
    /// @param before what the other fund held before
    /// @param after what that held afterwards
    public record Moved(
            UnitId unitId, FundId fundId, FundId toFundId, Holdings moved, Holdings before, Holdings after) {

        static Moved of(FundMoveState move) {
            return new Moved(
                    move.unitId(), move.fromFundId(), move.toFundId(), move.moved(), move.before(), move.after());
        }
    }
}
