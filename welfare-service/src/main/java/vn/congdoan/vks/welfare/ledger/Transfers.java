package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.BusinessTime;

/// All transfers in the books of all funds.
@ApplicationScoped
public class Transfers {

    private static final String BOOKED = """
            select transfer_id, fund_id, value_date, kind, purpose, text, booked_at, created_as, reverses,
                (select back.transfer_id from transfer back where back.reverses = transfer.transfer_id),
                accounts, amounts, fulfils
            from %s cross join lateral (
                select array_agg(account.name order by line) as accounts, array_agg(amount order by line) as amounts
                from posting join account using (account_id) where posting.transfer_id = transfer.transfer_id
            ) sides
            %s
            """;

    private static final UUID NONE_BEFORE = new UUID(0, 0);

    private static final String FIND = BOOKED.formatted("transfer", "where transfer_id = ?");

    private static final String PAYING = BOOKED.formatted("transfer", """
            where fulfils = ? and not exists (select from transfer back where back.reverses = transfer.transfer_id)
            """);

    private static final String IN_ORDER = BOOKED.formatted(
            "unnest(?) with ordinality as asked (transfer_id, place) join transfer using (transfer_id)",
            "order by place");

    private static final String OPENING_TAKEN_BACK = """
            select exists (
                select from fund join transfer original on original.fund_id = fund.fund_id
                join transfer back on back.reverses = original.transfer_id
                where fund.fund_id = ? and original.kind = 'OPENING' and back.value_date <= ?
                    and opens_on <= closed_through(fund.unit_id))
            """;

    private static final String PAGE = """
            select transfer_id, value_date from transfer
            where fund_id = ? and value_date between ? and ? and (value_date, transfer_id) > (?, ?)
            order by value_date, transfer_id limit ?
            """;

    /// By the days on which something moved on the account: those of a rare one are few.
    private static final String PAGE_OF_ACCOUNT = """
            select transfer.transfer_id, day
            from account join account_day using (account_id)
            join transfer on transfer.fund_id = account.fund_id and value_date = day
            where account.fund_id = ? and day between ? and ? and (day, transfer.transfer_id) > (?, ?)
                and account.kind = ? and (?::text is null or account.code = ?)
                and exists (
                    select from posting
                    where posting.transfer_id = transfer.transfer_id and posting.account_id = account.account_id)
            order by day, transfer.transfer_id limit ?
            """;

    private final Sql sql;

    Transfers(Sql sql) {
        this.sql = sql;
    }

    /// A transfer, in the books of whichever fund.
    public Optional<BookedTransfer> find(TransferId id) {
        return sql.one(FIND, Transfers::read, id.value());
    }

    /// The payment of a promise that was not taken back.
    public Optional<BookedTransfer> paying(PromiseId promise) {
        return sql.one(PAYING, Transfers::read, promise.value());
    }

    /// Whether what the fund held when its books began was taken back until a day, and the books of its first day are
    /// closed.
    public boolean openingTakenBack(FundId fund, LocalDate day) {
        return sql.one(OPENING_TAKEN_BACK, row -> row.getBoolean(1), fund.value(), day)
                .orElseThrow();
    }

    /// Those of many that are there, in the order in which they were asked for.
    public List<BookedTransfer> inOrder(List<TransferId> ids) {
        return sql.list(IN_ORDER, Transfers::read, (Object)
                ids.stream().map(TransferId::value).toArray(UUID[]::new));
    }

    /// Those in the books of a fund in the order of their days.
    ///
    /// @param account only those that moved something on it, or without a code on any of its kind; null: all
    /// @param after null: from the beginning
    public List<BookedTransfer> page(
            FundId fund,
            @Nullable Account account,
            LocalDate from,
            LocalDate to,
            @Nullable PlaceInTime after,
            int rows) {
        PlaceInTime begin = after == null ? new PlaceInTime(BusinessTime.EARLIEST, NONE_BEFORE) : after;
        List<TransferId> found = account == null
                ? sql.list(PAGE, row -> id(row, 1), fund.value(), from, to, begin.day(), begin.id(), rows)
                : sql.list(
                        PAGE_OF_ACCOUNT,
                        row -> id(row, 1),
                        fund.value(),
                        from,
                        to,
                        begin.day(),
                        begin.id(),
                        account.kind().name(),
                        account.code(),
                        account.code(),
                        rows);
        return inOrder(found);
    }

    /// Which of these were taken back, each with the transfer that did, in one query.
    public Map<TransferId, TransferId> reversed(Collection<TransferId> transfers) {
        UUID[] asked = transfers.stream().map(TransferId::value).toArray(UUID[]::new);
        return sql
                .list(
                        "select reverses, transfer_id from transfer where reverses = any (?)",
                        row -> Map.entry(id(row, 1), id(row, 2)),
                        (Object) asked)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static BookedTransfer read(ResultSet row) throws SQLException {
        String purpose = row.getString(5);
        return new BookedTransfer(
                id(row, 1),
                new FundId(row.getObject(2, UUID.class)),
                row.getObject(3, LocalDate.class),
                TransferKind.valueOf(row.getString(4)),
                purpose == null ? null : SupportKind.valueOf(purpose),
                idOrNull(row, 9),
                idOrNull(row, 10),
                PromiseId.orNull(row.getObject(13, UUID.class)),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                postings(row, 11));
    }

    /// Reads the postings of a transfer out of two columns, their accounts and their amounts.
    static List<Transfer.Posting> postings(ResultSet row, int column) throws SQLException {
        Array found = row.getArray(column);
        if (found == null) {
            return List.of();
        }
        String[] accounts = (String[]) found.getArray();
        Long[] amounts = (Long[]) row.getArray(column + 1).getArray();
        return IntStream.range(0, accounts.length)
                .mapToObj(line -> new Transfer.Posting(Account.named(accounts[line]), amounts[line]))
                .toList();
    }

    static @Nullable TransferId idOrNull(ResultSet row, int column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new TransferId(id);
    }

    private static TransferId id(ResultSet row, int column) throws SQLException {
        return new TransferId(row.getObject(column, UUID.class));
    }
}
