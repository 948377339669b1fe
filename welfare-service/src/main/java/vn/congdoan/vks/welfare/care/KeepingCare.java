package vn.congdoan.vks.welfare.care;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.Transfers;
import vn.congdoan.vks.welfare.support.LimitsOfSupport;

/// Writes care commitments down, brings them to a decision and ends them: written down by an OFFICER, approved by the
/// CHAIR within the union's limits, ended by an OFFICER. Who a member is may have to be asked from elsewhere: before
/// the transaction.
@ApplicationScoped
class KeepingCare {

    private static final String CARE = "care-commitment";
    private static final List<String> FIELDS = List.of(
            "unitId", "name", "kind", "beneficiary", "fundId", "amount", "everyMonths", "firstDueOn", "lastDueOn");

    private final CareCommitments commitments;
    private final DueDays days;
    private final CareViews views;
    private final LimitsOfSupport limits;
    private final PayingFunds funds;
    private final Promises promises;
    private final Transfers transfers;
    private final Caller caller;
    private final Directory directory;
    private final KnownMembers members;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingCare(
            CareCommitments commitments,
            DueDays days,
            CareViews views,
            LimitsOfSupport limits,
            PayingFunds funds,
            Promises promises,
            Transfers transfers,
            Caller caller,
            Directory directory,
            KnownMembers members,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.commitments = commitments;
        this.days = days;
        this.views = views;
        this.limits = limits;
        this.funds = funds;
        this.promises = promises;
        this.transfers = transfers;
        this.caller = caller;
        this.directory = directory;
        this.members = members;
        this.turns = turns;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Writes it down under a new id, once for an `Idempotency-Key`.
    Response commit(NewCareCommitment form) {
        Known known = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(
                        form,
                        () -> commit(new CareCommitmentId(Ids.next()), form, known),
                        id -> views.show(new CareCommitmentId(id))));
    }

    /// Writes it down under the client's id.
    Response commit(CareCommitmentId id, NewCareCommitment form) {
        Known known = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.toCreate(
                                CARE,
                                id.value(),
                                () -> commitments.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(CareViews::already)
                        .orElseGet(() -> commit(id, form, known)));
    }

    /// What is known before the transaction.
    private record Known(UnitPlace place, Optional<KnownMember> member) {}

    private Known look(NewCareCommitment form) {
        form.beneficiary().requireFieldsOfItsKind();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        return new Known(
                place, Optional.ofNullable(form.beneficiary().memberId()).flatMap(members::find));
    }

    private Response commit(CareCommitmentId id, NewCareCommitment form, Known known) {
        LocalDate today = LocalDate.now(clock);
        UnitPlace place = known.place();
        funds.requireFor(place, form.fundId(), form.kind());
        form.beneficiary().requireKnown(known.member(), place, today);
        if (form.date() != null && form.date().isAfter(today)) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (form.lastDueOn() != null && form.lastDueOn().isBefore(form.firstDueOn())) {
            throw new Unprocessable("/lastDueOn", "ends-before-start");
        }
        CareCommitment made = new CareCommitment(
                id, place.unionId(), form, today, caller.principal().account(), hash.of(form), clock.instant());
        commitments.persistAndFlush(made);
        trail.changed("propose", CARE, id.value(), form.unitId(), FIELDS);
        log.append(made.change("proposed", today, place));
        return CareViews.created(made);
    }

    /// Approves it. The limits of support hold for what it comes to in a year.
    Response approve(CareCommitmentId id, @Nullable String ifMatch, CareApproval form) {
        CareCommitment found = inTurn(id, ifMatch, Permission.APPROVE_SUPPORT);
        funds.actFor(Permission.APPROVE_SUPPORT, found.unitId(), found.fundId());
        found.beneficiary().requireOther(caller);
        found.requireProposed();
        LimitsOfSupport.Gift gift = new LimitsOfSupport.Gift(
                place(found), found.kind(), found.beneficiary().memberId(), found.writtenOn(), found.amountOfYear());
        limits.require(gift, form.decision() != null, "/decision");
        if (gift.member() != null) {
            found.years()
                    .forEach(year -> limits.requireForEach(
                            gift.place(),
                            gift.kind(),
                            LocalDate.of(year, 1, 1),
                            List.of(gift.member()),
                            gift.amount()));
        }
        found.approve(form.decision(), caller.principal().account(), LocalDate.now(clock), clock.instant());
        return done(found, "approve", "approved", List.of("status", "decision"));
    }

    Response cancel(CareCommitmentId id, @Nullable String ifMatch) {
        CareCommitment found = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        found.cancel();
        return done(found, "cancel", "cancelled", List.of("status"));
    }

    /// Ends it. What came back and was due later is not due any more; what was due before stays so.
    Response end(CareCommitmentId id, @Nullable String ifMatch, CareEnd form) {
        CareCommitment found = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        found.cameBack(days.settle(id));
        found.end(form, LocalDate.now(clock));
        List<PromiseId> given = days.leftOutAfter(id, form.date());
        promises.endAll(given);
        found.leftOut(given.size());
        return done(found, "end", "ended", List.of("status", "date", "reason", "text"));
    }

    /// Says that a due day will not be paid, and why.
    Response leaveOut(CareCommitmentId id, @Nullable String ifMatch, LeftOutCare form) {
        CareCommitment found = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        found.cameBack(days.settle(id));
        requireUnsettled(found, form.dueOn());
        if (transfers.paying(id.promise(form.dueOn())).isPresent()) {
            throw settled(DueState.PAID);
        }
        days.leftOut(id, form.dueOn(), VietnameseText.singleLine(form.reason()));
        promises.endAll(List.of(id.promise(form.dueOn())));
        found.leftOut(1);
        return done(found, "leave-out", "excused", List.of("dueOn", "reason"));
    }

    /// Whether the due day may still be paid or left out. What came back is due whatever the schedule says by now.
    void requireUnsettled(CareCommitment found, LocalDate dueOn) {
        DueState state = days.state(found.id(), dueOn).orElse(null);
        if (state == null) {
            found.requireDue(dueOn);
        } else if (state != DueState.DUE) {
            throw settled(state);
        }
    }

    private static Conflict settled(DueState state) {
        return new Conflict("due-day-settled", Map.of("state", state));
    }

    private CareCommitment inTurn(CareCommitmentId id, @Nullable String ifMatch, Permission permission) {
        turns.toChange(CARE, id);
        CareCommitment found = views.see(id);
        caller.act(permission, found.unitId());
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private UnitPlace place(CareCommitment found) {
        return directory.place(found.unitId()).orElseThrow(NotFound::new);
    }

    private Response done(CareCommitment found, String action, String happened, List<String> fields) {
        commitments.flush();
        trail.changed(action, CARE, found.id().value(), found.unitId(), fields);
        log.append(found.change(happened, LocalDate.now(clock), place(found)));
        return CareViews.shown(found);
    }
}
