package vn.congdoan.vks.welfare.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;

/// Makes contribution plans and says of whom how much is expected: by an ACCOUNTANT of the unit or of one above it in
/// the same union.
@ApplicationScoped
class KeepingPlans {

    private static final String WHAT = "contribution-plan";
    private static final List<String> FIELDS = List.of("unitId", "fundId", "name", "dueOn", "amount", "share");

    private final ContributionPlans plans;
    private final PlanLines lines;
    private final PlanViews views;
    private final Funds funds;
    private final KnownMembers members;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingPlans(
            ContributionPlans plans,
            PlanLines lines,
            PlanViews views,
            Funds funds,
            KnownMembers members,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.views = views;
        this.funds = funds;
        this.members = members;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response make(PlanId id, NewPlan form) {
        form.requireOneRule();
        UnitPlace place = caller.actAt("/unitId", Permission.PLAN_CONTRIBUTIONS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<ContributionPlan> made = turns.toCreate(
                WHAT, id.value(), () -> plans.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        if (!directory.place(fund.unitId()).map(UnitPlace::unionId).equals(Optional.of(place.unionId()))) {
            throw Forbidden.unitOutOfScope("/fundId");
        }
        ContributionPlan plan = new ContributionPlan(id, place.unionId(), form, createdAs, clock.instant());
        plans.persistAndFlush(plan);
        plan.amount().ifPresent(amount -> lines.expectOfAll(id, unitsOf(plan), amount));
        done(plan, "plan", "planned", FIELDS);
        return views.created(plan);
    }

    /// Puts members on the list, or changes what is expected of them.
    Response expect(PlanId id, @Nullable String ifMatch, Expectations form) {
        ContributionPlan plan = inTurn(id, ifMatch);
        List<Long> amounts = form.amounts(plan.share());
        List<MemberId> named =
                form.members().stream().map(Expectations.Expectation::memberId).toList();
        requireMembersOfItsUnit(plan, named);
        lines.expect(id, named.stream().map(MemberId::value).toList(), amounts);
        return changed(plan, "expect", "expected", List.of("members"));
    }

    /// Puts everybody on the list who has become a member since.
    Response addNewMembers(PlanId id, @Nullable String ifMatch) {
        ContributionPlan plan = inTurn(id, ifMatch);
        long amount = plan.amount().orElseThrow(() -> new Conflict("plan-without-an-amount"));
        lines.expectOfAll(id, unitsOf(plan), amount);
        return changed(plan, "add-new-members", "expected", List.of("members"));
    }

    Response excuse(PlanId id, @Nullable String ifMatch, Excuse form) {
        ContributionPlan plan = inTurn(id, ifMatch);
        int excused = lines.excuse(id, form.memberIds(), VietnameseText.singleLine(form.reason()));
        if (excused < form.memberIds().stream().distinct().count()) {
            throw new Unprocessable("/memberIds", "not-on-the-list");
        }
        return changed(plan, "excuse", "excused", List.of("memberIds", "reason"));
    }

    Response close(PlanId id, @Nullable String ifMatch) {
        ContributionPlan plan = inTurn(id, ifMatch);
        plan.close();
        plans.flush();
        trail.changed("close", WHAT, id.value(), plan.unitId(), List.of("status"));
        log.append(plan.change("closed", LocalDate.now(clock), place(plan)));
        return views.shown(plan);
    }

    private ContributionPlan inTurn(PlanId id, @Nullable String ifMatch) {
        turns.toChange(WHAT, id);
        ContributionPlan plan = views.see(id);
        caller.act(Permission.PLAN_CONTRIBUTIONS, plan.unitId());
        ETags.requireMatch(ifMatch, plan.version());
        plan.requireOpen();
        return plan;
    }

    private void requireMembersOfItsUnit(ContributionPlan plan, List<MemberId> named) {
        Map<MemberId, KnownMember> known = members.known(Set.copyOf(named));
        Set<UnitId> units = unitsOf(plan);
        List<Violation> unknown = new ArrayList<>();
        for (int place = 0; place < named.size(); place++) {
            KnownMember member = known.get(named.get(place));
            if (member == null || !units.contains(member.unitId())) {
                unknown.add(new Violation("/members/" + place + "/memberId", "unknown-member"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Unprocessable(unknown);
        }
    }

    private Response changed(ContributionPlan plan, String action, String happened, List<String> fields) {
        done(plan, action, happened, fields);
        return views.shown(plan);
    }

    private void done(ContributionPlan plan, String action, String happened, List<String> fields) {
        plan.expect(lines.total(plan.id()));
        plans.flush();
        trail.changed(action, WHAT, plan.id().value(), plan.unitId(), fields);
        log.append(plan.change(happened, LocalDate.now(clock), place(plan)));
    }

    private Set<UnitId> unitsOf(ContributionPlan plan) {
        return directory.unitsOfMembers(plan.unitId(), LocalDate.now(clock));
    }

    private UnitPlace place(ContributionPlan plan) {
        return directory.place(plan.unitId()).orElseThrow(NotFound::new);
    }
}
