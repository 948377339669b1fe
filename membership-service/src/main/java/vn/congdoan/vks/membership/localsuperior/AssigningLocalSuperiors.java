package vn.congdoan.vks.membership.localsuperior;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.membership.externalbody.ExternalBodies;
import vn.congdoan.vks.membership.externalbody.ExternalBody;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Records under which local superior a union is, as an ADMIN of that union: the one before ends where it begins.
@ApplicationScoped
class AssigningLocalSuperiors {

    private static final List<String> FIELDS = List.of("externalBodyId", "validFrom", "decision");

    private final LocalSuperiors superiors;
    private final ExternalBodies bodies;
    private final Units units;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    AssigningLocalSuperiors(
            LocalSuperiors superiors,
            ExternalBodies bodies,
            Units units,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.superiors = superiors;
        this.bodies = bodies;
        this.units = units;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response assign(UnitId union, NewLocalSuperior form) {
        Unit unit = units.require(union);
        caller.act(Permission.KEEP_UNITS, union);
        LocalSuperiorId id = form.id() == null ? new LocalSuperiorId(Ids.next()) : form.id();
        byte[] createdAs = hash.of(form);
        Optional<LocalSuperior> made = turns.toCreate(
                "local-superior",
                id.value(),
                () -> superiors.findByIdOptional(id),
                each -> each.wasCreatedAs(union, createdAs));
        if (made.isPresent()) {
            return shown(made.get());
        }
        turns.toChange("local-superiors", union);
        requirePossible(unit, form);
        LocalSuperior superior = begin(id, union, form, createdAs);
        trail.changed("assign", "local-superior", id.value(), union, FIELDS);
        return Created.at(address(superior), view(superior), tag(superior));
    }

    private void requirePossible(Unit unit, NewLocalSuperior form) {
        LocalDate day = form.validFrom();
        if (!unit.refOn(day).kind().isUnion()) {
            throw new Unprocessable("", "only-a-union");
        }
        if (!unit.existsOn(day)) {
            throw new Unprocessable("/validFrom", "unit-not-existing-then");
        }
        if (form.decision() != null && form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        ExternalBody body = bodies.findByIdOptional(form.externalBodyId())
                .orElseThrow(() -> new Unprocessable("/externalBodyId", "unknown-external-body"));
        if (!body.existsOn(day)) {
            throw new Unprocessable("/externalBodyId", "external-body-not-existing-then");
        }
    }

    private LocalSuperior begin(LocalSuperiorId id, UnitId union, NewLocalSuperior form, byte[] createdAs) {
        LocalDate day = form.validFrom();
        LocalDate next =
                superiors.after(day, union).map(LocalSuperior::validFrom).orElse(null);
        superiors.on(day, union).ifPresent(before -> {
            before.giveWayOn(day);
            // The one that gives way must be shorter in the database before the new one is there.
            superiors.flush();
            log.append(before.change("ended", day));
        });
        LocalSuperior superior = new LocalSuperior(id, union, form, next, createdAs, clock.instant());
        superiors.persistAndFlush(superior);
        log.append(superior.change("begun", day));
        return superior;
    }

    LocalSuperiorView view(LocalSuperior superior) {
        return superior.view(bodies.require(superior.externalBodyId()).ref());
    }

    /// An equal creation, repeated. It names its record, which is not the one in the path.
    private Response shown(LocalSuperior superior) {
        return Created.already(address(superior), view(superior), tag(superior));
    }

    private static String address(LocalSuperior superior) {
        return "/api/v1/units/" + superior.unionId() + "/local-superiors/" + superior.id();
    }

    static EntityTag tag(LocalSuperior superior) {
        return ETags.of(superior.version(), "superior");
    }
}
