package vn.congdoan.vks.welfare.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.proposal.ReceivingGrants;

/// Takes entries back, contributions as well: the only way to make a mistake in the books good. What was right about it
/// is posted anew.
@ApplicationScoped
class ReversingEntries {

    private static final List<String> FIELDS = List.of("text", "date");

    private final Entries entries;
    private final ReceivingGrants receipts;
    private final Turns turns;
    private final Ledger ledger;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    ReversingEntries(
            Entries entries,
            ReceivingGrants receipts,
            Turns turns,
            Ledger ledger,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.entries = entries;
        this.receipts = receipts;
        this.turns = turns;
        this.ledger = ledger;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Takes it back, once for an `Idempotency-Key`.
    Response reverse(FundId fund, TransferId id, NewReversal form) {
        FundTerms terms = entries.requireScope(fund);
        entries.require(fund, id);
        return ledger.keep(
                entries.books(terms),
                booking -> once.run(
                        form,
                        () -> reverse(terms, id, form, booking),
                        back -> entries.show(fund, new TransferId(back))));
    }

    private Response reverse(FundTerms fund, TransferId id, NewReversal form, Booking booking) {
        turns.toChange("reversal", id);
        BookedTransfer original = entries.require(fund.id(), id);
        requireStanding(original);
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        if (date.isBefore(original.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        fund.requireBegunOn(date, today);
        Transfer back = Transfer.reversal(
                new TransferId(Ids.next()), original, date, VietnameseText.singleLine(form.text()), clock.instant());
        trail.changed("reverse", "entry", id.value(), fund.unitId(), FIELDS);
        booking.enter(back);
        return Entries.created(back.in(fund.id()));
    }

    private void requireStanding(BookedTransfer original) {
        if (original.reverses() != null) {
            throw new Conflict("entry-is-a-reversal");
        }
        if (original.isMove()) {
            throw new Conflict("entry-moves-a-fund");
        }
        if (original.kind().isOfWhatIsOwed()) {
            throw new Conflict("entry-of-a-payable");
        }
        if (original.fulfils() != null) {
            throw new Conflict("entry-pays-support");
        }
        if (receipts.has(original.id())) {
            throw new Conflict("entry-of-a-proposal");
        }
        if (original.reversedBy() != null) {
            throw new Conflict("entry-reversed", Map.of("reversedBy", original.reversedBy()));
        }
    }
}
