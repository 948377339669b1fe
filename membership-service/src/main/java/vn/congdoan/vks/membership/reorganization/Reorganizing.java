package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.assignment.AssignmentsOfUnits;
import vn.congdoan.vks.membership.committee.CommitteesOfUnits;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorsOfUnions;
import vn.congdoan.vks.membership.member.ReorganizingMembers;
import vn.congdoan.vks.membership.reorganization.ReorganizationEffects.Effect;
import vn.congdoan.vks.membership.reorganization.ReorganizationEffects.UnitEffect;
import vn.congdoan.vks.membership.unit.Revision;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sync.Giving;
import vn.congdoan.vks.platform.sync.Homes;
import vn.congdoan.vks.platform.sync.ThisNode;

/// Does a reorganization, or tells what it would do. All that this node writes of it in one transaction: units,
/// members, assignments; whoever places a member or changes a unit meanwhile waits for it or goes before it.
@ApplicationScoped
class Reorganizing {

    private final UnitList organization;
    private final Units units;
    private final ReorganizingMembers members;
    private final AssignmentsOfUnits assignments;
    private final CommitteesOfUnits committees;
    private final LocalSuperiorsOfUnions superiors;
    private final HomeReports reports;
    private final Homes homes;
    private final ThisNode here;
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
            HomeReports reports,
            Homes homes,
            ThisNode here,
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
        this.reports = reports;
        this.homes = homes;
        this.here = here;
        this.giving = giving;
        this.entities = entities;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// What it would do, and what stands against it in the words of `tell`.
    ReorganizationEffects effects(NewReorganization form, Function<Violation, Problem.Place> tell) {
        LocalDate day = form.effectiveDate();
        UnitsOnDay before = organization.on(day);
        Plan plan = feasible(form, before);
        ReorganizingMembers.Concerned moving = members.concerned(plan.unitsThatMembersLeave(), day);
        ReorganizingMembers.Concerned ending = members.concerned(plan.dissolved(), day);
        return new ReorganizationEffects(
                unitEffects(plan, before),
                moving.members() + plan.singleMembersMoving(),
                ending.members(),
                moving.applicants(),
                assignments.lasting(plan.leavingTheirUnion(), assignmentsEndOn(day)),
                List.copyOf(share(plan, before, day, Set.of()).others()),
                plan.refusals().stream().map(tell).toList());
    }

    /// 422 with everything that stands against it, and nothing done.
    ///
    /// @return how many members and former members it concerns
    long requirePossible(NewReorganization form) {
        Plan plan = feasible(form, organization.on(form.effectiveDate()));
        require(plan);
        Set<UnitId> left = new HashSet<>(plan.unitsThatMembersLeave());
        left.addAll(plan.dissolved());
        return members.concerned(left, form.effectiveDate()).members() + plan.singleMembersMoving();
    }

    private static void require(Plan plan) {
        if (!plan.refusals().isEmpty()) {
            throw new Unprocessable(plan.refusals());
        }
    }

    private static List<UnitEffect> unitEffects(Plan plan, UnitsOnDay before) {
        Map<UnitId, UnitEffect> effects = new LinkedHashMap<>();
        for (UnitId each : plan.endings().keySet()) {
            effects.put(each, effect(before, each, Effect.ENDS));
        }
        for (Plan.Founding each : plan.foundings()) {
            UnitRef ref = new UnitRef(
                    each.id(),
                    each.form().code(),
                    each.form().name(),
                    each.form().kind());
            effects.put(each.id(), new UnitEffect(ref, Effect.BEGINS));
        }
        for (UnitId each : plan.revisions().keySet()) {
            effects.put(each, effect(before, each, Effect.CHANGES));
        }
        return List.copyOf(effects.values());
    }

    private static UnitEffect effect(UnitsOnDay before, UnitId id, Effect effect) {
        UnitView unit = before.find(id).orElseThrow();
        return new UnitEffect(new UnitRef(id, unit.code(), unit.name(), unit.kind()), effect);
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
        Plan plan = feasible(form, before);
        require(plan);
        Share share = share(plan, before, form.effectiveDate(), Set.of());
        perform(reorganization, share, before);
        return share.others();
    }

    /// Goes on with one that is under way, within a transaction: does what there is left to do here.
    ///
    /// @return the other nodes that have still something to do, as far as is known here; empty if nothing can be
    ///     done
    ///         here before others have done theirs
    Optional<Set<String>> goOn(Reorganization reorganization, NewReorganization form) {
        units.holdTree();
        LocalDate day = form.effectiveDate();
        UnitsOnDay before = organization.on(day);
        Optional<NewReorganization> left = form.leftOf(before);
        if (left.isEmpty()) {
            return Optional.of(Set.of());
        }
        Plan plan = Planning.plan(left.get(), before);
        Share share = share(plan, before, day, reports.done(reorganization.id()));
        Plan own = share.own();
        check(own, left.get());
        require(own);
        perform(reorganization, share, before);
        return share.isPossible() ? Optional.of(share.others()) : Optional.empty();
    }

    private void perform(Reorganization reorganization, Share share, UnitsOnDay before) {
        Plan own = share.own();
        LocalDate day = reorganization.effectiveDate();
        share.receivers().forEach(giving::to);
        Set<UnitId> leaving = share.leaving();
        assignments.end(leaving, assignmentsEndOn(day), share::isWrittenHere);
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

    /// What is done here, and by whom the rest.
    private Share share(Plan plan, UnitsOnDay before, LocalDate day, Set<String> done) {
        Map<UnitId, Set<UnitId>> occupied = members.unionsIn(plan.endings().keySet(), day);
        Set<UUID> unions = new HashSet<>();
        before.all().forEach(each -> unions.add(each.unionId().value()));
        occupied.values().forEach(some -> some.forEach(each -> unions.add(each.value())));
        return new Share(plan, new Writers(here.id(), homes.of(unions), before), occupied, done);
    }

    /// Authority is judged at the time of a request: what was done by it until today was rightly done.
    private LocalDate assignmentsEndOn(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
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

    /// The plan with its refusals, also those for what other nodes would do.
    private Plan feasible(NewReorganization form, UnitsOnDay before) {
        Plan plan = checked(form, before);
        Share share = share(plan, before, form.effectiveDate(), Set.of());
        if (!share.others().isEmpty()) {
            // Which members go where is told to nobody.
            if (!plan.singleMembers().isEmpty()) {
                plan.refuse("/successors", "members-elsewhere", Map.of("node", String.join(", ", share.others())));
            }
            ClaimedCodes.refuseHeldMeanwhile(before, share.own(), plan);
        }
        return plan;
    }

    private Plan checked(NewReorganization form, UnitsOnDay before) {
        Map<MemberId, MemberId> merged = members.mergedInto(form.members());
        Plan plan = Planning.plan(
                form.withMembers(named -> named.stream()
                        .map(each -> merged.getOrDefault(each, each))
                        .distinct()
                        .toList()),
                before);
        check(plan, form);
        return plan;
    }

    private void check(Plan plan, NewReorganization form) {
        LocalDate day = form.effectiveDate();
        Map<UnitId, List<UnitId>> comingTo = new HashMap<>();
        plan.destinationUnions()
                .forEach((from, union) ->
                        comingTo.computeIfAbsent(union, _ -> new ArrayList<>()).add(from));
        long later = organization.beginningLater(plan.leavingTheirUnion(), day);
        if (later > 0) {
            plan.refuse("/effectiveDate", "units-later", Map.of("units", later));
        }
        long superiorsLater = superiors.beginningLater(plan.endings().keySet(), day);
        if (superiorsLater > 0) {
            plan.refuse("/effectiveDate", "superiors-later", Map.of("superiors", superiorsLater));
        }
        long strangers = members.notIn(form.predecessors(), plan.singleMembers(), day);
        if (strangers > 0) {
            plan.refuse("/successors", "members-not-there", Map.of("members", strangers));
        }
        Set<UnitId> left = new HashSet<>(plan.unitsThatMembersLeave());
        left.addAll(plan.dissolved());
        long onTheWay = members.onTheWay(left, day);
        if (onTheWay > 0) {
            plan.refuse("/predecessors", "members-on-the-way", Map.of("members", onTheWay));
        }
        comingTo.forEach((union, from) -> {
            long taken = members.takenNumbers(from, day, union);
            if (taken > 0) {
                plan.refuse("/predecessors", "numbers-taken", Map.of("members", taken));
            }
        });
        if (!plan.dissolved().isEmpty()) {
            long placements = members.laterPlacements(plan.dissolved(), day);
            if (placements > 0) {
                plan.refuse("/effectiveDate", "placements-later", Map.of("members", placements));
            }
            long applicants = members.concerned(plan.dissolved(), day).applicants();
            if (applicants > 0) {
                plan.refuse("/predecessors", "applicants-waiting", Map.of("applicants", applicants));
            }
        }
    }
}
