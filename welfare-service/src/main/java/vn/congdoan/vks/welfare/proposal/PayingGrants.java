package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Pays what was granted to the union that asked, all at once: by a CASHIER of the union that granted it. What was kept
/// back is posted, one entry for each kind of support, so that the books say what it was spent on.
@ApplicationScoped
class PayingGrants {

    private static final List<String> PAID = List.of("date", "method", "voucher");
    private static final List<String> RETURNED = List.of("text", "date");

    private final ProposalAnswers answers;
    private final ProposalLines lines;
    private final ProposalViews views;
    private final ProposalEnds ends;
    private final ProposalChanges changes;
    private final Funds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    PayingGrants(
            ProposalAnswers answers,
            ProposalLines lines,
            ProposalViews views,
            ProposalEnds ends,
            ProposalChanges changes,
            Funds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.answers = answers;
        this.lines = lines;
        this.views = views;
        this.ends = ends;
        this.changes = changes;
        this.funds = funds;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Once for an `Idempotency-Key`.
    Response pay(ProposalId id, @Nullable String ifMatch, GrantPayment form) {
        FundTerms fund = payer(id);
        return ledger.keep(
                fund.books(ends.place(fund.unitId())),
                booking -> once.run(form, () -> pay(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    /// Writes down that the money came back, once for an `Idempotency-Key`.
    Response takeBack(ProposalId id, @Nullable String ifMatch, ReturnedMoney form) {
        FundTerms fund = payer(id);
        return ledger.keep(
                fund.books(ends.place(fund.unitId())),
                booking -> once.run(form, () -> takeBack(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    /// The fund that was decided on, which never changes.
    private FundTerms payer(ProposalId id) {
        ProposalCase found = ends.see(id);
        ends.requireAnswering(found.proposal(), Permission.PAY_SUPPORT);
        FundId fund = found.decided().fundId();
        if (fund == null) {
            throw new Conflict("grant-not-due");
        }
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.act(Permission.PAY_SUPPORT, terms.unitId());
        return terms;
    }

    private Response pay(ProposalId id, @Nullable String ifMatch, GrantPayment form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toAnswer(id, ifMatch, Permission.PAY_SUPPORT);
        ProposalAnswer answer = found.decided();
        fund.requireBegunOn(form.date(), LocalDate.now(clock));
        found.proposal().requireOther(caller.principal().account());
        List<ProposalLines.Line> asked = lines.of(id);
        asked.forEach(each -> each.beneficiary().requireOther(caller));
        Map<SupportKind, Long> due = byKind(asked);
        Map<SupportKind, BookedTransfer> before = settled(answer, due.keySet());
        answer.pay(form, caller.principal().account());
        due.keySet().removeAll(before.keySet());
        if (due.isEmpty()) {
            return paidBefore(found, answer, before.values());
        }
        Instant now = clock.instant();
        List<Transfer> paid = new ArrayList<>();
        due.forEach((kind, amount) -> paid.add(Transfer.payment(
                new TransferId(Ids.next()),
                answer.promise(kind),
                kind,
                form.date(),
                form.method(),
                amount,
                answer.voucher(),
                now)));
        answers.flush();
        trail.changed("pay", "proposal", id.value(), answer.unitId(), PAID);
        booking.enterAll(paid, List.of(changes.of(answer, found.proposal(), "paid", form.date())));
        return views.shown(found);
    }

    /// The database was restored to a moment before the payment, which came back from where it had been told.
    private Response paidBefore(ProposalCase found, ProposalAnswer answer, Collection<BookedTransfer> payments) {
        BookedTransfer payment = payments.iterator().next();
        answer.wasPaid(payment.date(), payment.text());
        answers.flush();
        trail.changed("pay", "proposal", found.proposal().id().value(), answer.unitId(), PAID);
        log.append(changes.of(answer, found.proposal(), "paid", payment.date()));
        return views.shown(found);
    }

    /// The payments that stand. After a restore they, and what took them back, come back from where they had been told,
    /// and the answer says what the books say.
    private Map<SupportKind, BookedTransfer> settled(ProposalAnswer answer, Set<SupportKind> kinds) {
        Map<SupportKind, BookedTransfer> standing = new EnumMap<>(SupportKind.class);
        kinds.forEach(kind -> transfers.paying(answer.promise(kind)).ifPresent(payment -> standing.put(kind, payment)));
        if (standing.isEmpty() && answers.cameBack(answer.id())) {
            answer.cameBack();
        }
        return standing;
    }

    private static Map<SupportKind, Long> byKind(List<ProposalLines.Line> asked) {
        Map<SupportKind, Long> granted = new EnumMap<>(SupportKind.class);
        asked.stream()
                .filter(each -> each.grantedOrNothing() > 0)
                .forEach(each -> granted.merge(each.kind(), each.grantedOrNothing(), Long::sum));
        return granted;
    }

    private Response takeBack(
            ProposalId id, @Nullable String ifMatch, ReturnedMoney form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toAnswer(id, ifMatch, Permission.PAY_SUPPORT);
        ProposalAnswer answer = found.decided();
        found.proposal().requireOther(caller.principal().account());
        Map<SupportKind, BookedTransfer> paid =
                settled(answer, byKind(lines.of(id)).keySet());
        answer.returned(caller.principal().account());
        if (found.proposal().received() > 0) {
            throw new Conflict("grant-received");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        fund.requireBegunOn(date, today);
        Instant now = clock.instant();
        List<Transfer> back = new ArrayList<>();
        for (BookedTransfer payment : paid.values()) {
            if (date.isBefore(payment.date())) {
                throw new Unprocessable("/date", "before-the-entry");
            }
            back.add(Transfer.reversal(
                    new TransferId(Ids.next()), payment, date, VietnameseText.singleLine(form.text()), now));
        }
        answers.flush();
        trail.changed("return-payment", "proposal", id.value(), answer.unitId(), RETURNED);
        booking.enterAll(back, List.of(changes.of(answer, found.proposal(), "returned", date)));
        return views.shown(found);
    }
}
