package vn.congdoan.vks.welfare.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Books;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Posts entries in the books of a fund, by an ACCOUNTANT of its unit or of one above it in the same union; and shows
/// them.
@ApplicationScoped
class PostingEntries {

    private static final List<String> FIELDS = List.of("kind", "amount", "date", "text", "method", "purpose");

    private final Funds funds;
    private final Transfers transfers;
    private final Turns turns;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    PostingEntries(
            Funds funds,
            Transfers transfers,
            Turns turns,
            Ledger ledger,
            Caller caller,
            Directory directory,
            OnlyOnce once,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.funds = funds;
        this.transfers = transfers;
        this.turns = turns;
        this.ledger = ledger;
        this.caller = caller;
        this.directory = directory;
        this.once = once;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Posts it under a new id, once for an `Idempotency-Key`.
    Response post(FundId fund, NewEntry form) {
        FundTerms terms = requireScope(fund);
        form.requireFieldsOfItsKind();
        return ledger.keep(
                books(terms),
                booking -> once.run(
                        form,
                        () -> post(new TransferId(Ids.next()), terms, form, booking),
                        id -> show(fund, new TransferId(id))));
    }

    /// Posts it under the client's id.
    Response post(FundId fund, TransferId id, NewEntry form) {
        FundTerms terms = requireScope(fund);
        form.requireFieldsOfItsKind();
        return ledger.keep(
                books(terms),
                booking -> turns.toCreate(
                                "entry", id.value(), () -> transfers.find(id), each -> isMadeFrom(each, fund, form))
                        .map(made -> Created.already(
                                EntryView.of(made, Objects.requireNonNull(EntryKind.of(made.kind())), true), tag(true)))
                        .orElseGet(() -> post(id, terms, form, booking)));
    }

    /// One entry, or 404. Its text may name people, so it is shown to the union's own people only.
    Response show(FundId fund, TransferId id) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        BookedTransfer transfer =
                transfers.find(id).filter(each -> each.fund().equals(fund)).orElseThrow(NotFound::new);
        EntryKind kind = EntryKind.of(transfer.kind());
        if (kind == null) {
            throw new NotFound();
        }
        boolean withText = caller.reach(Permission.READ_SENSITIVE, terms.unitId()) == Reach.SCOPE;
        return Response.ok(EntryView.of(transfer, kind, withText))
                .tag(tag(withText))
                .build();
    }

    private FundTerms requireScope(FundId fund) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        caller.act(Permission.RECORD_MONEY, terms.unitId());
        return terms;
    }

    private Books books(FundTerms terms) {
        return terms.books(directory.place(terms.unitId()).orElseThrow(NotFound::new));
    }

    private Response post(TransferId id, FundTerms fund, NewEntry form, Booking booking) {
        if (form.kind() == EntryKind.INCOME) {
            fund.requireOpenOn(form.date(), LocalDate.now(clock));
        } else {
            fund.requireBegunOn(form.date(), LocalDate.now(clock));
        }
        if (form.purpose() != null) {
            fund.requirePurpose(form.purpose());
        }
        Transfer transfer = transfer(id, form);
        trail.changed("post", "entry", id.value(), fund.unitId(), FIELDS);
        booking.enter(transfer);
        EntryView view = new EntryView(
                id,
                fund.id(),
                form.kind(),
                form.amount(),
                form.date(),
                transfer.text(),
                form.method(),
                form.purpose(),
                transfer.bookedAt());
        return Created.at("/api/v1/funds/" + fund.id() + "/entries/" + id, view, tag(true));
    }

    private Transfer transfer(TransferId id, NewEntry form) {
        // Between cash and bank nobody is paid.
        PaymentMethod method = Objects.requireNonNullElse(form.method(), PaymentMethod.CASH);
        return new Transfer(
                id,
                form.date(),
                form.kind().transferKind(),
                form.purpose(),
                VietnameseText.singleLine(form.text()),
                clock.instant(),
                createdAs(form),
                form.kind().postings(method, form.amount()));
    }

    private boolean isMadeFrom(BookedTransfer transfer, FundId fund, NewEntry form) {
        return EntryKind.of(transfer.kind()) != null
                && transfer.fund().equals(fund)
                && createdAs(form).equals(transfer.createdAs());
    }

    private String createdAs(NewEntry form) {
        return HexFormat.of().formatHex(hash.of(form));
    }

    /// Entries never change: there is one version.
    private static EntityTag tag(boolean withText) {
        return ETags.of(0, withText ? "whole" : "textless");
    }
}
