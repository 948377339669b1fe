package vn.congdoan.vks.membership.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A change request as published: that there is one and how far it has come. What it asks for stays in this
/// service.
///
/// @param recordedAt when it was asked for; like `decidedAt` absent in what was published before this was told
/// @param decidedAt when it was accepted, refused or withdrawn
public record ChangeRequestState(
        ChangeRequestId id,
        UnitId ownerUnionId,
        MemberId memberId,
        ChangeRequestStatus status,
        @Nullable Instant recordedAt,
        @Nullable Instant decidedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "change-request",
            1,
            ChangeRequestState.class,
            "requested",
            "accepted",
            "refused",
            "withdrawn",
            "moved");
}
