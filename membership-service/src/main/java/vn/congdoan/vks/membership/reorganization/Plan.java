package vn.congdoan.vks.membership.reorganization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.congdoan.vks.membership.member.Reorganized;
import vn.congdoan.vks.membership.unit.NewUnit;
import vn.congdoan.vks.membership.unit.Revision;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Violation;

/// What a reorganization does to each unit and to the members, and what stands against it.
final class Plan {

    /// A unit that comes into being.
    record Founding(UnitId id, UnitId unionId, NewUnit form) {}

    private final List<Founding> foundings = new ArrayList<>();
    private final Map<UnitId, Revision> revisions = new LinkedHashMap<>();
    private final Map<UnitId, List<UnitId>> endings = new LinkedHashMap<>();
    private final Map<UnitId, UnitId> moves = new HashMap<>();
    private final Map<MemberId, UnitId> exceptions = new HashMap<>();
    private final Set<UnitId> rehomed = new HashSet<>();
    private final Map<UnitId, UnitId> unions = new HashMap<>();
    private final Set<UnitId> dissolved = new HashSet<>();
    private final List<Violation> refusals = new ArrayList<>();

    void found(UnitId id, UnitId union, NewUnit form) {
        foundings.add(new Founding(id, union, form));
        unions.put(id, union);
    }

    void revise(UnitId unit, Revision revision) {
        revisions.put(unit, revision);
    }

    /// The unit goes to another union, with its members.
    void rehome(UnitId unit, UnitId union) {
        rehomed.add(unit);
        unions.put(unit, union);
    }

    void end(UnitId unit, List<UnitId> successors) {
        endings.put(unit, List.copyOf(successors));
    }

    /// The members of a unit go to another.
    void move(UnitId from, UnitId to, UnitId union) {
        moves.put(from, to);
        unions.put(to, union);
    }

    void knowUnion(UnitId unit, UnitId union) {
        unions.put(unit, union);
    }

    void move(MemberId member, UnitId to) {
        exceptions.put(member, to);
    }

    /// The unit ends and the memberships in it with it.
    void dissolve(UnitId unit) {
        dissolved.add(unit);
    }

    void refuse(String pointer, String code, Map<String, Object> values) {
        refusals.add(new Violation(pointer, code, values));
    }

    void refuse(String pointer, String code) {
        refuse(pointer, code, Map.of());
    }

    /// The same with some of the units only. Members are carried over by who writes their records, so where they go
    /// stays whole.
    Plan reducedTo(Predicate<Founding> founded, Predicate<UnitId> revised, Predicate<UnitId> ended) {
        Plan reduced = new Plan();
        foundings.stream().filter(founded).forEach(reduced.foundings::add);
        revisions.forEach((unit, revision) -> {
            if (revised.test(unit)) {
                reduced.revisions.put(unit, revision);
            }
        });
        endings.forEach((unit, successors) -> {
            if (ended.test(unit)) {
                reduced.endings.put(unit, successors);
            }
        });
        reduced.moves.putAll(moves);
        reduced.exceptions.putAll(exceptions);
        reduced.rehomed.addAll(rehomed);
        reduced.unions.putAll(unions);
        reduced.dissolved.addAll(dissolved);
        reduced.refusals.addAll(refusals);
        return reduced;
    }

    /// The units to which some others, or their members, go.
    Set<UnitId> goals(Predicate<UnitId> going) {
        Set<UnitId> goals = new HashSet<>();
        moves.forEach((from, to) -> {
            if (going.test(from)) {
                goals.add(to);
            }
        });
        revisions.forEach((unit, revision) -> {
            if (going.test(unit) && revision.parentId() != null) {
                goals.add(revision.parentId());
            }
        });
        return goals;
    }

    List<Founding> foundings() {
        return foundings;
    }

    Map<UnitId, Revision> revisions() {
        return revisions;
    }

    Map<UnitId, List<UnitId>> endings() {
        return endings;
    }

    Set<UnitId> dissolved() {
        return dissolved;
    }

    List<Violation> refusals() {
        return refusals;
    }

    /// Units that end or go to another union: no authority survives there.
    Set<UnitId> leavingTheirUnion() {
        Set<UnitId> leaving = new HashSet<>(endings.keySet());
        leaving.addAll(rehomed);
        return leaving;
    }

    /// Units whose members are carried over, each with the union that they come to.
    Map<UnitId, UnitId> destinationUnions() {
        Map<UnitId, UnitId> destinations = new HashMap<>();
        moves.forEach((from, to) -> destinations.put(from, unions.get(to)));
        rehomed.forEach(unit -> destinations.put(unit, unions.get(unit)));
        return destinations;
    }

    /// The unions to which units or members go.
    Set<UnitId> receivers() {
        Set<UnitId> receivers = new HashSet<>(destinationUnions().values());
        exceptions.values().forEach(to -> receivers.add(unions.getOrDefault(to, to)));
        return receivers;
    }

    /// Units all of whose members go elsewhere, or with their unit to another union.
    Set<UnitId> unitsThatMembersLeave() {
        Set<UnitId> leaving = new HashSet<>(rehomed);
        moves.forEach((from, to) -> {
            if (!from.equals(to)) {
                leaving.add(from);
            }
        });
        return leaving;
    }

    /// Units in which something is for those to do who write what belongs to them: their members go elsewhere, or they
    /// leave their union.
    Set<UnitId> unsettled() {
        Set<UnitId> unsettled = leavingTheirUnion();
        moves.forEach((from, to) -> {
            if (!from.equals(to) || !exceptions.isEmpty()) {
                unsettled.add(from);
            }
        });
        return unsettled;
    }

    Set<MemberId> singleMembers() {
        return exceptions.keySet();
    }

    /// How many single members go where the others do not: only where a unit goes on are these all that move.
    long singleMembersMoving() {
        boolean goesOn =
                moves.entrySet().stream().anyMatch(move -> move.getKey().equals(move.getValue()));
        return goesOn ? exceptions.size() : 0;
    }

    Reorganized forMembers(Reorganization reorganization) {
        return new Reorganized(
                reorganization.id().value(),
                reorganization.effectiveDate(),
                reorganization.decision(),
                moves,
                exceptions,
                rehomed,
                unions,
                dissolved);
    }
}
