package vn.congdoan.vks.welfare.payable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Says which fund owes it, takes that back, and claims what was paid on what was revoked: by an ACCOUNTANT; gives up
/// what will not come: by the CHAIR, on a decision of the committee.
@ApplicationScoped
class RecognisingPayables {

    private static final BookingPayables.Kind RECOGNISED = new BookingPayables.Kind(
            Permission.RECORD_MONEY, "recognise", "recognised", List.of("status", "fundId", "purpose", "date"));
    private static final BookingPayables.Kind RELEASED =
            new BookingPayables.Kind(Permission.RECORD_MONEY, "release", "released", List.of("status", "text", "date"));
    private static final BookingPayables.Kind CLAIMED =
            new BookingPayables.Kind(Permission.RECORD_MONEY, "claim", "claimed", List.of("status", "text", "date"));
    private static final BookingPayables.Kind WRITTEN_OFF = new BookingPayables.Kind(
            Permission.APPROVE_SUPPORT, "write-off", "written-off", List.of("status", "decision", "date"));

    private final Payables payables;
    private final BookingPayables books;
    private final PayingFunds funds;
    private final Promises promises;
    private final Caller caller;
    private final Turns turns;
    private final Clock clock;

    RecognisingPayables(
            Payables payables,
            BookingPayables books,
            PayingFunds funds,
            Promises promises,
            Caller caller,
            Turns turns,
            Clock clock) {
        this.payables = payables;
        this.books = books;
        this.funds = funds;
        this.promises = promises;
        this.caller = caller;
        this.turns = turns;
        this.clock = clock;
    }

    Response recognise(PayableId id, @Nullable String ifMatch, Recognition form) {
        Payable seen = books.see(id, Permission.RECORD_MONEY);
        funds.requireFor(books.place(seen), form.fundId(), form.purpose());
        return books.inBooksOf(form.fundId(), seen, ifMatch, form, RECOGNISED, step -> recognise(step, form));
    }

    /// From now on the fund keeps the money back.
    private Response recognise(BookingPayables.Step step, Recognition form) {
        Payable found = step.payable();
        step.dayOr(form.date());
        PromiseId promise = new PromiseId(Ids.next());
        TransferId transfer = step.newTransfer();
        found.recognise(form, promise, transfer, account());
        turns.toChange("payables", books.place(found).unionId());
        if (payables.isKnownOtherwise(
                found.id(),
                PayableStatus.RECOGNISED,
                PayableStatus.PAID,
                PayableStatus.CLAIMED,
                PayableStatus.SETTLED)) {
            throw new Conflict("payable-known");
        }
        promises.make(promise, form.fundId(), form.purpose(), found.amount());
        return books.book(step, RECOGNISED, found.money(null).recognised(transfer, form.date(), clock.instant()));
    }

    Response release(PayableId id, @Nullable String ifMatch, BookedStep form) {
        return books.inItsFund(id, ifMatch, form, RELEASED, step -> {
            Payable found = step.payable();
            TransferId recognition = found.recognition();
            step.booking().end(found.promise());
            found.release();
            return books.takeBack(step, RELEASED, recognition, form);
        });
    }

    Response claim(PayableId id, @Nullable String ifMatch, BookedStep form) {
        return books.inItsFund(id, ifMatch, form, CLAIMED, step -> {
            LocalDate date = step.dayOr(form.date());
            TransferId transfer = step.newTransfer();
            step.payable().claim(date, transfer, account());
            return books.book(
                    step,
                    CLAIMED,
                    step.payable()
                            .money(VietnameseText.singleLine(form.text()))
                            .claimed(transfer, date, clock.instant()));
        });
    }

    Response writeOff(PayableId id, @Nullable String ifMatch, WriteOff form) {
        return books.inItsFund(id, ifMatch, form, WRITTEN_OFF, step -> {
            Payable found = step.payable();
            LocalDate date = step.dayOr(form.date());
            IssuedDecision decision = form.decision().cleanUntil(step.today(), "/decision/date");
            long rest = found.claimed();
            found.writeOff(decision, date, account());
            return books.book(
                    step,
                    WRITTEN_OFF,
                    found.money(rest, decision.number()).writtenOff(step.newTransfer(), date, clock.instant()));
        });
    }

    private String account() {
        return caller.principal().account();
    }
}
