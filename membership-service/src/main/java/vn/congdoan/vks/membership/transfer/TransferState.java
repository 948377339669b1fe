package vn.congdoan.vks.membership.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A transfer as it is published, to both ends: nothing of the person, whom the receiver does not have yet.
///
/// @param ownerUnionId the sender's union
/// @param fromUnitId where the member was when it was asked for
/// @param effectiveDate first day in the other unit; absent unless accepted
/// @param unitId where the receiver took the member; absent unless accepted
public record TransferState(
        TransferId id,
        UnitId ownerUnionId,
        MemberId memberId,
        UnitId fromUnitId,
        UnitId targetUnitId,
        UnitId targetUnionId,
        TransferStatus status,
        @Nullable LocalDate effectiveDate,
        @Nullable UnitId unitId) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership", "transfer", 1, TransferState.class, "requested", "accepted", "refused", "withdrawn");
}
