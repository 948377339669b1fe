package vn.congdoan.vks.welfare.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.Dong;

/// Plans visits and writes down how they went, by an OFFICER of the case's unit or of one above it in the same union.
@ApplicationScoped
class KeepingVisits {

    private static final String RECORD = "support-visit";

    private final SupportCases cases;
    private final SupportVisits visits;
    private final VisitViews views;
    private final HealthNotes notes;
    private final Caller caller;
    private final Directory directory;
    private final KnownMembers members;
    private final Turns turns;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    KeepingVisits(
            SupportCases cases,
            SupportVisits visits,
            VisitViews views,
            HealthNotes notes,
            Caller caller,
            Directory directory,
            KnownMembers members,
            Turns turns,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.cases = cases;
        this.visits = visits;
        this.views = views;
        this.notes = notes;
        this.caller = caller;
        this.directory = directory;
        this.members = members;
        this.turns = turns;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Plans it, once for an `Idempotency-Key`.
    Response plan(SupportCaseId of, NewVisit form) {
        requireKnown(form.visitors(), place(of));
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        once.run(form, () -> planned(of, form), id -> views.show(of, new SupportVisitId(id), null)));
    }

    /// Writes down how it went, once for an `Idempotency-Key`.
    Response make(SupportCaseId of, SupportVisitId id, @Nullable String ifMatch, MadeVisit form) {
        UnitPlace place = place(of);
        if (form.visitors() != null) {
            requireKnown(form.visitors(), place);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(form, () -> made(of, id, ifMatch, form), same -> views.show(of, id, null)));
    }

    private Response planned(SupportCaseId of, NewVisit form) {
        SupportCase found = inTurn(of);
        found.requireToBeVisited();
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

    private Response made(SupportCaseId of, SupportVisitId id, @Nullable String ifMatch, MadeVisit form) {
        SupportCase found = inTurn(of);
        SupportVisit visit = requireMatch(of, id, ifMatch);
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

    /// Where the case's unit stands, for whoever may keep its visits.
    private UnitPlace place(SupportCaseId of) {
        UnitId unit = cases.paying(of).orElseThrow(NotFound::new).unit();
        caller.see(Permission.READ_SUPPORT, unit);
        caller.act(Permission.KEEP_SUPPORT, unit);
        return directory.place(unit).orElseThrow(NotFound::new);
    }

    /// Members who go are the union's own; others go by name. Who they are may have to be asked from elsewhere: before
    /// the transaction.
    private void requireKnown(List<Visitor> visitors, UnitPlace place) {
        Visitor.requireMemberOrName(visitors);
        for (int each = 0; each < visitors.size(); each++) {
            MemberId member = visitors.get(each).memberId();
            if (member != null
                    && members.find(member)
                            .filter(known -> known.ownerUnionId().equals(place.unionId()))
                            .isEmpty()) {
                throw new Unprocessable("/visitors/" + each + "/memberId", "unknown-member");
            }
        }
    }

    private static void requireNotBefore(SupportCase found, LocalDate date) {
        if (date.isBefore(found.requestedOn())) {
            throw new Unprocessable("/date", "before-the-request");
        }
    }
}
