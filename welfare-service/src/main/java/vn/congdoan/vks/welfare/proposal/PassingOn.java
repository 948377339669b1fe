package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.IncomeSource;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Takes in what came for a proposal and pays it on, at the end of the union that asked: received by an ACCOUNTANT into
/// one fund, paid on out of it by a CASHIER, who has neither made the list nor sent it. A line bears a promise of its
/// own, which is posted once: nobody gets it twice.
@ApplicationScoped
class PassingOn {

    private static final List<String> RECEIVED = List.of("fundId", "amount", "date", "method", "voucher");
    private static final List<String> PAID = List.of("lineIds", "date", "method", "voucher");
    private static final List<String> RETURNED = List.of("lineId", "text", "date");
    private static final List<String> TAKEN_BACK = List.of("entryId", "text", "date");

    private final Proposals proposals;
    private final ProposalLines lines;
    private final ReceivingGrants receipts;
    private final ProposalViews views;
    private final ProposalEnds ends;
    private final ProposalChanges changes;
    private final Funds funds;
    private final KeptForLines kept;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    PassingOn(
            Proposals proposals,
            ProposalLines lines,
            ReceivingGrants receipts,
            ProposalViews views,
            ProposalEnds ends,
            ProposalChanges changes,
            Funds funds,
            KeptForLines kept,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.proposals = proposals;
        this.lines = lines;
        this.receipts = receipts;
        this.views = views;
        this.ends = ends;
        this.changes = changes;
        this.funds = funds;
        this.kept = kept;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Once for an `Idempotency-Key`.
    Response receive(ProposalId id, @Nullable String ifMatch, NewReceipt form) {
        Proposal known = ends.see(id).proposal();
        caller.act(Permission.RECORD_MONEY, known.unitId());
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace place = caller.actAt("/fundId", Permission.RECORD_MONEY, fund.unitId());
        if (!place.unionId().equals(ends.union(known.unitId()))) {
            throw new Unprocessable("/fundId", "fund-of-another-union");
        }
        return ledger.keep(
                fund.books(place),
                booking -> once.run(form, () -> receive(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    private Response receive(
            ProposalId id, @Nullable String ifMatch, NewReceipt form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.RECORD_MONEY);
        ProposalAnswer answer = found.decided();
        fund.requireOpenOn(form.date(), LocalDate.now(clock));
        answer.requireDecidedOn(form.date());
        lines.of(id).stream()
                .filter(each -> each.grantedOrNothing() > 0)
                .map(ProposalLines.Line::kind)
                .distinct()
                .forEach(fund::requireSupportFor);
        Instant now = clock.instant();
        found.proposal().receive(fund.id(), form.amount(), answer.granted(), found.sent(), now);
        Transfer money = Transfer.income(
                new TransferId(Ids.next()),
                form.date(),
                IncomeSource.ALLOCATION,
                form.method(),
                form.amount(),
                Proposal.cleaned(form.voucher()),
                now);
        receipts.add(id, money, form.amount());
        booking.then(() -> {
            List<ProposalLines.Line> all = lines.of(id);
            kept.keep(fund.id(), all, found.proposal().received() - passedOn(all));
        });
        enter(found, "receive", "received", RECEIVED, List.of(money), form.date(), booking);
        return views.shown(found);
    }

    /// Takes back what was received by mistake, once for an `Idempotency-Key`.
    Response takeReceiptBack(ProposalId id, @Nullable String ifMatch, TakenReceipt form) {
        FundTerms fund = fund(id, Permission.RECORD_MONEY);
        return ledger.keep(
                fund.books(ends.place(fund.unitId())),
                booking -> once.run(
                        form, () -> takeReceiptBack(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    private Response takeReceiptBack(
            ProposalId id, @Nullable String ifMatch, TakenReceipt form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.RECORD_MONEY);
        long amount = receipts.remove(id, form.entryId())
                .orElseThrow(() -> new Unprocessable("/entryId", "not-received-for-this"));
        lines.settle(id);
        List<ProposalLines.Line> all = lines.of(id);
        found.proposal().giveBack(amount, passedOn(all), clock.instant());
        kept.freeBeyond(all, found.proposal().received() - passedOn(all));
        BookedTransfer money = transfers.find(form.entryId()).orElseThrow();
        LocalDate date = dayOfReturn(form.date(), money, fund);
        Transfer back = Transfer.reversal(
                new TransferId(Ids.next()), money, date, VietnameseText.singleLine(form.text()), clock.instant());
        enter(found, "return-receipt", "returned", TAKEN_BACK, List.of(back), date, booking);
        return views.shown(found);
    }

    /// Pays lines on in one stroke, once for an `Idempotency-Key`.
    Response payOn(ProposalId id, @Nullable String ifMatch, PayingOn form) {
        FundTerms fund = fund(id, Permission.PAY_SUPPORT);
        return ledger.keep(
                fund.books(ends.place(fund.unitId())),
                booking -> once.run(form, () -> payOn(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    private Response payOn(ProposalId id, @Nullable String ifMatch, PayingOn form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.PAY_SUPPORT);
        found.decided().requireDecidedOn(form.date());
        fund.requireBegunOn(form.date(), LocalDate.now(clock));
        found.proposal().requireOther(caller.principal().account());
        lines.settle(id);
        List<ProposalLines.Line> all = lines.of(id);
        List<ProposalLines.Line> due = due(all, form.lineIds());
        due.forEach(each -> each.beneficiary().requireOther(caller));
        long left = found.proposal().received() - passedOn(all);
        if (due.stream().mapToLong(ProposalLines.Line::grantedOrNothing).sum() > left) {
            throw new Unprocessable("/lineIds", "more-than-received");
        }
        kept.keepFirst(fund.id(), all, due, left);
        Instant now = clock.instant();
        String voucher = VietnameseText.singleLine(form.voucher());
        List<Transfer> paid = new ArrayList<>();
        for (ProposalLines.Line each : due) {
            paid.add(Transfer.payment(
                    new TransferId(Ids.next()),
                    each.promise(),
                    each.kind(),
                    form.date(),
                    form.method(),
                    each.grantedOrNothing(),
                    voucher,
                    now));
        }
        lines.paid(due, form.date(), paid.stream().map(Transfer::id).toList());
        found.proposal().paidOn(now);
        enter(found, "pay-on", "distributed", PAID, paid, form.date(), booking);
        return views.shown(found);
    }

    private static long passedOn(List<ProposalLines.Line> all) {
        return all.stream().mapToLong(ProposalLines.Line::passedOn).sum();
    }

    private static List<ProposalLines.Line> due(List<ProposalLines.Line> all, List<ProposalLineId> asked) {
        Set<ProposalLineId> wanted = new HashSet<>(asked);
        List<ProposalLines.Line> due = all.stream()
                .filter(each -> wanted.contains(each.id()) && each.isDue())
                .toList();
        if (due.size() < wanted.size()) {
            throw new Unprocessable("/lineIds", "not-due");
        }
        return due;
    }

    /// Writes down that a payment came back, once for an `Idempotency-Key`.
    Response takeBack(ProposalId id, @Nullable String ifMatch, ReturnedGrant form) {
        FundTerms fund = fund(id, Permission.PAY_SUPPORT);
        return ledger.keep(
                fund.books(ends.place(fund.unitId())),
                booking -> once.run(form, () -> takeBack(id, ifMatch, form, fund, booking), same -> views.show(id)));
    }

    private Response takeBack(
            ProposalId id, @Nullable String ifMatch, ReturnedGrant form, FundTerms fund, Booking booking) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.PAY_SUPPORT);
        lines.settle(id);
        ProposalLines.Line line = lines.of(id).stream()
                .filter(each -> each.id().equals(form.lineId()) && each.paidOn() != null)
                .findFirst()
                .orElseThrow(() -> new Unprocessable("/lineId", "not-paid-on"));
        found.proposal().requireOther(caller.principal().account());
        line.beneficiary().requireOther(caller);
        BookedTransfer payment = transfers.paying(line.promise()).orElseThrow();
        LocalDate date = dayOfReturn(form.date(), payment, fund);
        lines.returned(line);
        found.proposal().paidOn(clock.instant());
        Transfer back = Transfer.reversal(
                new TransferId(Ids.next()), payment, date, VietnameseText.singleLine(form.text()), clock.instant());
        enter(found, "return", "returned", RETURNED, List.of(back), date, booking);
        return views.shown(found);
    }

    /// The fund that the money came into, which stays the same.
    private FundTerms fund(ProposalId id, Permission permission) {
        ProposalCase found = ends.see(id);
        caller.act(permission, found.proposal().unitId());
        found.decided();
        FundId fund = found.proposal().fundId();
        if (fund == null) {
            throw new Conflict("nothing-received");
        }
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.act(permission, terms.unitId());
        return terms;
    }

    private LocalDate dayOfReturn(@Nullable LocalDate asked, BookedTransfer before, FundTerms fund) {
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(asked, today);
        if (date.isBefore(before.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        fund.requireBegunOn(date, today);
        return date;
    }

    private void enter(
            ProposalCase found,
            String action,
            String happened,
            List<String> fields,
            List<Transfer> money,
            LocalDate date,
            Booking booking) {
        Proposal proposal = found.proposal();
        proposals.flush();
        trail.changed(action, "proposal", proposal.id().value(), proposal.unitId(), fields);
        booking.enterAll(money, List.of(changes.of(proposal, happened, date)));
    }
}
