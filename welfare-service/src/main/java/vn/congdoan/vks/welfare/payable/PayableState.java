package vn.congdoan.vks.welfare.payable;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A payable as published: what is owed to whom, and how far that is; not who did what.
///
/// @param id of the bonus of an award: the award's
/// @param unitId the unit that pays
/// @param amount in đồng
/// @param fundId the fund that owes it; absent as long as none does, or none any more
/// @param promiseId what its payment fulfils
/// @param recognition the transfer by which the fund owes it
/// @param settlement the transfer that paid it
/// @param revocation by which it is owed no more
/// @param claim the transfer by which it has to come back
/// @param recovered what of that came, in đồng
/// @param writtenOff what of that is given up, in đồng
public record PayableState(
        PayableId id,
        UnitId ownerUnionId,
        UnitId unitId,
        PayableSource source,
        @Nullable MemberId memberId,
        @Nullable UnitId recipientUnitId,
        long amount,
        IssuedDecision decision,
        PayableStatus status,
        @Nullable FundId fundId,
        @Nullable SupportKind purpose,
        @Nullable PromiseId promiseId,
        @Nullable TransferId recognition,
        @Nullable LocalDate recognisedOn,
        @Nullable TransferId settlement,
        @Nullable LocalDate paidOn,
        @Nullable IssuedDecision revocation,
        @Nullable TransferId claim,
        @Nullable LocalDate claimedOn,
        long recovered,
        long writtenOff,
        @Nullable IssuedDecision writeOff,
        Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare",
            "payable",
            1,
            PayableState.class,
            "arisen",
            "entered",
            "recognised",
            "released",
            "paid",
            "returned",
            "revoked",
            "cancelled",
            "claimed",
            "recovered",
            "unrecovered",
            "written-off");
}
