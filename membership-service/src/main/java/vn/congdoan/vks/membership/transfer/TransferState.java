package vn.congdoan.vks.membership.transfer;

import java.time.Instant;
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
/// @param wishedDate from when on the sender wishes it
/// @param decisionNumber of the receiver's decision, where there is one
/// @param recordedAt when it was asked for; this and the papers are absent in what was published before they were
///         told
/// @param closedAt when it was accepted, refused or withdrawn
/// @param obstacle code of the problem for which an accepted transfer could not be carried out; absent otherwise
public record TransferState(
        TransferId id,
        UnitId ownerUnionId,
        MemberId memberId,
        UnitId fromUnitId,
        UnitId targetUnitId,
        UnitId targetUnionId,
        TransferStatus status,
        @Nullable LocalDate effectiveDate,
        @Nullable UnitId unitId,
        @Nullable String introductionNumber,
        @Nullable LocalDate introductionDate,
        @Nullable LocalDate wishedDate,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable Instant recordedAt,
        @Nullable Instant closedAt,
        @Nullable String obstacle) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership", "transfer", 1, TransferState.class, "requested", "accepted", "refused", "withdrawn");
}
