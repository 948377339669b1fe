package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Writes down what is asked of insurers and what came of it: by an OFFICER, and not for oneself.
@ApplicationScoped
class ClaimingInsurance {

    private static final String CLAIM = "insurance-claim";
    private static final List<String> FIELDS = List.of("memberId", "eventOn", "date", "amount");
    private static final List<String> SETTLED = List.of("status", "amount", "date");
    private static final List<String> REFUSED = List.of("status", "date");

    private final InsuranceClaims claims;
    private final InsuredPeople people;
    private final InsurancePolicyViews views;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    ClaimingInsurance(
            InsuranceClaims claims,
            InsuredPeople people,
            InsurancePolicyViews views,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.claims = claims;
        this.people = people;
        this.views = views;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    Response claim(InsurancePolicyId policyId, NewInsuranceClaim form) {
        InsurancePolicy policy = keeping(policyId, form.memberId());
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (form.date().isBefore(form.eventOn())) {
            throw new Unprocessable("/date", "before-the-event");
        }
        if (!policy.isInForceOn(form.eventOn()) || !people.isInsured(policyId, form.memberId(), form.eventOn())) {
            throw new Unprocessable("/memberId", "not-insured-then");
        }
        InsuranceClaim made = new InsuranceClaim(new InsuranceClaimId(Ids.next()), policyId, form, clock.instant());
        claims.persistAndFlush(made);
        trail.changed("claim", CLAIM, made.id().value(), policy.unitId(), FIELDS);
        return Created.at("/api/v1/insurance-policies/" + policyId + "/claims/" + made.id(), made.view(), tag(made));
    }

    Response settle(InsurancePolicyId policyId, InsuranceClaimId id, @Nullable String ifMatch, ClaimSettlement form) {
        InsuranceClaim found = inTurn(policyId, id, ifMatch);
        found.settle(form, LocalDate.now(clock));
        return done(found, "settle", SETTLED);
    }

    Response refuse(InsurancePolicyId policyId, InsuranceClaimId id, @Nullable String ifMatch, ClaimRefusal form) {
        InsuranceClaim found = inTurn(policyId, id, ifMatch);
        found.refuse(form, LocalDate.now(clock));
        return done(found, "refuse", REFUSED);
    }

    /// One claim, or 404.
    Response show(InsurancePolicyId policyId, InsuranceClaimId id) {
        views.see(policyId);
        return shown(claims.require(policyId, id));
    }

    private InsurancePolicy keeping(InsurancePolicyId id, MemberId member) {
        InsurancePolicy policy = views.see(id);
        caller.act(Permission.KEEP_SUPPORT, policy.unitId());
        if (caller.isMember(member)) {
            throw new Forbidden("duties-not-separate");
        }
        return policy;
    }

    private InsuranceClaim inTurn(InsurancePolicyId policyId, InsuranceClaimId id, @Nullable String ifMatch) {
        turns.toChange(CLAIM, id);
        views.see(policyId);
        InsuranceClaim found = claims.require(policyId, id);
        keeping(policyId, found.memberId());
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private Response done(InsuranceClaim found, String action, List<String> fields) {
        claims.flush();
        trail.changed(
                action, CLAIM, found.id().value(), views.see(found.policyId()).unitId(), fields);
        return shown(found);
    }

    private static Response shown(InsuranceClaim found) {
        return Response.ok(found.view()).tag(tag(found)).build();
    }

    private static EntityTag tag(InsuranceClaim found) {
        return ETags.of(found.version(), "whole");
    }
}
