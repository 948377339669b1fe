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

    private static final String ACCOUNTS = """
            select name, coalesce(sum(debit - credit) filter (where day < ?), 0)::bigint,
                coalesce(sum(debit) filter (where day >= ?), 0)::bigint,
                coalesce(sum(credit) filter (where day >= ?), 0)::bigint
            from account join chart_account using (name) left join account_day
                on account_day.account_id = account.account_id and account_day.day <= ?
            where fund_id = ?
            group by name, place
            having count(day) > 0 or name in ('CASH', 'BANK')
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
