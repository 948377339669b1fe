package vn.congdoan.vks.welfare.payable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Pays what a fund owes, and takes in what came back of it: by a CASHIER.
@ApplicationScoped
class PayingPayables {

    private static final BookingPayables.Kind PAID = new BookingPayables.Kind(
            Permission.PAY_SUPPORT, "pay", "paid", List.of("status", "date", "method", "voucher"));
    private static final BookingPayables.Kind RETURNED =
            new BookingPayables.Kind(Permission.PAY_SUPPORT, "return", "returned", List.of("status", "text", "date"));
    private static final BookingPayables.Kind RECOVERED = new BookingPayables.Kind(
            Permission.PAY_SUPPORT, "recover", "recovered", List.of("amount", "date", "method", "voucher"));
    private static final BookingPayables.Kind UNRECOVERED = new BookingPayables.Kind(
            Permission.PAY_SUPPORT, "take-back-recovery", "unrecovered", List.of("transferId", "text", "date"));

    private final Payables payables;
    private final PayableEntries entries;
    private final BookingPayables books;
    private final Promises promises;
    private final Transfers transfers;
    private final ChangeLog log;
    private final Caller caller;
    private final Clock clock;

    PayingPayables(
            Payables payables,
            PayableEntries entries,
            BookingPayables books,
            Promises promises,
            Transfers transfers,
            ChangeLog log,
            Caller caller,
            Clock clock) {
        this.payables = payables;
        this.entries = entries;
        this.books = books;
        this.promises = promises;
        this.transfers = transfers;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    Response pay(PayableId id, @Nullable String ifMatch, PayablePayment form) {
        return books.inItsFund(id, ifMatch, form, PAID, step -> pay(step, form));
    }

    private Response pay(BookingPayables.Step step, PayablePayment form) {
        Payable found = step.payable();
        step.dayOr(form.date());
        Optional<BookedTransfer> before = transfers.paying(found.promise());
        if (before.isPresent()) {
            return paidBefore(found, form, before.get());
        }
        TransferId transfer = step.newTransfer();
        found.pay(form, transfer, account());
        // After a restore the promise may not be known any more.
        promises.makeUnlessPending(found.promise(), step.fund().id(), found.purpose(), found.amount());
        return books.book(
                step,
                PAID,
                found.money(VietnameseText.singleLine(form.voucher()))
                        .settled(transfer, found.promise(), form.date(), form.method(), clock.instant()));
    }

    /// The database was restored to a moment before the payment, which came back from where it had been told.
    private Response paidBefore(Payable found, PayablePayment form, BookedTransfer payment) {
        found.pay(form.on(payment.date()), payment.id(), account());
        if (!entries.has(found.id(), payment.id())) {
            entries.add(found.id(), payment.id());
        }
        payables.flush();
        books.noted(found, PAID);
        log.append(found.change("paid", payment.date(), books.place(found)));
        return PayableViews.shown(found);
    }

    Response takeBack(PayableId id, @Nullable String ifMatch, BookedStep form) {
        return books.inItsFund(id, ifMatch, form, RETURNED, step -> {
            TransferId payment = step.payable().settlement();
            step.payable().returned(account());
            return books.takeBack(step, RETURNED, payment, form);
        });
    }

    Response recover(PayableId id, @Nullable String ifMatch, RecoveredMoney form) {
        return books.inItsFund(id, ifMatch, form, RECOVERED, step -> {
            step.dayOr(form.date());
            step.payable().recover(form, account());
            return books.book(
                    step,
                    RECOVERED,
                    step.payable()
                            .money(form.amount(), VietnameseText.singleLine(form.voucher()))
                            .recovered(step.newTransfer(), form.date(), form.method(), clock.instant()));
        });
    }

    Response takeBackRecovery(PayableId id, @Nullable String ifMatch, RecoveryTakenBack form) {
        return books.inItsFund(id, ifMatch, form, UNRECOVERED, step -> {
            BookedTransfer recovery = transfers
                    .find(form.transferId())
                    .filter(each -> each.kind() == TransferKind.RECOVERY && each.reverses() == null)
                    .filter(each -> each.reversedBy() == null && entries.has(id, each.id()))
                    .orElseThrow(() -> new Unprocessable("/transferId", "not-a-recovery"));
            step.payable().takeBackRecovery(recovery.amount(), account());
            return books.takeBack(step, UNRECOVERED, recovery.id(), new BookedStep(form.text(), form.date()));
        });
    }

    private String account() {
        return caller.principal().account();
    }
}
