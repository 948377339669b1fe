package vn.congdoan.vks.welfare.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Sets rules of entitlement, by the CHAIR of the union that they hold for, as its limits of support are set.
@ApplicationScoped
class SettingRules {

    private static final List<String> FIELDS =
            List.of("unitId", "reason", "kind", "validFrom", "afterDays", "withinDays", "legalBasis", "decision");

    private final EntitlementRules rules;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    SettingRules(EntitlementRules rules, Caller caller, Turns turns, AuditTrail trail, BodyHash hash, Clock clock) {
        this.rules = rules;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response set(EntitlementRuleId id, NewEntitlementRule form) {
        form.requireFieldsOfItsReason();
        UnitPlace place = caller.actAt("/unitId", Permission.SET_SUPPORT_LIMITS, form.unitId());
        if (!place.unionId().equals(form.unitId())) {
            throw new Unprocessable("/unitId", "not-a-union");
        }
        byte[] createdAs = hash.of(form);
        Optional<EntitlementRule> made = turns.toCreate(
                "entitlement-rule", id.value(), () -> rules.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        turns.toChange("entitlement-rules", form.unitId());
        if (rules.begins(form.unitId(), form.reason(), form.validFrom())) {
            throw new Conflict("rule-begins-already", new Violation("/validFrom", "taken"));
        }
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        EntitlementRule rule = new EntitlementRule(id, form, createdAs, clock.instant());
        rules.persistAndFlush(rule);
        trail.changed("set", "entitlement-rule", id.value(), form.unitId(), FIELDS);
        return Created.at("/api/v1/entitlement-rules/" + id, rule.view(), tag(rule));
    }

    /// One rule, or 404.
    Response show(EntitlementRuleId id) {
        EntitlementRule rule = rules.require(id);
        caller.see(Permission.READ_SUPPORT, rule.unitId());
        return Response.ok(rule.view()).tag(tag(rule)).build();
    }

    private static EntityTag tag(EntitlementRule rule) {
        return ETags.of(rule.version(), "whole");
    }
}
