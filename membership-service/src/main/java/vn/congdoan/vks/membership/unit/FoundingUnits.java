package vn.congdoan.vks.membership.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.sql.Turns;

/// Creates units. A section or group belongs to the union it stands in; a provincial union stands below the central
/// union, so its founding is an act of the central union's ADMIN: one of the few writes across a union's boundary.
@ApplicationScoped
class FoundingUnits {

    private static final List<String> FIELDS = List.of("kind", "parentId", "code", "name", "validFrom");

    private final Units units;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    FoundingUnits(
            Units units, Caller caller, Turns turns, ChangeLog log, AuditTrail trail, BodyHash hash, Clock clock) {
        this.units = units;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response found(UnitId id, NewUnit form) {
        units.holdTree();
        caller.actAt("/parentId", Permission.KEEP_UNITS, form.parentId());
        byte[] createdAs = hash.of(form);
        Optional<Unit> made = turns.toCreate(
                "unit", id.value(), () -> units.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(view(made.get()), tag(made.get()));
        }
        turns.toChange("units", form.code());
        Unit parent = units.findByIdOptional(form.parentId()).orElseThrow(() -> Forbidden.unitOutOfScope("/parentId"));
        Unit unit = parent.found(id, form, createdAs, clock.instant());
        units.persistAndFlush(unit);
        log.append(unit.change("founded", form.validFrom()));
        trail.changed("create", "unit", id.value(), id, FIELDS);
        return Created.at("/api/v1/units/" + id, view(unit), tag(unit));
    }

    private UnitView view(Unit unit) {
        return unit.viewOn(LocalDate.now(clock));
    }

    private static EntityTag tag(Unit unit) {
        return ETags.of(unit.version(), "unit");
    }
}
