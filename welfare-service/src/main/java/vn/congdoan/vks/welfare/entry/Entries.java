package vn.congdoan.vks.welfare.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.Books;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// The entries in the books of funds, as their readers may see them, and whose books an accountant may write to.
@ApplicationScoped
class Entries {

    private static final String LIST = "entries";

    private final Funds funds;
    private final Transfers transfers;
    private final PaidCauses causes;
    private final Caller caller;
    private final Directory directory;
    private final SealedCursors cursors;
    private final Clock clock;

    Entries(
            Funds funds,
            Transfers transfers,
            PaidCauses causes,
            Caller caller,
            Directory directory,
            SealedCursors cursors,
            Clock clock) {
        this.funds = funds;
        this.transfers = transfers;
        this.causes = causes;
        this.caller = caller;
        this.directory = directory;
        this.cursors = cursors;
        this.clock = clock;
    }

    /// An entry in the books of a fund, or 404.
    BookedTransfer require(FundId fund, TransferId id) {
        return transfers.find(id).filter(each -> each.fund().equals(fund)).orElseThrow(NotFound::new);
    }

    /// The fund, whose books the caller may write to.
    FundTerms requireScope(FundId fund) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        caller.act(Permission.RECORD_MONEY, terms.unitId());
        return terms;
    }

    Books books(FundTerms terms) {
        return terms.books(directory.place(terms.unitId()).orElseThrow(NotFound::new));
    }

    /// One entry, or 404. Its text may name people, so it is shown to the union's own people only.
    Response show(FundId fund, TransferId id) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        BookedTransfer transfer = require(fund, id);
        boolean withText = caller.reach(Permission.READ_SENSITIVE, terms.unitId()) == Reach.SCOPE;
        return Response.ok(views(List.of(transfer), withText).apply(transfer))
                .tag(tag(transfer, withText))
                .build();
    }

    /// A page of the entries of a fund, or 404.
    Page<EntryView> page(
            FundId fund,
            @Nullable Account account,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            PageLimit limit,
            @Nullable String cursor) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        boolean withText = caller.reach(Permission.READ_SENSITIVE, terms.unitId()) == Reach.SCOPE;
        List<BookedTransfer> rows = transfers.page(
                fund,
                account,
                Objects.requireNonNullElse(from, BusinessTime.EARLIEST),
                Objects.requireNonNullElseGet(to, () -> LocalDate.now(clock)),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views(rows, withText),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.date(), last.id().value())));
    }

    private Function<BookedTransfer, EntryView> views(List<BookedTransfer> some, boolean withText) {
        Map<PromiseId, PaidCause> paid = withText ? causes.of(some) : Map.of();
        return each -> EntryView.of(each, withText, each.fulfils() == null ? null : paid.get(each.fulfils()));
    }

    /// 201 for whoever booked it.
    static Response created(BookedTransfer transfer) {
        return Created.at(
                "/api/v1/funds/" + transfer.fund() + "/entries/" + transfer.id(),
                EntryView.of(transfer, true, null),
                tag(transfer, true));
    }

    /// 200 for whoever books it once more.
    static Response already(BookedTransfer transfer) {
        return Created.already(EntryView.of(transfer, true, null), tag(transfer, true));
    }

    /// Entries never change; only that they were taken back is told of them later.
    private static EntityTag tag(BookedTransfer transfer, boolean withText) {
        return ETags.of(transfer.reversedBy() == null ? 0 : 1, withText ? "whole" : "textless");
    }
}
