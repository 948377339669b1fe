package vn.congdoan.vks.membership.reorganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A reorganization as it is published. What it did stands in the states of the units and members.
///
/// @param units all units that it names
public record ReorganizationState(
        ReorganizationId id,
        UnitId ownerUnionId,
        ReorganizationKind kind,
        ReorganizationStatus status,
        LocalDate effectiveDate,
        String decisionNumber,
        List<UnitId> units) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "reorganization",
            1,
            ReorganizationState.class,
            "drafted",
            "scheduled",
            "refused",
            "applied",
            "cancelled");

    public ReorganizationState {
        units = List.copyOf(units);
    }

    static List<UUID> units(NewReorganization form) {
        Set<UnitId> named = new LinkedHashSet<>(form.predecessors());
        form.successors().forEach(each -> named.add(each.id()));
        if (form.parentId() != null) {
            named.add(form.parentId());
        }
        return new ArrayList<>(named.stream().map(UnitId::value).toList());
    }
}
