package vn.congdoan.vks.welfare.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Pays due days, each at most once, and writes down what came back: by a CASHIER of the unit and of the fund's. Care
/// for life cannot be promised ahead, so a day's money is promised in the transaction that pays it.
@ApplicationScoped
class PayingCare {

    private static final String CARE = "care-commitment";
    private static final List<String> PAID = List.of("dueOn", "date", "method", "voucher", "receivedBy");
    private static final List<String> RETURNED = List.of("dueOn", "text", "date");

    private final CareCommitments commitments;
    private final DueDays days;
    private final CareViews views;
    private final KeepingCare keeping;
    private final PayingFunds funds;
    private final Promises promises;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    PayingCare(
            CareCommitments commitments,
            DueDays days,
            CareViews views,
            KeepingCare keeping,
            PayingFunds funds,
            Promises promises,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.commitments = commitments;
        this.days = days;
        this.views = views;
        this.keeping = keeping;
        this.funds = funds;
        this.promises = promises;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Pays a due day, once for an `Idempotency-Key`.
    Response pay(CareCommitmentId id, CarePayment form) {
        form.requireReceipt();
        PayingFunds.Payer payer = payer(id);
        return ledger.keep(
                payer.books(),
                booking -> once.run(form, () -> pay(id, form.clean(), payer, booking), same -> views.show(id)));
    }

    /// Writes down that a payment came back, once for an `Idempotency-Key`.
    Response takeBack(CareCommitmentId id, @Nullable String ifMatch, ReturnedCarePayment form) {
        PayingFunds.Payer payer = payer(id);
        return ledger.keep(
                payer.books(),
                booking -> once.run(form, () -> takeBack(id, ifMatch, form, payer, booking), same -> views.show(id)));
    }

    private PayingFunds.Payer payer(CareCommitmentId id) {
        CareCommitment found = views.see(id);
        return funds.actFor(Permission.PAY_SUPPORT, found.unitId(), found.fundId());
    }

    private Response pay(CareCommitmentId id, CarePayment form, PayingFunds.Payer payer, Booking booking) {
        turns.toChange(CARE, id);
        CareCommitment found = commitments.require(id);
        found.beneficiary().requireOther(caller);
        found.cameBack(days.settle(id));
        keeping.requireUnsettled(found, form.dueOn());
        found.requirePayable(form.dueOn(), form.date(), caller.principal().account());
        payer.fund().requireBegunOn(form.date(), LocalDate.now(clock));
        PromiseId promise = id.promise(form.dueOn());
        Optional<BookedTransfer> before = transfers.paying(promise);
        if (before.isPresent()) {
            return paidBefore(found, form, before.get());
        }
        TransferId transfer = new TransferId(Ids.next());
        paid(found, form, transfer);
        promises.makeUnlessPending(promise, payer.fund().id(), found.kind(), found.amount());
        booking.enter(
                Transfer.payment(
                        transfer,
                        promise,
                        found.kind(),
                        form.date(),
                        form.method(),
                        found.amount(),
                        form.onTheEntry(),
                        clock.instant()),
                found.change("paid", form.date(), place(found)));
        return CareViews.shown(found);
    }

    /// The database was restored to a moment before the payment, which came back from where it had been told.
    private Response paidBefore(CareCommitment found, CarePayment form, BookedTransfer payment) {
        paid(found, form.on(payment.date()), payment.id());
        log.append(found.change("paid", payment.date(), place(found)));
        return CareViews.shown(found);
    }

    private void paid(CareCommitment found, CarePayment form, TransferId transfer) {
        days.paid(found.id(), form, transfer, caller.principal().account());
        found.paid();
        commitments.flush();
        trail.changed("pay", CARE, found.id().value(), found.unitId(), PAID);
    }

    private Response takeBack(
            CareCommitmentId id,
            @Nullable String ifMatch,
            ReturnedCarePayment form,
            PayingFunds.Payer payer,
            Booking booking) {
        turns.toChange(CARE, id);
        CareCommitment found = commitments.require(id);
        ETags.requireMatch(ifMatch, found.version());
        found.beneficiary().requireOther(caller);
        found.returned(caller.principal().account());
        found.cameBack(days.settle(id));
        TransferId paid =
                days.returned(id, form.dueOn()).orElseThrow(() -> new Unprocessable("/dueOn", "due-day-not-paid"));
        BookedTransfer payment = transfers.find(paid).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        if (date.isBefore(payment.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        payer.fund().requireBegunOn(date, today);
        commitments.flush();
        trail.changed("return", CARE, id.value(), found.unitId(), RETURNED);
        booking.enter(
                Transfer.reversal(
                        new TransferId(Ids.next()),
                        payment,
                        date,
                        VietnameseText.singleLine(form.text()),
                        clock.instant()),
                found.change("returned", date, place(found)));
        return CareViews.shown(found);
    }

    private UnitPlace place(CareCommitment found) {
        return directory.place(found.unitId()).orElseThrow(NotFound::new);
    }
}
