package vn.congdoan.vks.welfare.payable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Takes a step with a payable that stands in the books of its fund: each once for an `Idempotency-Key`, by those who
/// may do it for the payable's unit and for the fund's, and never by whom it is for.
@ApplicationScoped
class BookingPayables {

    private final Payables payables;
    private final PayableViews views;
    private final PayableEntries entries;
    private final PayingFunds funds;
    private final Transfers transfers;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    BookingPayables(
            Payables payables,
            PayableViews views,
            PayableEntries entries,
            PayingFunds funds,
            Transfers transfers,
            Ledger ledger,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.payables = payables;
        this.views = views;
        this.entries = entries;
        this.funds = funds;
        this.transfers = transfers;
        this.ledger = ledger;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// A step that is being taken.
    ///
    /// @param fund the one that owes it, or is going to
    record Step(Payable payable, FundTerms fund, Booking booking, Clock clock) {

        TransferId newTransfer() {
            return new TransferId(Ids.next());
        }

        LocalDate today() {
            return LocalDate.now(clock);
        }

        /// The day of the step, in the days of the fund.
        LocalDate dayOr(@Nullable LocalDate asked) {
            LocalDate date = Objects.requireNonNullElseGet(asked, this::today);
            fund.requireBegunOn(date, today());
            return date;
        }
    }

    /// What a step does.
    @FunctionalInterface
    interface Work {
        Response on(Step step);
    }

    /// What tells a step from others.
    ///
    /// @param permission that it takes
    /// @param action as the audit trail names it
    /// @param fields of the request that it changes
    record Kind(Permission permission, String action, String happened, List<String> fields) {}

    /// Whether the caller may take the step for the payable's unit; 404 for whom there is none.
    Payable see(PayableId id, Permission permission) {
        Payable found = views.see(id);
        caller.act(permission, found.unitId());
        return found;
    }

    /// In the books of the fund that owes it already.
    Response inItsFund(PayableId id, @Nullable String ifMatch, Object form, Kind kind, Work work) {
        Payable found = see(id, kind.permission());
        FundId fund = found.fundId();
        if (fund == null) {
            throw Payable.notInThatState(found.status());
        }
        return inBooksOf(fund, found, ifMatch, form, kind, work);
    }

    /// In the books of a fund.
    Response inBooksOf(FundId fund, Payable found, @Nullable String ifMatch, Object form, Kind kind, Work work) {
        PayingFunds.Payer payer = funds.actFor(kind.permission(), found.unitId(), fund);
        return ledger.keep(
                payer.books(),
                booking -> once.run(
                        form,
                        () -> work.on(new Step(inTurn(found.id(), ifMatch, fund), payer.fund(), booking, clock)),
                        same -> views.show(found.id())));
    }

    private Payable inTurn(PayableId id, @Nullable String ifMatch, FundId fund) {
        turns.toChange("payable", id);
        Payable found = payables.require(id);
        ETags.requireMatch(ifMatch, found.version());
        found.requireNotFor(caller);
        if (found.fundId() != null && !fund.equals(found.fundId())) {
            throw new IllegalStateException("The fund of a payable changed under an unchanged version");
        }
        return found;
    }

    /// Ends a step by booking its transfer.
    Response book(Step step, Kind kind, Transfer transfer) {
        Payable found = step.payable();
        entries.add(found.id(), transfer.id());
        payables.flush();
        noted(found, kind);
        step.booking().enter(transfer, found.change(kind.happened(), transfer.date(), place(found)));
        return PayableViews.shown(found);
    }

    void noted(Payable found, Kind kind) {
        trail.changed(kind.action(), "payable", found.id().value(), found.unitId(), kind.fields());
    }

    /// Ends a step by taking back one of the payable's transfers.
    Response takeBack(Step step, Kind kind, TransferId taken, BookedStep why) {
        BookedTransfer original = transfers.find(taken).orElseThrow();
        LocalDate date = step.dayOr(why.date());
        if (date.isBefore(original.date())) {
            throw new Unprocessable("/date", "before-the-entry");
        }
        return book(
                step,
                kind,
                Transfer.reversal(
                        step.newTransfer(), original, date, VietnameseText.singleLine(why.text()), clock.instant()));
    }

    UnitPlace place(Payable found) {
        return directory.place(found.unitId()).orElseThrow(NotFound::new);
    }
}
