package vn.congdoan.vks.membership.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Grants and ends assignments. An ADMIN does so in the own scope, never for himself. Across a union's boundary the
/// ADMIN of the union above gives a union without any ADMIN its first, and the union's node its account; and may
/// end what it gave.
@ApplicationScoped
class GrantingAssignments {

    private static final Set<Role> GIVEN_FROM_ABOVE = Set.of(Role.ADMIN, Role.NODE);
    private static final List<String> FIELDS = List.of("principal", "role", "unitId", "validFrom", "validTo");

    private final Assignments assignments;
    private final Units units;
    private final Directory directory;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    GrantingAssignments(
            Assignments assignments,
            Units units,
            Directory directory,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.assignments = assignments;
        this.units = units;
        this.directory = directory;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response grant(AssignmentId id, NewAssignment form) {
        units.standStill();
        Principal principal = new Principal(caller.principal().issuer(), form.subject());
        byte[] createdAs = hash.of(form);
        Optional<Assignment> made = turns.toCreate(
                "assignment", id.value(), () -> assignments.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        UnitId owner = owner(form, made.isPresent());
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        if (principal.equals(caller.principal())) {
            throw new Forbidden("self-grant");
        }
        if (units.require(form.unitId()).hasEndedBy(LocalDate.now(clock))) {
            throw new Unprocessable("/unitId", "unit-ended");
        }
        Assignment granted = Assignment.grant(id, principal, form, owner, createdAs, clock.instant());
        assignments.persistAndFlush(granted);
        log.append(granted.change("granted", granted.validFrom(), audience(granted)));
        trail.changed("grant", "assignment", id.value(), form.unitId(), FIELDS);
        return Created.at("/api/v1/assignments/" + id, granted.view(), tag(granted));
    }

    Assignment end(Assignment assignment, LocalDate day) {
        boolean inScope = caller.reach(Permission.GRANT_ASSIGNMENTS, assignment.unitId()) == Reach.SCOPE;
        boolean asOwner = caller.reach(Permission.GRANT_ASSIGNMENTS, assignment.ownerUnionId()) == Reach.SCOPE;
        if (!inScope && !asOwner) {
            throw new Forbidden();
        }
        LocalDate today = LocalDate.now(clock);
        requireAnotherAdmin(assignment, today);
        assignment.end(day, today);
        assignments.flush();
        log.append(assignment.change("ended", day, audience(assignment)));
        trail.changed("end", "assignment", assignment.id().value(), assignment.unitId(), List.of("validTo"));
        return assignment;
    }

    private Audience audience(Assignment assignment) {
        return Audience.ofUnionAt(directory.place(assignment.unitId()).orElseThrow());
    }

    /// Whose record it becomes; refuses who may not grant it.
    private UnitId owner(NewAssignment form, boolean repeated) {
        UnitPlace place = directory.place(form.unitId()).orElseThrow(() -> Forbidden.unitOutOfScope("/unitId"));
        if (caller.reach(Permission.GRANT_ASSIGNMENTS, form.unitId()) == Reach.SCOPE) {
            return place.unionId();
        }
        boolean ofUnion =
                GIVEN_FROM_ABOVE.contains(form.role()) && place.unitId().equals(place.unionId());
        Optional<UnitId> above = place.unionsAbove().stream()
                .filter(union -> caller.reach(Permission.GRANT_ASSIGNMENTS, union) == Reach.SCOPE)
                .findFirst();
        if (!ofUnion || above.isEmpty()) {
            throw Forbidden.unitOutOfScope("/unitId");
        }
        if (!repeated
                && form.role() == Role.ADMIN
                && assignments.lastingAdmins(form.unitId(), LocalDate.now(clock)) > 0) {
            throw new Conflict("union-has-admin");
        }
        return above.get();
    }

    /// Nobody is above the root: without an ADMIN of its own it could never have one again.
    private void requireAnotherAdmin(Assignment assignment, LocalDate today) {
        UnitPlace place = directory.place(assignment.unitId()).orElseThrow();
        boolean atRoot =
                place.unitId().equals(place.unionId()) && place.unionsAbove().isEmpty();
        if (atRoot && assignment.isAdminAt(place.unitId()) && assignments.lastingAdmins(place.unitId(), today) <= 1) {
            throw new Conflict("last-admin");
        }
    }

    private static EntityTag tag(Assignment assignment) {
        return ETags.of(assignment.version(), "assignment");
    }
}
