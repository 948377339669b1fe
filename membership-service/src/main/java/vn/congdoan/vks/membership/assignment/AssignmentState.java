package vn.congdoan.vks.membership.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// An assignment as it is published. Its topic has a heartbeat, so that whoever decides by it knows how old its
/// word is.
///
/// @param validTo the first day without it; absent: no end is known
public record AssignmentState(
        AssignmentId id,
        Principal principal,
        Role role,
        UnitId unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        AssignmentSource source) {

    public static final AggregateType TYPE = AggregateType.states(
                    "membership", "assignment", 1, AssignmentState.class, "granted", "ended")
            .withHeartbeat();
}
