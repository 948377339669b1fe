package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// What an ADMIN does with a reorganization: writes it down, previews, applies or cancels it. An ADMIN decides on the
/// sections and groups of the own union; the central union's on unions and on what crosses their boundaries.
@ApplicationScoped
class DecidingReorganizations {

    /// How many members and former members are carried over while somebody waits for the answer.
    private static final int MOST_AT_ONCE = 500;

    private static final List<String> FIELDS =
            List.of("kind", "effectiveDate", "decision", "predecessors", "successors");
    private static final List<String> STATUS = List.of("status");

    private final Reorganizations reorganizations;
    private final JudgingReorganizations judging;
    private final DoingReorganizations doing;
    private final FinishingReorganizations finishing;
    private final UnitList organization;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final ReorganizationViews views;
    private final Actors actors;
    private final Event<DueReorganizations.Became> becameDue;
    private final Clock clock;

    DecidingReorganizations(
            Reorganizations reorganizations,
            JudgingReorganizations judging,
            DoingReorganizations doing,
            FinishingReorganizations finishing,
            UnitList organization,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            ReorganizationViews views,
            Actors actors,
            Event<DueReorganizations.Became> becameDue,
            Clock clock) {
        this.reorganizations = reorganizations;
        this.judging = judging;
        this.doing = doing;
        this.finishing = finishing;
        this.organization = organization;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.views = views;
        this.actors = actors;
        this.becameDue = becameDue;
        this.clock = clock;
    }

    /// What a new one would do.
    ReorganizationEffects preview(NewReorganization form) {
        requireDecidedByCaller(form);
        return judging.effects(form, views::told);
    }

    Response draft(ReorganizationId id, NewReorganization form) {
        byte[] createdAs = hash.of(form);
        Optional<Reorganization> made = turns.toCreate(
                "reorganization",
                id.value(),
                () -> reorganizations.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            requireDecidedByCaller(made.get());
            return Created.already(views.view(made.get()), tag(made.get()));
        }
        UnitId union = requireDecidedByCaller(form);
        Planning.plan(form, organization.on(form.effectiveDate()));
        Reorganization drafted = new Reorganization(id, form, views.json(form), union, createdAs, clock.instant());
        reorganizations.persistAndFlush(drafted);
        log.append(drafted.change("drafted", views.published(drafted)));
        trail.changed("draft", "reorganization", id.value(), union, FIELDS);
        return Created.at("/api/v1/reorganizations/" + id, views.view(drafted), tag(drafted));
    }

    /// Applied at once if its day has come and it is not too large for that, else scheduled.
    Response apply(ReorganizationId id, @Nullable String ifMatch) {
        Reorganization reorganization = requireFor(id, ifMatch);
        reorganization.requireOpen();
        long concerned = judging.requirePossible(views.said(reorganization));
        boolean due = !reorganization.effectiveDate().isAfter(LocalDate.now(clock));
        if (due && concerned <= MOST_AT_ONCE) {
            return shown(doing.begin(reorganization, actors.current().orElseThrow()));
        }
        if (due) {
            becameDue.fire(new DueReorganizations.Became(reorganization.id()));
            reorganization.scheduleAnew(actors.current().orElseThrow());
        } else {
            reorganization.schedule(actors.current().orElseThrow());
        }
        return recorded(reorganization, "schedule", "scheduled");
    }

    Response cancel(ReorganizationId id, @Nullable String ifMatch) {
        Reorganization reorganization = requireFor(id, ifMatch);
        reorganization.cancel();
        return recorded(reorganization, "cancel", "cancelled");
    }

    /// Makes it final: everything that it ended is closed.
    Response finish(ReorganizationId id, @Nullable String ifMatch) {
        Reorganization reorganization = requireFor(id, ifMatch);
        reorganization.requireApplied();
        finishing.requireComplete(reorganization);
        reorganization.finish(clock.instant());
        return recorded(reorganization, "finish", "finished");
    }

    /// What has to be done until it is final.
    ReorganizationClosing closing(ReorganizationId id) {
        Reorganization reorganization = reorganizations.require(id);
        return ReorganizationClosing.of(id, reorganization.finalAt(), finishing.kits(reorganization));
    }

    Response shown(ReorganizationId id) {
        return shown(reorganizations.require(id));
    }

    private Response shown(Reorganization reorganization) {
        return Response.ok(views.view(reorganization)).tag(tag(reorganization)).build();
    }

    private Response recorded(Reorganization reorganization, String action, String happened) {
        reorganizations.flush();
        log.append(reorganization.change(happened, views.published(reorganization)));
        trail.changed(action, "reorganization", reorganization.id().value(), reorganization.ownerUnionId(), STATUS);
        return shown(reorganization);
    }

    private Reorganization requireFor(ReorganizationId id, @Nullable String ifMatch) {
        // Whoever does a large one holds it for long.
        turns.beReadyToGiveUp();
        Reorganization reorganization = reorganizations.requireToChange(id);
        requireDecidedByCaller(reorganization);
        ETags.requireMatch(ifMatch, reorganization.version());
        return reorganization;
    }

    private UnitId requireDecidedByCaller(NewReorganization form) {
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        NamedUnits.Decides decides = NamedUnits.decides(form, organization.on(form.effectiveDate()));
        decides.over().forEach(each -> caller.actAt(each.pointer(), Permission.KEEP_UNITS, each.unit()));
        return decides.union();
    }

    /// Once it is closed, or its units are no longer there, the union that decides is all that is left to ask for.
    private void requireDecidedByCaller(Reorganization reorganization) {
        NewReorganization form = views.said(reorganization);
        List<NamedUnits.Named> over;
        try {
            over = NamedUnits.decides(form, organization.on(form.effectiveDate()))
                    .over();
        } catch (Unprocessable gone) {
            over = List.of(new NamedUnits.Named("", reorganization.ownerUnionId()));
        }
        over.forEach(each -> caller.act(Permission.KEEP_UNITS, each.unit()));
    }

    private static EntityTag tag(Reorganization reorganization) {
        return ETags.of(reorganization.version(), "reorganization");
    }
}
