package vn.congdoan.vks.membership.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Writes down which documents of units that end were handed over: an OFFICER of them, or of what came after them.
@ApplicationScoped
class HandingDocumentsOver {

    private static final List<String> FIELDS =
            List.of("unitIds", "toUnitId", "date", "documents", "handedOverBy", "receivedBy");

    private final DocumentHandovers handovers;
    private final Units units;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    HandingDocumentsOver(
            DocumentHandovers handovers,
            Units units,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.handovers = handovers;
        this.units = units;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response handOver(DocumentHandoverId id, NewDocumentHandover form) {
        UnitPlace place = actAt(form.unitIds());
        byte[] createdAs = hash.of(form);
        Optional<DocumentHandover> made = turns.toCreate(
                "document-handover",
                id.value(),
                () -> handovers.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(true), tag(made.get()));
        }
        UnitId union = unionOfAll(form.unitIds());
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (form.unitIds().contains(form.toUnitId())
                || units.findByIdOptional(form.toUnitId())
                        .filter(unit -> unit.existsOn(form.date()))
                        .isEmpty()) {
            throw new Unprocessable("/toUnitId", "unit-not-existing-then");
        }
        DocumentHandover handover = new DocumentHandover(id, union, form, createdAs, clock.instant());
        handovers.persistAndFlush(handover);
        trail.changed(
                "hand-over", "document-handover", id.value(), form.unitIds().getFirst(), FIELDS);
        log.append(handover.change(Audience.ofUnionAt(place)));
        return Created.at("/api/v1/document-handovers/" + id, handover.view(true), tag(handover));
    }

    Response show(DocumentHandoverId id) {
        DocumentHandover found = handovers.require(id);
        UnitId unit = found.units().getFirst();
        caller.see(Permission.READ_MEMBERS, unit);
        boolean withSigners = caller.reach(Permission.READ_MEMBERS, unit) == Reach.SCOPE;
        return Response.ok(found.view(withSigners)).tag(tag(found)).build();
    }

    private UnitPlace actAt(List<UnitId> all) {
        UnitPlace first = caller.actAt("/unitIds/0", Permission.KEEP_MEMBERS, all.getFirst());
        for (int index = 1; index < all.size(); index++) {
            caller.actAt("/unitIds/" + index, Permission.KEEP_MEMBERS, all.get(index));
        }
        return first;
    }

    private UnitId unionOfAll(List<UnitId> all) {
        UnitId union = handovers.unionOf(all.getFirst()).orElseThrow();
        for (int index = 1; index < all.size(); index++) {
            if (handovers.unionOf(all.get(index)).filter(union::equals).isEmpty()) {
                throw new Unprocessable("/unitIds/" + index, "unit-of-another-union");
            }
        }
        return union;
    }

    private static EntityTag tag(DocumentHandover handover) {
        return ETags.of(handover.version(), "handover");
    }
}
