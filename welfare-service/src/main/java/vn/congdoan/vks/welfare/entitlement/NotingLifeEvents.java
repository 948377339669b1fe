package vn.congdoan.vks.welfare.entitlement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Notes what happened to people, by an OFFICER of the unit or of one above it in the same union.
@ApplicationScoped
class NotingLifeEvents {

    private static final String EVENT = "life-event";
    private static final List<String> FIELDS = List.of("unitId", "memberId", "kind", "date", "relation", "healthNote");

    private final LifeEvents events;
    private final LifeNotes notes;
    private final Caller caller;
    private final KnownMembers members;
    private final Turns turns;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    NotingLifeEvents(
            LifeEvents events,
            LifeNotes notes,
            Caller caller,
            KnownMembers members,
            Turns turns,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.events = events;
        this.notes = notes;
        this.caller = caller;
        this.members = members;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Notes it under the client's id. Who the member is may have to be asked from elsewhere: before the transaction.
    Response note(LifeEventId id, NewLifeEvent form) {
        form.requireFieldsOfItsKind();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        Optional<KnownMember> member = members.find(form.memberId());
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.toCreate(
                                EVENT,
                                id.value(),
                                () -> events.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(made -> Created.already(made.view(null), tag(made)))
                        .orElseGet(() -> note(id, form, place, member)));
    }

    private Response note(LifeEventId id, NewLifeEvent form, UnitPlace place, Optional<KnownMember> member) {
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (!member.map(KnownMember::ownerUnionId).equals(Optional.of(place.unionId()))) {
            throw new Unprocessable("/memberId", "unknown-member");
        }
        LifeEvent made = new LifeEvent(
                id,
                place.unionId(),
                form,
                notes.sealed(id, form.healthNote()),
                caller.principal().account(),
                hash.of(form),
                clock.instant());
        events.persistAndFlush(made);
        trail.changed("note", EVENT, id.value(), form.unitId(), FIELDS);
        return Created.at("/api/v1/life-events/" + id, made.view(null), tag(made));
    }

    Response end(LifeEventId id, @Nullable String ifMatch, LifeEventEnd form) {
        LifeEvent event = inTurn(id, ifMatch);
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        event.end(form.date());
        events.flush();
        trail.changed("end", EVENT, id.value(), event.unitId(), List.of("endedOn"));
        return shown(event);
    }

    Response withdraw(LifeEventId id, @Nullable String ifMatch, LifeEventWithdrawal form) {
        LifeEvent event = inTurn(id, ifMatch);
        event.withdraw(form.reason(), clock.instant());
        events.flush();
        trail.changedBecause(form.reason(), "withdraw", EVENT, id.value(), event.unitId(), List.of("withdrawnAt"));
        return shown(event);
    }

    /// One note, or 404; with what it tells of health for a purpose, and the trail keeps who asked and why.
    Response show(LifeEventId id, @Nullable String purpose) {
        LifeEvent event = see(id);
        byte[] sealed = event.healthNote();
        if (purpose == null
                || sealed == null
                || caller.reach(Permission.READ_SENSITIVE, event.unitId()) != Reach.SCOPE) {
            return shown(event);
        }
        trail.read(EVENT, id.value(), event.unitId(), purpose);
        return Response.ok(event.view(notes.opened(id, sealed)))
                .tag(ETags.of(event.version(), "whole"))
                .build();
    }

    private LifeEvent inTurn(LifeEventId id, @Nullable String ifMatch) {
        LifeEvent event = see(id);
        caller.act(Permission.KEEP_SUPPORT, event.unitId());
        ETags.requireMatch(ifMatch, event.version());
        return event;
    }

    private LifeEvent see(LifeEventId id) {
        LifeEvent event = events.require(id);
        caller.see(Permission.READ_SUPPORT, event.unitId());
        return event;
    }

    private static Response shown(LifeEvent event) {
        return Response.ok(event.view(null)).tag(tag(event)).build();
    }

    private static EntityTag tag(LifeEvent event) {
        return ETags.of(event.version(), "noteless");
    }
}
