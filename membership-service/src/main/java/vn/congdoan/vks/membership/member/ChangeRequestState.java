package vn.congdoan.vks.membership.member;

import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A change request as published: that there is one and how far it has come. What it asks for stays in this service.
public record ChangeRequestState(
        ChangeRequestId id, UnitId ownerUnionId, MemberId memberId, ChangeRequestStatus status) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "change-request",
            1,
            ChangeRequestState.class,
            "requested",
            "accepted",
            "refused",
            "withdrawn");
}
