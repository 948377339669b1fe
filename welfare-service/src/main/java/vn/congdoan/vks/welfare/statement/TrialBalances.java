package vn.congdoan.vks.welfare.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Reads what moved on the accounts of a fund, in one query over days.
@ApplicationScoped
class TrialBalances {

    /// Account by account, so that the days of none are sorted.
    private static final String ACCOUNTS = """
            select name, moved.opening, moved.debit, moved.credit
            from account join chart_account using (name) cross join lateral (
                select coalesce(sum(account_day.debit - account_day.credit) filter (where day < ?), 0)::bigint as opening,
                    coalesce(sum(account_day.debit) filter (where day >= ?), 0)::bigint as debit,
                    coalesce(sum(account_day.credit) filter (where day >= ?), 0)::bigint as credit, count(*) as days
                from account_day where account_day.account_id = account.account_id and day <= ?
            ) moved
            where fund_id = ? and (days > 0 or name in ('CASH', 'BANK'))
            order by place
            """;

    private final Sql sql;

    TrialBalances(Sql sql) {
        this.sql = sql;
    }

    TrialBalanceView of(FundId fund, @Nullable LocalDate from, LocalDate to) {
        LocalDate begin = from == null ? BusinessTime.EARLIEST : from;
        List<TrialBalanceView.Line> accounts = sql.list(
                ACCOUNTS,
                row -> TrialBalanceView.Line.of(
                        Account.named(row.getString(1)),
                        TrialBalanceView.Amounts.of(row.getLong(2), row.getLong(3), row.getLong(4))),
                begin,
                begin,
                begin,
                to,
                fund.value());
        return TrialBalanceView.of(fund, from, to, accounts);
    }
}
