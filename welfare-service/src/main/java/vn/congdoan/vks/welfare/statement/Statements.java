package vn.congdoan.vks.welfare.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// Reads statements. The first page is one query, so its sums and lines belong together; it remembers which
/// transactions it saw (`pg_snapshot`), and the pages after it show these and no others, so that a transfer booked
/// meanwhile, for whichever day, changes no balance between two pages.
@ApplicationScoped
class Statements {

    /// A move between cash and bank has no method.
    private static final String LINE = """
            line.transfer_id, line.value_date, line.kind, line.purpose, line.text, line.money_in, line.money_out,
            line.booked_at,
            (select min(account.kind) from posting join account using (account_id)
             where posting.transfer_id = line.transfer_id and account.kind in ('CASH', 'BANK')
             having count(distinct account.kind) = 1),
            case when line.kind = 'CONTRIBUTION' then (
                select contribution_id from contribution
                where contribution.transfer_id = coalesce(line.reverses, line.transfer_id)) end,
            line.reverses,
            (select back.transfer_id from transfer back where back.reverses = line.transfer_id)
            """;

    private static final String FIRST = """
            with total as (
                select coalesce(sum(debit - credit) filter (where day < ?), 0)::bigint as opening,
                    coalesce(sum(debit - credit), 0)::bigint as closing
                from account join account_day using (account_id)
                where fund_id = ? and kind in ('CASH', 'BANK') and day <= ?
            )
            select %s, total.opening, total.closing, pg_current_snapshot()::text,
                (now() - interval '1 hour')::text
            from total left join lateral (
                select * from transfer where fund_id = ? and value_date between ? and ? and money_in + money_out > 0
                order by value_date, transfer_id limit ?
            ) line on true
            order by line.value_date, line.transfer_id
            """.formatted(LINE);

    private static final String NEXT = """
            select %s
            from transfer line
            where fund_id = ? and value_date <= ? and (value_date, transfer_id) > (?, ?) and money_in + money_out > 0
              and (coalesce(kept_since, booked_at) < ?::timestamptz or pg_visible_in_snapshot(booked_in, ?::pg_snapshot))
            order by line.value_date, line.transfer_id limit ?
            """.formatted(LINE);

    private final Sql sql;

    Statements(Sql sql) {
        this.sql = sql;
    }

    /// What stays the same on all pages of a statement.
    ///
    /// @param snapshot the transactions that the first page saw
    /// @param settled what was booked here, or came here from another node, before this moment is in the
    ///         statement whatever its transaction: none lasts so long, and after a restore from a dump the
    ///         numbers of old transactions mean nothing
    record Head(
            FundId fund,
            @Nullable LocalDate from,
            LocalDate to,
            long opening,
            long closing,
            String snapshot,
            String settled) {}

    /// Where a page ended, and what the fund held there.
    record After(LocalDate date, UUID transfer, long balance) {}

    record Page(Head head, List<StatementView.Line> lines) {}

    Page first(FundId fund, @Nullable LocalDate from, LocalDate to, boolean withText, int rows) {
        LocalDate begin = from == null ? BusinessTime.EARLIEST : from;
        List<Row> read = sql.list(
                FIRST,
                row -> new Row(
                        new Head(
                                fund, from, to, row.getLong(13), row.getLong(14), row.getString(15), row.getString(16)),
                        row.getString(1) == null ? null : line(row, withText)),
                begin,
                fund.value(),
                to,
                fund.value(),
                begin,
                to,
                rows);
        Head head = read.getFirst().head();
        List<StatementView.Line> lines = new ArrayList<>();
        for (Row each : read) {
            if (each.line() != null) {
                lines.add(each.line());
            }
        }
        return new Page(head, running(lines, head.opening()));
    }

    Page next(Head head, After after, boolean withText, int rows) {
        List<StatementView.Line> lines = sql.list(
                NEXT,
                row -> line(row, withText),
                head.fund().value(),
                head.to(),
                after.date(),
                after.transfer(),
                head.settled(),
                head.snapshot(),
                rows);
        return new Page(head, running(lines, after.balance()));
    }

    private record Row(Head head, StatementView.@Nullable Line line) {}

    private static StatementView.Line line(ResultSet row, boolean withText) throws SQLException {
        String purpose = row.getString(4);
        String method = row.getString(9);
        UUID contribution = row.getObject(10, UUID.class);
        return new StatementView.Line(
                new TransferId(row.getObject(1, UUID.class)),
                row.getObject(2, LocalDate.class),
                TransferKind.valueOf(row.getString(3)),
                purpose == null ? null : SupportKind.valueOf(purpose),
                withText ? row.getString(5) : null,
                row.getLong(6),
                row.getLong(7),
                0,
                method == null ? null : PaymentMethod.valueOf(method),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                contribution == null ? null : new ContributionId(contribution),
                transfer(row, 11),
                transfer(row, 12));
    }

    private static @Nullable TransferId transfer(ResultSet row, int column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new TransferId(id);
    }

    private static List<StatementView.Line> running(List<StatementView.Line> lines, long before) {
        List<StatementView.Line> told = new ArrayList<>();
        long balance = before;
        for (StatementView.Line line : lines) {
            balance += line.amountIn() - line.amountOut();
            told.add(line.after(balance));
        }
        return told;
    }
}
