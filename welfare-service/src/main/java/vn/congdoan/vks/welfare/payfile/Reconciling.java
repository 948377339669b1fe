package vn.congdoan.vks.welfare.payfile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.imports.Strokes;
import vn.congdoan.vks.welfare.imports.Strokes.Outcome;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.PayableCause;
import vn.congdoan.vks.welfare.payout.Settled;
import vn.congdoan.vks.welfare.payout.Settlement;

/// Books what the bank has said of the lines of a file, a stroke after the other. A stroke is there as a whole or not
/// at all; whatever is interrupted goes on where it was by asking again, because each line knows whether it is
/// settled.
@ApplicationScoped
class Reconciling {

    private static final List<String> FIELDS = List.of("lines");

    private static final String PAID_BEFORE = """
            select fulfils, transfer_id, value_date from transfer
            where fulfils = any (?) and not exists (select from transfer back where back.reverses = transfer.transfer_id)
            """;

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final PaymentFileViews views;
    private final Instance<PayableCause> causes;
    private final PayingFunds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Turns turns;
    private final OnlyOnce once;
    private final Sql sql;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    Reconciling(
            PaymentFiles files,
            PaymentFileLines lines,
            PaymentFileViews views,
            @Any Instance<PayableCause> causes,
            PayingFunds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Turns turns,
            OnlyOnce once,
            Sql sql,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.views = views;
        this.causes = causes;
        this.funds = funds;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.turns = turns;
        this.once = once;
        this.sql = sql;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Books stroke after stroke, for a while.
    Response reconcile(PaymentFileId id) {
        PaymentFile seen = views.see(id);
        PayingFunds.Payer payer = funds.actFor(Permission.PAY_SUPPORT, seen.unitId(), seen.fundId());
        views.requireScope(seen, Permission.PAY_SUPPORT);
        Strokes.run(strokes -> ledger.keep(
                payer.books(),
                booking -> once.runRows(
                        List.of(id), () -> stroke(id, payer.fund(), booking, strokes), Outcome::isSuccess)));
        // As it is by now: what the request read first is remembered outside of the strokes.
        return QuarkusTransaction.requiringNew().call(() -> views.show(id));
    }

    /// A line that was paid before, as the books know it.
    private record Before(TransferId transfer, LocalDate date) {}

    /// What a stroke comes to.
    private static final class Work {

        private final Map<CauseKind, List<Settlement>> paid = new EnumMap<>(CauseKind.class);
        private final Map<CauseKind, List<Settlement>> returned = new EnumMap<>(CauseKind.class);
        private final List<PaymentFileLines.Settling> lines = new ArrayList<>();
        private final List<Transfer> transfers = new ArrayList<>();

        private static void add(Map<CauseKind, List<Settlement>> to, CauseKind kind, Settlement settlement) {
            to.computeIfAbsent(kind, each -> new ArrayList<>()).add(settlement);
        }
    }

    private Outcome stroke(PaymentFileId id, FundTerms fund, Booking booking, Strokes strokes) {
        turns.toChange("payment-file", id);
        PaymentFile file = files.require(id);
        file.requireReconcilable(caller.principal().account());
        List<PaymentFileLines.Line> next = lines.next(id, member(), Strokes.STROKE);
        if (next.isEmpty()) {
            return Outcome.DONE;
        }
        Work work = new Work();
        settle(file, fund, next, work);
        lines.settle(work.lines);
        List<Change> changes = new ArrayList<>();
        changes.addAll(tell(work.paid, booking, PayableCause::paid));
        changes.addAll(tell(work.returned, booking, PayableCause::returned));
        file.settled(views.totals(file).open(), clock.instant());
        files.flush();
        trail.changed("reconcile", "payment-file", id.value(), file.unitId(), FIELDS);
        if (work.transfers.isEmpty()) {
            log.append(changes);
        } else {
            booking.enterAll(work.transfers, changes);
        }
        return strokes.after(next.size());
    }

    private void settle(PaymentFile file, FundTerms fund, List<PaymentFileLines.Line> next, Work work) {
        LocalDate today = LocalDate.now(clock);
        Map<PromiseId, Before> before = before(next);
        Map<TransferId, BookedTransfer> booked = booked(next);
        Instant now = clock.instant();
        for (PaymentFileLines.Line each : next) {
            LocalDate day = Objects.requireNonNull(each.answeredOn());
            fund.requireBegunOn(day, today);
            switch (Objects.requireNonNull(each.answer())) {
                case FAILED -> work.lines.add(new PaymentFileLines.Settling(each.id(), PaymentLineState.FAILED, null));
                case PAID -> pay(file, each, day, before.get(each.promise()), now, work);
                case RETURNED ->
                    takeBack(file, each, day, Objects.requireNonNull(booked.get(each.transfer())), now, work);
            }
        }
    }

    /// @param before after a restore: the payment came back from where it had been told
    private static void pay(
            PaymentFile file,
            PaymentFileLines.Line line,
            LocalDate day,
            @Nullable Before before,
            Instant now,
            Work work) {
        String voucher = voucher(file, line);
        TransferId transfer = before == null ? new TransferId(Ids.next()) : before.transfer();
        work.lines.add(new PaymentFileLines.Settling(line.id(), PaymentLineState.PAID, transfer));
        Work.add(
                work.paid,
                line.kind(),
                new Settlement(
                        line.cause(),
                        line.promise(),
                        line.dueOn(),
                        transfer,
                        before == null ? day : before.date(),
                        voucher));
        if (before == null) {
            work.transfers.add(Transfer.payment(
                    transfer, line.promise(), line.purpose(), day, PaymentMethod.BANK, line.amount(), voucher, now));
        }
    }

    private static void takeBack(
            PaymentFile file,
            PaymentFileLines.Line line,
            LocalDate day,
            BookedTransfer payment,
            Instant now,
            Work work) {
        work.lines.add(new PaymentFileLines.Settling(line.id(), PaymentLineState.RETURNED, payment.id()));
        if (payment.reversedBy() == null) {
            Work.add(
                    work.returned,
                    line.kind(),
                    new Settlement(line.cause(), line.promise(), line.dueOn(), payment.id(), day, voucher(file, line)));
            work.transfers.add(Transfer.reversal(
                    new TransferId(Ids.next()), payment, day, Objects.requireNonNullElse(line.reason(), ""), now));
        }
    }

    /// What names the payment in the books: the union's number and the bank's.
    private static String voucher(PaymentFile file, PaymentFileLines.Line line) {
        return file.voucher() + "; " + Objects.requireNonNullElse(line.bankReference(), line.reference());
    }

    private List<Change> tell(
            Map<CauseKind, List<Settlement>> settlements,
            Booking booking,
            BiFunction<PayableCause, List<Settlement>, Settled> how) {
        List<Change> changes = new ArrayList<>();
        settlements.forEach((kind, some) -> {
            Settled settled = how.apply(CausesByKind.of(kind, causes), some);
            settled.ended().forEach(booking::end);
            changes.addAll(settled.changes());
        });
        return changes;
    }

    private Map<PromiseId, Before> before(List<PaymentFileLines.Line> next) {
        Map<PromiseId, Before> before = new HashMap<>();
        sql.list(
                        PAID_BEFORE,
                        row -> Map.entry(
                                new PromiseId(row.getObject(1, UUID.class)),
                                new Before(
                                        new TransferId(row.getObject(2, UUID.class)),
                                        row.getObject(3, LocalDate.class))),
                        (Object) next.stream()
                                .filter(each -> each.answer() == BankOutcome.PAID)
                                .map(each -> each.promise().value())
                                .toArray(UUID[]::new))
                .forEach(each -> before.put(each.getKey(), each.getValue()));
        return before;
    }

    private Map<TransferId, BookedTransfer> booked(List<PaymentFileLines.Line> next) {
        List<TransferId> asked = next.stream()
                .filter(each -> each.answer() == BankOutcome.RETURNED)
                .map(each -> Objects.requireNonNull(each.transfer()))
                .toList();
        return transfers.inOrder(asked).stream().collect(Collectors.toMap(BookedTransfer::id, each -> each));
    }

    private @Nullable UUID member() {
        LinkedMember linked = caller.standing().member();
        return linked == null ? null : linked.id().value();
    }
}
