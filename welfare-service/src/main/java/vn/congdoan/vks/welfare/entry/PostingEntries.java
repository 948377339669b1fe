package vn.congdoan.vks.welfare.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Posts entries in the books of a fund, by an ACCOUNTANT of its unit or of one above it in the same union.
@ApplicationScoped
class PostingEntries {

    private static final List<String> FIELDS = List.of("kind", "amount", "date", "text", "method", "purpose", "source");

    private final Entries entries;
    private final Transfers transfers;
    private final Turns turns;
    private final Ledger ledger;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    PostingEntries(
            Entries entries,
            Transfers transfers,
            Turns turns,
            Ledger ledger,
            OnlyOnce once,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.entries = entries;
        this.transfers = transfers;
        this.turns = turns;
        this.ledger = ledger;
        this.once = once;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Posts it under a new id, once for an `Idempotency-Key`.
    Response post(FundId fund, NewEntry form) {
        FundTerms terms = entries.requireScope(fund);
        form.requireFieldsOfItsKind();
        return ledger.keep(
                entries.books(terms),
                booking -> once.run(
                        form,
                        () -> post(new TransferId(Ids.next()), terms, form, booking),
                        id -> entries.show(fund, new TransferId(id))));
    }

    /// Posts it under the client's id.
    Response post(FundId fund, TransferId id, NewEntry form) {
        FundTerms terms = entries.requireScope(fund);
        form.requireFieldsOfItsKind();
        return ledger.keep(
                entries.books(terms),
                booking -> turns.toCreate(
                                "entry", id.value(), () -> transfers.find(id), each -> isMadeFrom(each, fund, form))
                        .map(Entries::already)
                        .orElseGet(() -> post(id, terms, form, booking)));
    }

    private Response post(TransferId id, FundTerms fund, NewEntry form, Booking booking) {
        form.requireAllowedIn(fund, LocalDate.now(clock), () -> transfers.openingTakenBack(fund.id(), form.date()));
        Transfer transfer = transfer(id, form);
        trail.changed("post", "entry", id.value(), fund.unitId(), FIELDS);
        booking.enter(transfer);
        return Entries.created(transfer.in(fund.id()));
    }

    private Transfer transfer(TransferId id, NewEntry form) {
        return new Transfer(
                id,
                form.date(),
                form.kind().transferKind(),
                form.purpose(),
                null,
                null,
                VietnameseText.singleLine(form.text()),
                clock.instant(),
                createdAs(form),
                form.postings());
    }

    private boolean isMadeFrom(BookedTransfer transfer, FundId fund, NewEntry form) {
        return transfer.reverses() == null
                && transfer.fund().equals(fund)
                && createdAs(form).equals(transfer.createdAs());
    }

    private String createdAs(NewEntry form) {
        return HexFormat.of().formatHex(hash.of(form));
    }
}
