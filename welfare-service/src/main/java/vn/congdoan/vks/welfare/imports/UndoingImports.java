package vn.congdoan.vks.welfare.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.imports.Strokes.Outcome;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Takes back all that was booked of an import, as any mistake in the books is made good: by entries the other
/// way round, on a day for which the books are open. Stroke after stroke, as it was booked.
@ApplicationScoped
class UndoingImports {

    private static final List<String> FIELDS = List.of("text", "date");

    private final Imports imports;
    private final ImportRows rows;
    private final ImportViews views;
    private final Funds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Turns turns;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    UndoingImports(
            Imports imports,
            ImportRows rows,
            ImportViews views,
            Funds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Turns turns,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.funds = funds;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.turns = turns;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Takes back stroke after stroke, for a while.
    Response undo(ImportId id, NewUndoing form) {
        ContributionImport seen = views.see(id);
        FundTerms fund = funds.terms(seen.fundId()).orElseThrow();
        UnitPlace place = caller.actAt("", Permission.RECORD_MONEY, fund.unitId());
        Strokes.run(strokes -> ledger.keep(
                fund.books(place),
                booking -> once.runRows(form, () -> stroke(id, form, fund, booking, strokes), Outcome::isSuccess)));
        // As it is by now: what the request read first is remembered outside of the strokes.
        return QuarkusTransaction.requiringNew().call(() -> views.show(id));
    }

    private Outcome stroke(ImportId id, NewUndoing form, FundTerms fund, Booking booking, Strokes strokes) {
        turns.toChange(ImportTurns.OF_ONE, id);
        ContributionImport found = imports.require(id);
        if (found.status() == ImportStatus.UNDONE) {
            return Outcome.DONE;
        }
        List<ImportRow> next = rows.next(id, RowStatus.BOOKED, Strokes.STROKE);
        Outcome outcome = strokes.after(next.size());
        Instant now = clock.instant();
        List<Transfer> back = next.isEmpty() ? List.of() : back(next, form, fund, now);
        rows.become(RowStatus.UNDONE, next);
        found.undo(outcome == Outcome.DONE, now);
        imports.flush();
        trail.changed("undo", "contribution-import", id.value(), found.unitId(), FIELDS);
        booking.enterAll(back, List.of());
        return outcome;
    }

    /// The entries the other way round, of those that nobody has taken back one by one.
    private List<Transfer> back(List<ImportRow> next, NewUndoing form, FundTerms fund, Instant now) {
        LocalDate today = LocalDate.now(clock);
        LocalDate date = Objects.requireNonNullElse(form.date(), today);
        fund.requireBegunOn(date, today);
        String text = VietnameseText.singleLine(form.text());
        List<BookedTransfer> standing = transfers
                .inOrder(next.stream().map(ImportRow::transfer).toList())
                .stream()
                .filter(each -> each.reversedBy() == null)
                .toList();
        if (standing.stream().anyMatch(each -> date.isBefore(each.date()))) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        return standing.stream()
                .map(each -> Transfer.reversal(new TransferId(Ids.next()), each, date, text, now))
                .toList();
    }
}
