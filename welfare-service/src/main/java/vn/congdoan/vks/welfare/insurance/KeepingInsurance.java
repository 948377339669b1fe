package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Writes policies down, and lets the list of the insured follow membership: by an OFFICER.
@ApplicationScoped
class KeepingInsurance {

    /// Premiums are no support of anybody in particular.
    static final SupportKind PURPOSE = SupportKind.OTHER;

    private static final String POLICY = "insurance-policy";
    private static final List<String> FIELDS =
            List.of("unitId", "insurer", "number", "covers", "validFrom", "validTo", "premium", "fundId", "insureAll");
    private static final List<String> ENDORSED = List.of("date", "number", "memberIds");

    private final InsurancePolicies policies;
    private final InsuredPeople people;
    private final Endorsements endorsements;
    private final InsurancePolicyViews views;
    private final PayingFunds funds;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingInsurance(
            InsurancePolicies policies,
            InsuredPeople people,
            Endorsements endorsements,
            InsurancePolicyViews views,
            PayingFunds funds,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.policies = policies;
        this.people = people;
        this.endorsements = endorsements;
        this.views = views;
        this.funds = funds;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response conclude(InsurancePolicyId id, NewInsurancePolicy form) {
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<InsurancePolicy> made = turns.toCreate(
                POLICY, id.value(), () -> policies.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        if (!form.validTo().isAfter(form.validFrom())) {
            throw new Unprocessable("/validTo", "empty-period");
        }
        if (form.fundId() != null) {
            funds.requireFor(place, form.fundId(), PURPOSE);
        }
        InsurancePolicy policy = new InsurancePolicy(
                id, place.unionId(), form, caller.principal().account(), createdAs, clock.instant());
        policies.persistAndFlush(policy);
        if (Boolean.TRUE.equals(form.insureAll())) {
            List<DifferenceView> everybody = differences(policy, policy.beginsOn(), null);
            people.join(id, those(everybody, InsuranceChange.JOINED), policy.beginsOn());
        }
        done(policy, "conclude", "concluded", FIELDS);
        return views.created(policy);
    }

    /// Takes over who joined and who left, from a day on.
    Response endorse(InsurancePolicyId id, @Nullable String ifMatch, NewEndorsement form) {
        turns.toChange(POLICY, id);
        InsurancePolicy policy = views.see(id);
        caller.act(Permission.KEEP_SUPPORT, policy.unitId());
        ETags.requireMatch(ifMatch, policy.version());
        if (!policy.isInForceOn(form.date())) {
            throw new Unprocessable("/date", "outside-the-period");
        }
        List<DifferenceView> differences = differences(policy, form.date(), form.memberIds());
        if (form.memberIds() != null && differences.size() < new HashSet<>(form.memberIds()).size()) {
            throw new Unprocessable("/memberIds", "neither-joined-nor-left");
        }
        if (differences.isEmpty()) {
            throw new Conflict("nothing-to-endorse");
        }
        List<MemberId> joined = those(differences, InsuranceChange.JOINED);
        List<MemberId> left = those(differences, InsuranceChange.LEFT);
        people.leave(id, left, form.date());
        people.join(id, joined, form.date());
        endorsements.add(
                id,
                form.date(),
                form.number() == null ? null : VietnameseText.singleLine(form.number()),
                joined.size(),
                left.size(),
                clock.instant(),
                caller.principal().account());
        policy.endorsed();
        done(policy, "endorse", "endorsed", ENDORSED);
        return views.shown(policy);
    }

    private List<DifferenceView> differences(InsurancePolicy policy, LocalDate day, @Nullable List<MemberId> members) {
        return people.differences(
                policy.id(), directory.unitsOfMembers(policy.unitId(), day), day, members, null, Integer.MAX_VALUE);
    }

    private static List<MemberId> those(List<DifferenceView> differences, InsuranceChange change) {
        return differences.stream()
                .filter(each -> each.change() == change)
                .map(DifferenceView::memberId)
                .toList();
    }

    private void done(InsurancePolicy policy, String action, String happened, List<String> fields) {
        policy.insures(people.many(policy.id()));
        policies.flush();
        trail.changed(action, POLICY, policy.id().value(), policy.unitId(), fields);
        UnitPlace place = directory.place(policy.unitId()).orElseThrow(NotFound::new);
        log.append(policy.change(happened, LocalDate.now(clock), place));
    }
}
