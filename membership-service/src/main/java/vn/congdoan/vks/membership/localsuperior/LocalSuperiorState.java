package vn.congdoan.vks.membership.localsuperior;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A union's link to its local superior as it is published: without the name of who signed, a person outside.
///
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record LocalSuperiorState(
        LocalSuperiorId id,
        UnitId unitId,
        ExternalBodyId externalBodyId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "local-superior", 1, LocalSuperiorState.class, "begun", "ended");
}
