package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// Books that were kept before there were accounts by code go on as they are, on the accounts that they belong to.
class UpgradedBooksTest {

    private static final String OWN = "00000000-0000-7000-8000-000000000001";
    private static final String PASSING = "00000000-0000-7000-8000-000000000002";

    private final TestDatabase database =
            new TestDatabase("20261127.43", "db/platform", "db/replica", "db/attachment", "db/migration");

    @Test
    void each_posting_goes_to_the_account_that_it_belongs_to() throws SQLException {
        booked();
        database.migrate("latest");
        assertEquals(
                List.of(
                        "BANK 900",
                        "CASH 420",
                        "EXPENSE/HARDSHIP 30",
                        "INCOME/MEMBER -400",
                        "INCOME/OTHER -900",
                        "INCOME/UNIT -50"),
                balances(OWN));
        assertEquals(List.of("CASH 60", "PASS_THROUGH/ANONYMOUS -100", "PASS_THROUGH/PASSED_ON 40"), balances(PASSING));
        assertEquals(
                List.of(),
                list("select account_id from account_balance left join lateral (select sum(debit - credit) as moved"
                        + " from account_day where account_day.account_id = account_balance.account_id) days on true"
                        + " where balance <> coalesce(moved, 0)"));
        assertEquals(
                List.of(),
                list("select transfer_id from posting group by transfer_id having sum(amount) <> 0 or count(*) <> 2"));
        assertEquals(List.of("11 PAYABLE " + OWN, "11 RECEIVABLE " + OWN), list("""
                        select count(*) || ' ' || account.kind || ' ' || account.fund_id
                        from account join account_balance using (account_id)
                        where account.kind in ('PAYABLE', 'RECEIVABLE') group by account.kind, account.fund_id order by 1
                        """));
        assertEquals(List.of("7"), list("select count(distinct transfer_id) from posting"));
        assertEquals(List.of(), list("select name from account where kind in ('INCOME', 'EXPENSE') and code is null"));
    }

    /// As these books were kept before, with the rules out of the way: they asked for a whole service around them.
    private void booked() throws SQLException {
        execute(
                "set session_replication_role = replica",
                """
                insert into fund (fund_id, version, owner_union_id, unit_id, kind, name, name_key, pass_through, purposes,
                    opens_on, takes_outside_donors, created_as, recorded_at)
                select id, 0, id, id, 'OTHER', 'Quỹ', 'quy' || passing, passing, '{HARDSHIP}', '2022-01-01', true, '', now()
                from (values ('%s'::uuid, false), ('%s', true)) as told (id, passing)
                """.formatted(OWN, PASSING),
                """
                insert into account (fund_id, kind)
                select fund_id, each.kind from fund cross join unnest(array['CASH', 'BANK', 'INCOME', 'EXPENSE']) each (kind)
                """,
                """
                insert into account_balance (account_id, fund_id, kind) select account_id, fund_id, kind from account
                """,
                """
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, actor, money_in,
                    money_out)
                select ('00000000-0000-7000-8000-00000000000' || number)::uuid, fund::uuid, '2023-01-01', now(), told.kind, purpose,
                    ('00000000-0000-7000-8000-00000000000' || reverses)::uuid, 'test', came, went
                from (values
                    (3, '%1$s', 'CONTRIBUTION', null, null::int, 500, 0), (4, '%1$s', 'CONTRIBUTION', null, null, 50, 0),
                    (5, '%1$s', 'INCOME', null, null, 900, 0), (6, '%1$s', 'EXPENSE', 'HARDSHIP', null, 0, 30),
                    (7, '%1$s', 'CONTRIBUTION', null, 3, 0, 100), (8, '%2$s', 'CONTRIBUTION', null, null, 100, 0),
                    (9, '%2$s', 'EXPENSE', 'HARDSHIP', null, 0, 40))
                    as told (number, fund, kind, purpose, reverses, came, went)
                """.formatted(OWN, PASSING),
                """
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from (values
                    (3, 1, 'CASH', 500), (3, 2, 'INCOME', -500), (4, 1, 'CASH', 50), (4, 2, 'INCOME', -50),
                    (5, 1, 'BANK', 900), (5, 2, 'INCOME', -900), (6, 1, 'EXPENSE', 30), (6, 2, 'CASH', -30),
                    (7, 1, 'CASH', -100), (7, 2, 'INCOME', 100), (8, 1, 'CASH', 100), (8, 2, 'INCOME', -100),
                    (9, 1, 'EXPENSE', 40), (9, 2, 'CASH', -40)) as told (number, line, kind, amount)
                join transfer on transfer_id = ('00000000-0000-7000-8000-00000000000' || number)::uuid
                join account on account.fund_id = transfer.fund_id and account.kind = told.kind
                """,
                """
                insert into contribution (contribution_id, version, owner_union_id, unit_id, fund_id, given_on, transfer_id,
                    amount, method, donor_kind, donor_member_id, donor_unit_id, created_as, recorded_at)
                select gen_random_uuid(), 0, fund_id, fund_id, fund_id, value_date, transfer_id, money_in, 'CASH', donor,
                    case donor when 'MEMBER' then fund_id end, case donor when 'UNIT' then fund_id end, '', now()
                from (values (3, 'MEMBER'), (4, 'UNIT'), (8, 'ANONYMOUS')) as told (number, donor)
                join transfer on transfer_id = ('00000000-0000-7000-8000-00000000000' || number)::uuid
                """,
                """
                insert into account_day (account_id, day, debit, credit)
                select account_id, value_date, coalesce(sum(amount) filter (where amount > 0), 0),
                    coalesce(-sum(amount) filter (where amount < 0), 0)
                from posting join transfer using (transfer_id) group by account_id, value_date
                """,
                """
                update account_balance set balance = (
                    select coalesce(sum(amount), 0) from posting where posting.account_id = account_balance.account_id)
                """);
    }

    private List<String> balances(String fund) throws SQLException {
        return list("""
                select name || ' ' || balance from account_balance join account using (account_id)
                where account.fund_id = '%s' and balance <> 0 order by name
                """.formatted(fund));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> list(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
