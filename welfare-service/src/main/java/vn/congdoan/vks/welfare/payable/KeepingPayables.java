package vn.congdoan.vks.welfare.payable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Writes down what is owed by decisions that no award of campaign-service tells of, and that it is owed no more: by an
/// OFFICER of the unit or of one above it in the same union.
@ApplicationScoped
class KeepingPayables {

    private static final List<String> FIELDS =
            List.of("unitId", "memberId", "recipientUnitId", "text", "amount", "decision");

    private final Payables payables;
    private final PayableViews views;
    private final KnownMembers members;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingPayables(
            Payables payables,
            PayableViews views,
            KnownMembers members,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.payables = payables;
        this.views = views;
        this.members = members;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Writes it down under a new id, once for an `Idempotency-Key`.
    Response enter(NewPayable form) {
        UnitPlace place = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(
                        form,
                        () -> enter(new PayableId(Ids.next()), form, place),
                        id -> views.show(new PayableId(id))));
    }

    /// Writes it down under the client's id.
    Response enter(PayableId id, NewPayable form) {
        UnitPlace place = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.toCreate(
                                "payable",
                                id.value(),
                                () -> payables.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(PayableViews::already)
                        .orElseGet(() -> enter(id, form, place)));
    }

    /// Before the transaction: membership-service may have to be asked.
    private UnitPlace look(NewPayable form) {
        form.requireOneRecipient();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        if (form.memberId() != null
                && members.find(form.memberId())
                        .filter(each -> each.ownerUnionId().equals(place.unionId()))
                        .isEmpty()) {
            throw new Unprocessable("/memberId", "unknown-member");
        }
        if (form.recipientUnitId() != null
                && directory
                        .place(form.recipientUnitId())
                        .filter(each -> each.unionId().equals(place.unionId()))
                        .isEmpty()) {
            throw new Unprocessable("/recipientUnitId", "unknown-reference");
        }
        return place;
    }

    private Response enter(PayableId id, NewPayable form, UnitPlace place) {
        IssuedDecision decision = form.decision().cleanUntil(LocalDate.now(clock), "/decision/date");
        Payable made = new Payable(
                id, place.unionId(), form, decision, caller.principal().account(), hash.of(form), clock.instant());
        turns.toChange("payables", place.unionId());
        payables.persistAndFlush(made);
        if (payables.isKnownOtherwise(
                id,
                PayableStatus.UNASSIGNED,
                PayableStatus.RECOGNISED,
                PayableStatus.PAID,
                PayableStatus.CLAIMED,
                PayableStatus.SETTLED)) {
            throw new Conflict("payable-known", new Violation("/decision/number", "taken"));
        }
        trail.changed("enter", "payable", id.value(), made.unitId(), FIELDS);
        log.append(made.change("entered", made.decidedOn(), place));
        return PayableViews.created(made);
    }

    Response revoke(PayableId id, @Nullable String ifMatch, Revocation form) {
        Payable found = inTurn(id, ifMatch);
        found.requireManual();
        found.revoke(form.decision().cleanUntil(LocalDate.now(clock), "/decision/date"));
        return done(found, "revoke", "revoked", List.of("status", "revocation"));
    }

    Response cancel(PayableId id, @Nullable String ifMatch) {
        Payable found = inTurn(id, ifMatch);
        found.requireManual();
        found.cancel();
        return done(found, "cancel", "cancelled", List.of("status"));
    }

    private Payable inTurn(PayableId id, @Nullable String ifMatch) {
        turns.toChange("payable", id);
        Payable found = views.see(id);
        caller.act(Permission.KEEP_SUPPORT, found.unitId());
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private Response done(Payable found, String action, String happened, List<String> fields) {
        payables.flush();
        trail.changed(action, "payable", found.id().value(), found.unitId(), fields);
        UnitPlace place = directory.place(found.unitId()).orElseThrow(NotFound::new);
        log.append(found.change(happened, LocalDate.now(clock), place));
        return PayableViews.shown(found);
    }
}
