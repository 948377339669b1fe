package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import vn.congdoan.vks.platform.sql.Sql;

/// What holds of all books at any time.
final class BooksInOrder {

    private static final String WRONG_BALANCES = """
            select account_balance.fund_id || ' ' || kind || ': ' || balance || ' <> ' || coalesce(booked, 0)
            from account_balance
            left join (select account_id, sum(amount) as booked from posting group by account_id) sums
                using (account_id)
            where balance <> coalesce(booked, 0) or (kind in ('CASH', 'BANK') and balance < 0)
            """;

    private static final String WRONG_DAYS = """
            select account_id || ' on ' || day || ': ' || concat_ws(' ', account_day.debit, account_day.credit, '<>',
                booked.debit, booked.credit)
            from account_day
            full join (
                select account_id, value_date as day, coalesce(sum(amount) filter (where amount > 0), 0) as debit,
                    coalesce(-sum(amount) filter (where amount < 0), 0) as credit
                from posting join transfer using (transfer_id) group by account_id, value_date
            ) booked using (account_id, day)
            where (account_day.debit, account_day.credit) is distinct from (booked.debit, booked.credit)
            """;

    /// Cash or bank below zero at the end of some day.
    private static final String OVERDRAWN = """
            select fund_id || ' ' || kind || ' on ' || value_date || ': ' || held
            from (
                select account.fund_id, account.kind, value_date,
                    sum(sum(amount)) over (partition by account_id order by value_date) as held
                from posting join transfer using (transfer_id) join account using (account_id)
                where account.kind in ('CASH', 'BANK')
                group by account_id, account.fund_id, account.kind, value_date
            ) days
            where held < 0
            """;

    private static final String UNBALANCED =
            "select transfer_id::text from posting group by transfer_id having sum(amount) <> 0 or count(*) < 2";

    private static final String WITHOUT_A_LOG = """
            select transfer_id::text from transfer
            where actor <> 'another instance' and actor <> 'test' and not exists (
                select from change_pending where aggregate_id = transfer_id and aggregate_type = 'transfer'
                union all select from change where aggregate_id = transfer_id and aggregate_type = 'transfer')
            """;

    private BooksInOrder() {}

    /// Balances and days are the sums of the postings, balances never below zero, transfers sum to zero and were
    // logged.
    static void check(Sql sql) {
        for (String findings : List.of(WRONG_BALANCES, WRONG_DAYS, OVERDRAWN, UNBALANCED, WITHOUT_A_LOG)) {
            assertEquals(List.of(), sql.list(findings, row -> row.getString(1)));
        }
    }
}
