package vn.congdoan.vks.membership.reorganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.problem.Violation;

/// A reorganization as it is published. What it did stands in the states of the units and members.
///
/// @param units all units that it names
/// @param predecessors the units that it is about
/// @param successors what comes after them; which members go where is told to nobody
/// @param parentId the new unit above
/// @param code the new code
/// @param name the new name
/// @param recordedAt when it was first written down; this and what it asks for are absent in what was published
///         before they were told
/// @param appliedAt when it was done
/// @param finalAt when everything that it ended was closed
/// @param refused why it could not be done when its day had come
/// @param awaits the other nodes that have, or had, a part in it: absent in what was published before nodes had parts
public record ReorganizationState(
        ReorganizationId id,
        UnitId ownerUnionId,
        ReorganizationKind kind,
        ReorganizationStatus status,
        LocalDate effectiveDate,
        String decisionNumber,
        List<UnitId> units,
        @Nullable LocalDate decisionDate,
        @Nullable List<UnitId> predecessors,
        @Nullable List<Successor> successors,
        @Nullable UnitId parentId,
        @Nullable String code,
        @Nullable String name,
        @Nullable Instant recordedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant finalAt,
        @Nullable Refusal refused,
        @Nullable List<String> awaits) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "reorganization",
            1,
            ReorganizationState.class,
            "drafted",
            "scheduled",
            "refused",
            "begun",
            "applied",
            "finished",
            "cancelled");

    public ReorganizationState {
        units = List.copyOf(units);
        predecessors = predecessors == null ? null : List.copyOf(predecessors);
        successors = successors == null ? null : List.copyOf(successors);
        awaits = awaits == null ? null : List.copyOf(awaits);
    }

    /// A unit that comes after others: one that exists, or a new one.
    ///
    /// @param units the units directly below that go to it
    public record Successor(
            @Nullable UnitId unitId, NewReorganization.@Nullable FoundedUnit founded, List<UnitId> units) {

        public Successor {
            units = List.copyOf(units);
        }

        static Successor of(NewReorganization.Successor said) {
            return new Successor(said.unitId(), said.founded(), said.units());
        }
    }

    /// Why a scheduled one was not done, since when that is known.
    public record Refusal(Instant at, List<Violation> errors) {

        public Refusal {
            errors = List.copyOf(errors);
        }
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
