package vn.congdoan.vks.membership.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// An assignment as it is published. Its topic has a heartbeat, so that whoever decides by it knows how old its
/// word is.
///
/// @param validTo the first day without it; absent: no end is known
/// @param seatId the seat in a committee that an ELECTION rests on
/// @param ownerUnionId the union that granted it; like the seat and `recordedAt`, when it was first written down,
///         absent in what was published before this was told
public record AssignmentState(
        AssignmentId id,
        Principal principal,
        Role role,
        UnitId unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        AssignmentSource source,
        @Nullable UUID seatId,
        @Nullable UnitId ownerUnionId,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
                    "membership", "assignment", 1, AssignmentState.class, "granted", "ended")
            .withHeartbeat();
}
