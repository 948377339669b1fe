package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.congdoan.vks.membership.assignment.AssignmentsOfUnits;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorsOfUnions;
import vn.congdoan.vks.membership.member.ReorganizingMembers;
import vn.congdoan.vks.membership.reorganization.ReorganizationEffects.Effect;
import vn.congdoan.vks.membership.reorganization.ReorganizationEffects.UnitEffect;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sync.Homes;
import vn.congdoan.vks.platform.sync.ThisNode;

/// Tells what a reorganization would do and what stands against it; nothing is done.
@ApplicationScoped
class JudgingReorganizations {

    private final UnitList organization;
    private final ReorganizingMembers members;
    private final AssignmentsOfUnits assignments;
    private final LocalSuperiorsOfUnions superiors;
    private final Homes homes;
    private final ThisNode here;
    private final Clock clock;

    JudgingReorganizations(
            UnitList organization,
            ReorganizingMembers members,
            AssignmentsOfUnits assignments,
            LocalSuperiorsOfUnions superiors,
            Homes homes,
            ThisNode here,
            Clock clock) {
        this.organization = organization;
        this.members = members;
        this.assignments = assignments;
        this.superiors = superiors;
        this.homes = homes;
        this.here = here;
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

    /// 422 with everything that stands against it.
    static void require(Plan plan) {
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

    /// What is done here, and by whom the rest.
    Share share(Plan plan, UnitsOnDay before, LocalDate day, Set<String> done) {
        Map<UnitId, Set<UnitId>> occupied = members.unionsIn(plan.endings().keySet(), day);
        Set<UUID> unions = new HashSet<>();
        before.all().forEach(each -> unions.add(each.unionId().value()));
        occupied.values().forEach(some -> some.forEach(each -> unions.add(each.value())));
        return new Share(plan, new Writers(here.id(), homes.of(unions), before), occupied, done);
    }

    /// Authority is judged at the time of a request: what was done by it until today was rightly done.
    LocalDate assignmentsEndOn(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
    }

    /// The plan with its refusals, also those for what other nodes would do.
    Plan feasible(NewReorganization form, UnitsOnDay before) {
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

    /// Adds what stands against a plan.
    void check(Plan plan, NewReorganization form) {
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
