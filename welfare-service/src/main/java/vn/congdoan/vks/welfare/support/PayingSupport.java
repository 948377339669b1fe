package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
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
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Pays what was approved, by a CASHIER of the unit or of one above it in the same union, and writes down what came
/// back.
@ApplicationScoped
class PayingSupport {

    private static final List<String> PAID = List.of("status", "date", "method", "voucher", "receivedBy");
    private static final List<String> RETURNED = List.of("status", "text", "date");

    private final SupportCases cases;
    private final SupportCaseViews views;
    private final Funds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    PayingSupport(
            SupportCases cases,
            SupportCaseViews views,
            Funds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.cases = cases;
        this.views = views;
        this.funds = funds;
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

    /// Pays it, once for an `Idempotency-Key`.
    Response pay(SupportCaseId id, @Nullable String ifMatch, SupportPayment form) {
        Payer payer = payer(id);
        return ledger.keep(
                payer.fund().books(payer.place()),
                booking -> once.run(form, () -> pay(id, ifMatch, form, payer, booking), same -> views.show(id)));
    }

    /// Writes down that the money came back, once for an `Idempotency-Key`.
    Response takeBack(SupportCaseId id, @Nullable String ifMatch, ReturnedPayment form) {
        Payer payer = payer(id);
        return ledger.keep(
                payer.fund().books(payer.place()),
                booking -> once.run(form, () -> takeBack(id, ifMatch, form, payer, booking), same -> views.show(id)));
    }

    /// The fund that pays, as it stood before the transaction; where the case turns out to be another's, nothing is
    /// done.
    private record Payer(FundTerms fund, UnitPlace place) {}

    private Payer payer(SupportCaseId id) {
        SupportCases.Paying paying = cases.paying(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_SUPPORT, paying.unit());
        caller.act(Permission.PAY_SUPPORT, paying.unit());
        FundTerms terms = Optional.ofNullable(paying.fund())
                .flatMap(funds::terms)
                .orElseThrow(() -> SupportCase.notInThatState(paying.status()));
        caller.act(Permission.PAY_SUPPORT, terms.unitId());
        return new Payer(terms, place(terms.unitId()));
    }

    private Response pay(
            SupportCaseId id, @Nullable String ifMatch, SupportPayment form, Payer payer, Booking booking) {
        SupportCase found = inTurn(id, ifMatch);
        found.beneficiary().requireOther(caller);
        payer.fund().requireBegunOn(form.date(), LocalDate.now(clock));
        SupportCase.Payable payable = found.payable();
        Optional<BookedTransfer> before = transfers.paying(found.promise());
        if (before.isPresent()) {
            return paidBefore(found, form, before.get());
        }
        requireSameFund(payable.fund(), payer);
        Instant now = clock.instant();
        TransferId transfer = new TransferId(Ids.next());
        found.pay(form, transfer, caller.principal().account(), now);
        trail.changed("pay", "support-case", id.value(), found.unitId(), PAID);
        cases.flush();
        booking.enter(
                Transfer.payment(
                        transfer,
                        found.promise(),
                        found.kind(),
                        form.date(),
                        form.method(),
                        payable.amount(),
                        found.voucher(),
                        now),
                found.change("paid", form.date(), place(found.unitId())));
        return SupportCaseViews.shown(found);
    }

    /// The database was restored to a moment before the payment, which came back from where it had been told.
    private Response paidBefore(SupportCase found, SupportPayment form, BookedTransfer payment) {
        found.pay(form.on(payment.date()), payment.id(), caller.principal().account(), clock.instant());
        cases.flush();
        trail.changed("pay", "support-case", found.id().value(), found.unitId(), PAID);
        log.append(found.change("paid", payment.date(), place(found.unitId())));
        return SupportCaseViews.shown(found);
    }

    private Response takeBack(
            SupportCaseId id, @Nullable String ifMatch, ReturnedPayment form, Payer payer, Booking booking) {
        SupportCase found = inTurn(id, ifMatch);
        found.beneficiary().requireOther(caller);
        BookedTransfer payment = transfers.find(found.payment()).orElseThrow();
        requireSameFund(payment.fund(), payer);
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        if (date.isBefore(payment.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        payer.fund().requireBegunOn(date, today);
        found.returned(caller.principal().account());
        trail.changed("return", "support-case", id.value(), found.unitId(), RETURNED);
        cases.flush();
        booking.enter(
                Transfer.reversal(
                        new TransferId(Ids.next()),
                        payment,
                        date,
                        VietnameseText.singleLine(form.text()),
                        clock.instant()),
                found.change("returned", date, place(found.unitId())));
        return SupportCaseViews.shown(found);
    }

    private SupportCase inTurn(SupportCaseId id, @Nullable String ifMatch) {
        turns.toChange("support-case", id);
        SupportCase found = cases.require(id);
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private static void requireSameFund(FundId fund, Payer payer) {
        if (!fund.equals(payer.fund().id())) {
            throw new IllegalStateException("The fund of an approved case changed");
        }
    }

    private UnitPlace place(UnitId unit) {
        return directory.place(unit).orElseThrow(NotFound::new);
    }
}
