package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.assignment.AssignmentsOfUnits;
import vn.congdoan.vks.membership.committee.CommitteesOfUnits;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorsOfUnions;
import vn.congdoan.vks.membership.member.ReorganizingMembers;
import vn.congdoan.vks.membership.unit.Revision;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sync.Giving;

/// Does a reorganization. All that this node writes of it in one transaction: units,
/// members, assignments; whoever places a member or changes a unit meanwhile waits for it or goes before it.
@ApplicationScoped
class Reorganizing {

    private final UnitList organization;
    private final Units units;
    private final ReorganizingMembers members;
    private final AssignmentsOfUnits assignments;
    private final CommitteesOfUnits committees;
    private final LocalSuperiorsOfUnions superiors;
    private final JudgingReorganizations judging;
    private final HomeReports reports;
    private final Giving giving;
    private final EntityManager entities;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    Reorganizing(
            UnitList organization,
            Units units,
            ReorganizingMembers members,
            AssignmentsOfUnits assignments,
            CommitteesOfUnits committees,
            LocalSuperiorsOfUnions superiors,
            JudgingReorganizations judging,
            HomeReports reports,
            Giving giving,
            EntityManager entities,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.organization = organization;
        this.units = units;
        this.members = members;
        this.assignments = assignments;
        this.committees = committees;
        this.superiors = superiors;
        this.judging = judging;
        this.reports = reports;
        this.giving = giving;
        this.entities = entities;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Begins it, within a transaction: does what is written here. 422 with everything that stands against it.
    ///
    /// @return the other nodes that have a part in it
    Set<String> begin(Reorganization reorganization, NewReorganization form) {
        // Nobody else changes the tree, nor places a member, until this is committed.
        units.holdTree();
        UnitsOnDay before = organization.on(form.effectiveDate());
        if (!NamedUnits.decides(form, before).union().equals(reorganization.ownerUnionId())) {
            throw new Conflict("decided-by-another-union", new Violation("/predecessors", "decided-by-another-union"));
        }
        Plan plan = judging.feasible(form, before);
        JudgingReorganizations.require(plan);
        Share share = judging.share(plan, before, form.effectiveDate(), Set.of());
        perform(reorganization, share, before);
        return share.others();
    }

    /// Goes on with one that is under way, within a transaction: does what there is left to do here.
    ///
    /// @return the other nodes that have still something to do, as far as is known here; empty if nothing can be
    ///     done
    ///     here before others have done theirs
    Optional<Set<String>> goOn(Reorganization reorganization, NewReorganization form) {
        units.holdTree();
        LocalDate day = form.effectiveDate();
        UnitsOnDay before = organization.on(day);
        Optional<NewReorganization> left = form.leftOf(before);
        if (left.isEmpty()) {
            return Optional.of(Set.of());
        }
        Plan plan = Planning.plan(left.get(), before);
        Share share = judging.share(plan, before, day, reports.done(reorganization.id()));
        Plan own = share.own();
        judging.check(own, left.get());
        JudgingReorganizations.require(own);
        perform(reorganization, share, before);
        return share.isPossible() ? Optional.of(share.others()) : Optional.empty();
    }

    private void perform(Reorganization reorganization, Share share, UnitsOnDay before) {
        Plan own = share.own();
        LocalDate day = reorganization.effectiveDate();
        share.receivers().forEach(giving::to);
        Set<UnitId> leaving = share.leaving();
        assignments.end(leaving, judging.assignmentsEndOn(day), share::isWrittenHere);
        committees.end(leaving, day, reorganization.decision(), share::isWrittenHere);
        superiors.end(share.ending(), day, share::isWrittenHere);
        changeUnits(own, day, clock.instant());
        entities.clear();
        if (share.isPossible()) {
            members.carry(own.forMembers(reorganization), share::isWrittenHere);
        }
        Set<UnitId> left = own.revisions().keySet().stream()
                .map(before::above)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        committees.settleIn(left, day);
    }

    private void changeUnits(Plan plan, LocalDate day, Instant now) {
        Set<UnitId> revised = plan.revisions().keySet();
        Map<UnitId, Unit> known = new HashMap<>();
        Stream.concat(revised.stream(), plan.endings().keySet().stream())
                .forEach(id -> known.put(id, units.require(id)));
        revised.forEach(id -> unit(known, id).closeBefore(day));
        plan.endings().keySet().forEach(id -> unit(known, id).closeForGood(day));
        units.flush();
        List<Unit> founded = new ArrayList<>();
        for (Plan.Founding each : plan.foundings()) {
            founded.add(Unit.founded(each.id(), each.unionId(), each.form(), now));
        }
        founded.forEach(units::persist);
        units.flush();
        for (Map.Entry<UnitId, Revision> each : plan.revisions().entrySet()) {
            unit(known, each.getKey()).reviseFrom(day, each.getValue(), now);
        }
        plan.endings().forEach((id, successors) -> unit(known, id).succeededBy(successors, now));
        units.flush();
        tell(founded, "founded", day);
        tell(revised.stream().map(id -> unit(known, id)).toList(), "reorganized", day);
        tell(plan.endings().keySet().stream().map(id -> unit(known, id)).toList(), "ended", day);
    }

    private void tell(Collection<Unit> changed, String happened, LocalDate day) {
        log.append(changed.stream().map(each -> each.change(happened, day)).toList());
        trail.changed(
                happened,
                "unit",
                changed.stream()
                        .map(each -> new AuditTrail.Subject(each.id().value(), each.id()))
                        .toList(),
                List.of("versions"));
    }

    private static Unit unit(Map<UnitId, Unit> known, UnitId id) {
        Unit unit = known.get(id);
        if (unit == null) {
            throw new IllegalStateException("Unit " + id + " was not read");
        }
        return unit;
    }
}
