package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Sets limits of support, by the CHAIR of the union that they hold for.
@ApplicationScoped
class SettingLimits {

    private static final List<String> FIELDS = List.of(
            "unitId", "kind", "validFrom", "chairUpTo", "perCase", "perPersonAndYear", "legalBasis", "decision");

    private final SupportLimits limits;
    private final SupportCases cases;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    SettingLimits(
            SupportLimits limits,
            SupportCases cases,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.limits = limits;
        this.cases = cases;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response set(SupportLimitId id, NewSupportLimit form) {
        UnitPlace place = caller.actAt("/unitId", Permission.SET_SUPPORT_LIMITS, form.unitId());
        if (!place.unionId().equals(form.unitId())) {
            throw new Unprocessable("/unitId", "not-a-union");
        }
        byte[] createdAs = hash.of(form);
        Optional<SupportLimit> made = turns.toCreate(
                "support-limit", id.value(), () -> limits.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        turns.toChange("support-limits", form.unitId());
        if (limits.begins(form.unitId(), form.kind(), form.validFrom())) {
            throw new Conflict("limit-begins-already", new Violation("/validFrom", "taken"));
        }
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (cases.areDecidedFrom(directory.subtree(form.unitId()), form.kind(), form.validFrom())) {
            throw new Conflict("limit-after-decisions", new Violation("/validFrom", "cases-decided"));
        }
        SupportLimit limit = new SupportLimit(id, form, createdAs, clock.instant());
        limits.persistAndFlush(limit);
        trail.changed("set", "support-limit", id.value(), form.unitId(), FIELDS);
        log.append(limit.change(place));
        return Created.at("/api/v1/support-limits/" + id, limit.view(), tag(limit));
    }

    /// One limit, or 404.
    Response show(SupportLimitId id) {
        SupportLimit limit = limits.require(id);
        caller.see(Permission.READ_FUNDS, limit.unitId());
        return Response.ok(limit.view()).tag(tag(limit)).build();
    }

    private static EntityTag tag(SupportLimit limit) {
        return ETags.of(limit.version(), "whole");
    }
}
