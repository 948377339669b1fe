package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.Dong;

/// Plans visits and writes down how they went, by an OFFICER of the case's unit or of one above it in the same union.
@ApplicationScoped
class KeepingVisits {

    private static final String RECORD = "support-visit";

    private final SupportVisits visits;
    private final VisitViews views;
    private final HealthNotes notes;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    KeepingVisits(
            SupportVisits visits,
            VisitViews views,
            HealthNotes notes,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.visits = visits;
        this.views = views;
        this.notes = notes;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    Response plan(SupportCaseId of, NewVisit form) {
        SupportCase found = inTurn(of);
        found.requireToBeVisited();
        Visitor.requireKnown(form.visitors());
        requireNotBefore(found, form.date());
        SupportVisitId id = new SupportVisitId(Ids.next());
        SupportVisit visit = new SupportVisit(
                id,
                of,
                form,
                notes.sealed(id, form.healthNote()),
                caller.principal().account(),
                clock.instant());
        visits.persistAndFlush(visit);
        trail.changed("plan", RECORD, id.value(), found.unitId(), List.of("date", "visitors", "healthNote"));
        return VisitViews.created(visit);
    }

    Response make(SupportCaseId of, SupportVisitId id, @Nullable String ifMatch, MadeVisit form) {
        SupportCase found = inTurn(of);
        SupportVisit visit = requireMatch(of, id, ifMatch);
        if (form.visitors() != null) {
            Visitor.requireKnown(form.visitors());
        }
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        requireNotBefore(found, form.date());
        long most = found.approvedMoney();
        if (form.paidForGifts() > most) {
            throw new Unprocessable(
                    List.of(new Violation("/bought", "more-than-approved", Map.of("most", new Dong(most)))));
        }
        visit.make(form, notes.sealed(id, form.healthNote()), caller.principal().account());
        visits.flush();
        trail.changed("make", RECORD, id.value(), found.unitId(), List.of("date", "visitors", "bought", "healthNote"));
        return views.shown(visit);
    }

    Response cancel(SupportCaseId of, SupportVisitId id, @Nullable String ifMatch) {
        SupportCase found = inTurn(of);
        SupportVisit visit = requireMatch(of, id, ifMatch);
        views.requireNothingGiven(visit);
        visit.cancel();
        visits.flush();
        trail.changed("cancel", RECORD, id.value(), found.unitId(), List.of("status"));
        return views.shown(visit);
    }

    private SupportCase inTurn(SupportCaseId of) {
        turns.toChange("support-case", of);
        SupportCase found = views.see(of);
        caller.act(Permission.KEEP_SUPPORT, found.unitId());
        return found;
    }

    private SupportVisit requireMatch(SupportCaseId of, SupportVisitId id, @Nullable String ifMatch) {
        SupportVisit visit = visits.require(of, id);
        ETags.requireMatch(ifMatch, visit.version());
        return visit;
    }

    private static void requireNotBefore(SupportCase found, LocalDate date) {
        if (date.isBefore(found.requestedOn())) {
            throw new Unprocessable("/date", "before-the-request");
        }
    }
}
