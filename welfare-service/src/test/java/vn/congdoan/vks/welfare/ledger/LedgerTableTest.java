package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.Unchangeable;

/// The tables of the ledger guard themselves, whoever writes to them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LedgerTableTest {

    private static final String BANK_AND_INCOME = "(1, 'BANK', 500), (2, 'INCOME/OTHER', -500)";
    private static final String BACK_FROM_BANK = "(1, 'BANK', -500), (2, 'INCOME/OTHER', 500)";

    private String fund = "";

    @BeforeEach
    void open_a_fund() {
        fund = fund(QNG);
    }

    @Test
    void takes_a_transfer_whose_postings_sum_to_zero() throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME));
        assertEquals(500, balance("BANK"));
        assertEquals(-500, balance("INCOME/OTHER"));
        assertEquals(0, balance("CASH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(1, 'BANK', 500), (2, 'INCOME/OTHER', -499) | transfer_is_balanced",
                "(1, 'BANK', 500) | transfer_has_two_sides",
                "(2, 'BANK', 500), (3, 'INCOME/OTHER', -500) | transfer_is_whole",
                "(1, 'BANK', 500), (3, 'INCOME/OTHER', -500) | transfer_is_whole",
                "(1, 'BANK', 500), (1, 'INCOME/OTHER', -500) | posting_pkey",
                "(0, 'BANK', 500), (1, 'INCOME/OTHER', -500) | posting_line_check",
                "(1, 'BANK', 500), (2, 'INCOME/OTHER', -500), (3, 'CASH', 0) | posting_amount_check",
                "(1, 'BANK', 1000000000000001), (2, 'INCOME/OTHER', -1000000000000001) | posting_amount_check",
                "(1, 'BANK', 400), (2, 'INCOME/OTHER', -400) | transfer_tells_money",
                "(1, 'BANK', 600), (2, 'INCOME/OTHER', -500), (3, 'CASH', -100) | transfer_tells_money",
                "(1, 'EXPENSE/OTHER', 500), (2, 'INCOME/OTHER', -500) | transfer_tells_money"
            })
    void refuses_postings_that_are_no_transfer(String postings, String rule) {
        refused(rule, transfer(UUID.randomUUID(), 500, 0, postings));
    }

    @Test
    void refuses_a_posting_to_an_account_that_is_not_there() {
        refused(
                "posting_to_an_account",
                transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME)
                        .replace("account.account_id, side", "gen_random_uuid(), side"));
    }

    @Test
    void refuses_a_transfer_between_funds() {
        String other = fund(QNG);
        refused(
                "transfer_in_one_fund",
                transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME)
                        .replace(
                                "account.fund_id = head.fund_id",
                                "account.fund_id = case side.kind when 'BANK' then '%s'::uuid else head.fund_id end"
                                        .formatted(other)));
    }

    @Test
    void refuses_postings_in_another_fund_than_the_transfers() {
        refused(
                "transfer_in_one_fund",
                transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME)
                        .replace("account.fund_id = head.fund_id", "account.fund_id = '%s'".formatted(fund(QNG))));
    }

    @Test
    void refuses_a_transfer_without_postings() {
        refused("transfer_has_postings", head(UUID.randomUUID(), 500, 0));
    }

    @Test
    void refuses_postings_without_a_transfer() {
        refused("posting_transfer_id_fkey", more(UUID.randomUUID(), 1, "BANK", 5, "INCOME/OTHER"));
    }

    @Test
    void refuses_more_postings_for_a_transfer_that_is_there() throws SQLException {
        UUID id = UUID.randomUUID();
        execute(transfer(id, 500, 0, BANK_AND_INCOME));
        refused("transfer_is_whole", more(id, 3, "BANK", 5, "INCOME/OTHER"));
        refused("posting_pkey", more(id, 1, "BANK", 5, "INCOME/OTHER"));
        assertEquals(500, balance("BANK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASH", "BANK"})
    void lets_no_money_account_go_below_zero(String account) throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, "(1, '%s', 500), (2, 'INCOME/OTHER', -500)".formatted(account)));
        String expense = "(1, 'EXPENSE/OTHER', %1$d), (2, '%2$s', -%1$d)";
        refused("account_balance_not_negative", spending(501, expense.formatted(501, account)));
        execute(spending(500, expense.formatted(500, account)));
        assertEquals(0, balance(account));
        refused("account_balance_not_negative", spending(1, expense.formatted(1, account)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update posting set amount = -amount",
                "delete from posting",
                "truncate posting cascade",
                "update transfer set money_in = 7",
                "delete from transfer",
                "truncate transfer cascade",
                "update account set kind = 'BANK'",
                "delete from account",
                "truncate account cascade",
                "update account_balance set balance = 7",
                "update account_balance set balance = balance + 1 where kind = 'INCOME'",
                "delete from account_balance",
                "truncate account_balance",
                "insert into account_balance (account_id, fund_id, kind, balance)"
                        + " select account_id, fund_id, kind, 7 from account limit 1"
            })
    void changes_nothing_but_by_new_transfers(String statement) throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME));
        Unchangeable.assertRefuses(() -> execute(statement));
    }

    @Test
    void refuses_a_second_set_of_accounts() {
        refused("account_once_in_a_fund", "select open_books('%s')".formatted(fund));
    }

    @Test
    void keeps_a_fund_that_has_books() {
        refused("account_fund_id_fkey", "delete from fund where fund_id = '%s'".formatted(fund));
    }

    @Test
    void an_expense_has_a_purpose_and_nothing_else_has() {
        refused("transfer_has_a_purpose", head(UUID.randomUUID(), 0, 5).replace("'INCOME', null", "'EXPENSE', null"));
        refused("transfer_has_a_purpose", head(UUID.randomUUID(), 5, 0).replace("'INCOME', null", "'INCOME', 'OTHER'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPENSE | 5 | 0",
                "EXPENSE | 0 | 0",
                "EXPENSE | 5 | 5",
                "INCOME | 0 | 5",
                "INCOME | 5 | 5",
                "INCOME | 0 | 0",
                "CONTRIBUTION | 0 | 5",
                "CONTRIBUTION | 5 | 5",
                "BANK_DEPOSIT | 5 | 0",
                "BANK_DEPOSIT | 5 | 4",
                "BANK_DEPOSIT | 0 | 0",
                "BANK_WITHDRAWAL | 0 | 5",
                "BANK_WITHDRAWAL | 4 | 5"
            })
    void the_kind_of_a_transfer_says_which_way_the_money_goes(String kind, long in, long out) {
        refused("transfer_moves_as_its_kind", of(kind, head(UUID.randomUUID(), in, out)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPENSE | 0 | 5 | (1, 'INCOME/OTHER', 5), (2, 'BANK', -5)",
                "EXPENSE | 0 | 5 | (1, 'EXPENSE/OTHER', 6), (2, 'BANK', -5), (3, 'INCOME/OTHER', -1)",
                "INCOME | 5 | 0 | (1, 'BANK', 5), (2, 'EXPENSE/OTHER', -5)",
                "BANK_DEPOSIT | 5 | 5 | (1, 'CASH', 5), (2, 'BANK', -5)",
                "BANK_DEPOSIT | 5 | 5 | (1, 'BANK', 5), (2, 'BANK', -5)",
                "BANK_WITHDRAWAL | 5 | 5 | (1, 'BANK', 5), (2, 'CASH', -5)"
            })
    void the_kind_of_a_transfer_says_between_which_accounts(String kind, long in, long out, String postings)
            throws SQLException {
        execute(transfer(UUID.randomUUID(), 9, 0, "(1, 'BANK', 9), (2, 'INCOME/OTHER', -9)"));
        execute(transfer(UUID.randomUUID(), 9, 0, "(1, 'CASH', 9), (2, 'INCOME/OTHER', -9)"));
        refused("transfer_between_its_accounts", of(kind, transfer(UUID.randomUUID(), in, out, postings)));
    }

    @Test
    void a_transfer_tells_when_and_by_which_transaction_it_was_booked() {
        String right = transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME);
        for (String other : List.of("now() - interval '2 hours'", "now() + interval '2 hours'")) {
            refused("transfer_is_booked_now", right.replace("now()", other));
        }
        refused(
                "transfer_is_booked_now",
                right.replace("money_out)", "money_out, booked_in)").replace("500, 0)", "500, 0, '3')"));
    }

    @Test
    void nothing_is_booked_before_its_day() throws SQLException {
        String today = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";
        String right = transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME);
        refused("transfer_not_in_the_future", right.replace("'2023-01-01'", today + " + 1"));
        execute(right.replace("'2023-01-01'", today));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPENSE", "BANK_DEPOSIT"})
    void nobody_pays_with_money_that_came_only_later(String kind) throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, "(1, 'CASH', 500), (2, 'INCOME/OTHER', -500)"));
        String paid = kind.equals("EXPENSE")
                ? transfer(UUID.randomUUID(), 0, 500, "(1, 'EXPENSE/OTHER', 500), (2, 'CASH', -500)")
                : transfer(UUID.randomUUID(), 500, 500, "(1, 'BANK', 500), (2, 'CASH', -500)");
        refused("account_balance_not_negative", of(kind, paid).replace("2023-01-01", "2022-12-31"));
        assertEquals(500, balance("CASH"));
        execute(of(kind, paid));
        assertEquals(0, balance("CASH"));
    }

    @Test
    void takes_a_transfer_that_takes_another_one_back() throws SQLException {
        UUID income = UUID.randomUUID();
        execute(transfer(income, 500, 0, BANK_AND_INCOME));
        execute(back(income, 500, BACK_FROM_BANK));
        assertEquals(0, balance("BANK"));
        assertEquals(0, balance("INCOME/OTHER"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "499 | (1, 'BANK', -499), (2, 'INCOME/OTHER', 499)",
                "500 | (1, 'CASH', -500), (2, 'INCOME/OTHER', 500)",
                "500 | (1, 'BANK', -500), (2, 'EXPENSE/OTHER', 500)",
                "500 | (1, 'BANK', -500), (2, 'INCOME/OTHER', 499), (3, 'EXPENSE/OTHER', 1)"
            })
    void refuses_to_take_back_anything_but_the_whole_transfer(long amount, String postings) throws SQLException {
        UUID income = UUID.randomUUID();
        execute(transfer(income, 500, 0, BANK_AND_INCOME));
        execute(transfer(UUID.randomUUID(), 500, 0, "(1, 'CASH', 500), (2, 'INCOME/OTHER', -500)"));
        refused("transfer_takes_back", back(income, amount, postings));
        refused("transfer_takes_back", back(income, 500, BACK_FROM_BANK).replace("2023-01-01", "2022-12-31"));
        assertEquals(500, balance("BANK"));
    }

    @Test
    void refuses_to_take_back_twice_or_what_takes_back_itself_or_is_not_there() throws SQLException {
        UUID income = UUID.randomUUID();
        execute(transfer(income, 500, 0, BANK_AND_INCOME));
        execute(transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME));
        execute(back(income, 500, BACK_FROM_BANK));
        refused("transfer_reversed_once", back(income, 500, BACK_FROM_BANK));
        refused("transfer_moves_as_its_kind", transfer(UUID.randomUUID(), 0, 500, BACK_FROM_BANK));
        // The opposite of what takes an income back moves the wrong way for an income that takes something back.
        refused(
                "transfer_moves_as_its_kind",
                transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME)
                        .replace("null, 'test'", "'%s', 'test'".formatted(transferThatReverses(income))));
        refused("transfer_reverses_fkey", back(UUID.randomUUID(), 500, BACK_FROM_BANK));
    }

    @Test
    void refuses_to_take_back_what_takes_back_itself_or_is_of_another_kind() throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, "(1, 'CASH', 500), (2, 'INCOME/OTHER', -500)"));
        UUID deposit = UUID.randomUUID();
        String moved = "(1, 'BANK', %1$d), (2, 'CASH', -%1$d)".formatted(200);
        String back = "(1, 'BANK', -%1$d), (2, 'CASH', %1$d)".formatted(200);
        execute(of("BANK_DEPOSIT", transfer(deposit, 200, 200, moved)));
        execute(of("BANK_DEPOSIT", transfer(UUID.randomUUID(), 200, 200, moved)));
        refused(
                "transfer_takes_back",
                reversing(deposit, of("BANK_WITHDRAWAL", transfer(UUID.randomUUID(), 200, 200, back))));
        execute(reversing(deposit, of("BANK_DEPOSIT", transfer(UUID.randomUUID(), 200, 200, back))));
        refused(
                "transfer_takes_back",
                reversing(
                        transferThatReverses(deposit),
                        of("BANK_DEPOSIT", transfer(UUID.randomUUID(), 200, 200, moved))));
    }

    private static String reversing(UUID original, String transfer) {
        return transfer.replace("null, 'test'", "'%s', 'test'".formatted(original));
    }

    @Test
    void refuses_to_take_back_what_is_of_another_fund() throws SQLException {
        UUID income = UUID.randomUUID();
        execute(transfer(income, 500, 0, BANK_AND_INCOME));
        fund = fund(QNG);
        execute(transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME));
        refused("transfer_takes_back", back(income, 500, BACK_FROM_BANK));
    }

    @Test
    void refuses_to_take_back_money_that_is_gone() throws SQLException {
        UUID income = UUID.randomUUID();
        execute(transfer(income, 500, 0, BANK_AND_INCOME));
        execute(spending(1, "(1, 'EXPENSE/OTHER', 1), (2, 'BANK', -1)"));
        refused("account_balance_not_negative", back(income, 500, BACK_FROM_BANK));
    }

    /// Takes back an income.
    private String back(UUID original, long amount, String postings) {
        return reversing(original, transfer(UUID.randomUUID(), 0, amount, postings));
    }

    private UUID transferThatReverses(UUID original) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select transfer_id from transfer where reverses = '%s'".formatted(original))) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private String spending(long amount, String postings) {
        return of("EXPENSE", transfer(UUID.randomUUID(), 0, amount, postings));
    }

    private static String of(String kind, String statement) {
        return statement.replace(
                "'INCOME', null", "'%s', %s".formatted(kind, kind.equals("EXPENSE") ? "'OTHER'" : "null"));
    }

    private String head(UUID id, long in, long out) {
        return """
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, actor, money_in,
                    money_out)
                values ('%s', '%s', '2023-01-01', now(), 'INCOME', null, null, 'test', %d, %d)
                """.formatted(id, fund, in, out);
    }

    private String transfer(UUID id, long in, long out, String postings) {
        return """
                with head as (%s returning transfer_id, fund_id)
                insert into posting (transfer_id, line, account_id, amount)
                select head.transfer_id, side.line, account.account_id, side.amount
                from head cross join (values %s) as side (line, kind, amount)
                join account on account.fund_id = head.fund_id and account.name = side.kind
                """.formatted(head(id, in, out), postings);
    }

    private String more(UUID id, int line, String to, long amount, String from) {
        return """
                insert into posting (transfer_id, line, account_id, amount)
                select '%s', side.line, account.account_id, side.amount
                from (values (%d, '%s', %d), (%d, '%s', -%d)) as side (line, kind, amount)
                join account on account.fund_id = '%s' and account.name = side.kind
                """.formatted(id, line, to, amount, line + 1, from, amount, fund);
    }

    private void refused(String rule, String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> execute(statement));
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long balance(String account) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(("select balance from account_balance join account using (account_id)"
                                        + " where account.fund_id = '%s' and name = '%s'")
                                .formatted(fund, account))) {
            row.next();
            return row.getLong(1);
        }
    }
}
