package vn.congdoan.vks.welfare.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Pays those who are due, many at a time, and writes down whose payment came back: by a CASHIER of the unit and of the
/// fund's. A stretch of payments is there as a whole or not at all; what is left is paid by asking again.
@ApplicationScoped
class PayingProgrammes {

    /// So many in one transaction.
    private static final int STRETCH = 1_000;

    private static final List<String> PAID = List.of("date", "method", "voucher");
    private static final List<String> RETURNED = List.of("memberId", "text", "date");

    private final Programmes programmes;
    private final ProgrammeLines lines;
    private final ProgrammeViews views;
    private final PayingFunds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    PayingProgrammes(
            Programmes programmes,
            ProgrammeLines lines,
            ProgrammeViews views,
            PayingFunds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.programmes = programmes;
        this.lines = lines;
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

    /// Pays the next of those who are due, once for an `Idempotency-Key`. Cashiers leave themselves to another one.
    Response pay(ProgrammeId id, ProgrammePayment form) {
        PayingFunds.Payer payer = payer(id);
        return ledger.keep(
                payer.books(), booking -> once.run(form, () -> pay(id, form, payer, booking), same -> views.show(id)));
    }

    /// Writes down that a payment came back, once for an `Idempotency-Key`.
    Response takeBack(ProgrammeId id, @Nullable String ifMatch, ReturnedLine form) {
        PayingFunds.Payer payer = payer(id);
        return ledger.keep(
                payer.books(),
                booking -> once.run(form, () -> takeBack(id, ifMatch, form, payer, booking), same -> views.show(id)));
    }

    private PayingFunds.Payer payer(ProgrammeId id) {
        Programme programme = views.see(id);
        return funds.actFor(Permission.PAY_SUPPORT, programme.unitId(), programme.fundId());
    }

    private Response pay(ProgrammeId id, ProgrammePayment form, PayingFunds.Payer payer, Booking booking) {
        turns.toChange("support-programme", id);
        Programme programme = programmes.require(id);
        payer.fund().requireBegunOn(form.date(), LocalDate.now(clock));
        programme.requirePayable(caller.principal().account(), form.date());
        if (form.memberIds() != null && form.memberIds().stream().anyMatch(caller::isMember)) {
            throw new Forbidden("duties-not-separate");
        }
        int paidBefore = lines.settle(id);
        boolean settled = programme.view().paid() != paidBefore;
        programme.paid(paidBefore);
        List<ProgrammeLines.Line> due = lines.due(id, form.memberIds(), STRETCH).stream()
                .filter(each -> !caller.isMember(each.member()))
                .toList();
        if (due.isEmpty()) {
            programmes.flush();
            if (settled) {
                trail.changed("pay", "support-programme", id.value(), programme.unitId(), PAID);
                log.append(programme.change("paid", LocalDate.now(clock), place(programme)));
            }
            return ProgrammeViews.shown(programme);
        }
        Instant now = clock.instant();
        String voucher = VietnameseText.singleLine(form.voucher());
        List<Transfer> paid = new ArrayList<>();
        for (ProgrammeLines.Line line : due) {
            paid.add(Transfer.payment(
                    new TransferId(Ids.next()),
                    line.promise(),
                    programme.kind(),
                    form.date(),
                    form.method(),
                    line.amount(),
                    voucher,
                    now));
        }
        lines.paid(due, paid.stream().map(Transfer::id).toList());
        programme.paid(paidBefore + due.size());
        programmes.flush();
        trail.changed("pay", "support-programme", id.value(), programme.unitId(), PAID);
        booking.enterAll(paid, List.of(programme.change("paid", form.date(), place(programme))));
        return ProgrammeViews.shown(programme);
    }

    private Response takeBack(
            ProgrammeId id, @Nullable String ifMatch, ReturnedLine form, PayingFunds.Payer payer, Booking booking) {
        turns.toChange("support-programme", id);
        Programme programme = programmes.require(id);
        ETags.requireMatch(ifMatch, programme.version());
        if (caller.isMember(form.memberId())) {
            throw new Forbidden("duties-not-separate");
        }
        programme.paid(lines.settle(id));
        boolean dueAgain = programme.returned(caller.principal().account());
        ProgrammeLines.Line line =
                lines.returned(id, form.memberId()).orElseThrow(() -> new Unprocessable("/memberId", "not-paid"));
        if (!dueAgain) {
            lines.end(line);
            booking.end(line.promise());
        }
        BookedTransfer payment =
                transfers.find(Objects.requireNonNull(line.transfer())).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        if (date.isBefore(payment.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        payer.fund().requireBegunOn(date, today);
        programmes.flush();
        trail.changed("return", "support-programme", id.value(), programme.unitId(), RETURNED);
        booking.enter(
                Transfer.reversal(
                        new TransferId(Ids.next()),
                        payment,
                        date,
                        VietnameseText.singleLine(form.text()),
                        clock.instant()),
                programme.change("returned", date, place(programme)));
        return ProgrammeViews.shown(programme);
    }

    private UnitPlace place(Programme programme) {
        return directory.place(programme.unitId()).orElseThrow(NotFound::new);
    }
}
