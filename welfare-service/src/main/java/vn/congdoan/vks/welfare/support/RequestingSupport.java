package vn.congdoan.vks.welfare.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Takes requests for support, by an OFFICER of the unit or of one above it in the same union. Who the member is
/// may have to be asked from elsewhere: before the transaction.
@ApplicationScoped
class RequestingSupport {

    private static final List<String> FIELDS =
            List.of("unitId", "kind", "beneficiary", "date", "amount", "reason", "healthNote");

    private final SupportCases cases;
    private final SupportCaseViews views;
    private final HealthNotes notes;
    private final Caller caller;
    private final KnownMembers members;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    RequestingSupport(
            SupportCases cases,
            SupportCaseViews views,
            HealthNotes notes,
            Caller caller,
            KnownMembers members,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.cases = cases;
        this.views = views;
        this.notes = notes;
        this.caller = caller;
        this.members = members;
        this.turns = turns;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Takes it under a new id, once for an `Idempotency-Key`.
    Response request(NewSupportCase form) {
        Known known = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(
                        form,
                        () -> request(new SupportCaseId(Ids.next()), form, known),
                        id -> views.show(new SupportCaseId(id))));
    }

    /// Takes it under the client's id.
    Response request(SupportCaseId id, NewSupportCase form) {
        Known known = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.toCreate(
                                "support-case",
                                id.value(),
                                () -> cases.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(SupportCaseViews::already)
                        .orElseGet(() -> request(id, form, known)));
    }

    /// What is known before the transaction.
    private record Known(UnitPlace place, Optional<KnownMember> member) {}

    private Known look(NewSupportCase form) {
        form.beneficiary().requireFieldsOfItsKind();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        return new Known(
                place, Optional.ofNullable(form.beneficiary().memberId()).flatMap(members::find));
    }

    private Response request(SupportCaseId id, NewSupportCase form, Known known) {
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        UnitPlace place = known.place();
        form.beneficiary().requireKnown(known.member(), place, form.date());
        SupportCase made = new SupportCase(
                id,
                place.unionId(),
                form,
                notes.sealed(id, form.healthNote()),
                caller.principal().account(),
                hash.of(form),
                clock.instant());
        cases.persistAndFlush(made);
        trail.changed("request", "support-case", id.value(), form.unitId(), FIELDS);
        log.append(made.change("requested", form.date(), place));
        return SupportCaseViews.created(made);
    }
}
