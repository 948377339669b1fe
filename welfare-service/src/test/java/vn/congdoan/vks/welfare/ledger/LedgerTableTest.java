package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// The tables of the ledger guard themselves, whoever writes to them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LedgerTableTest {

    private static final String BANK_AND_INCOME = "(1, 'BANK', 500), (2, 'INCOME', -500)";

    @Inject
    AgroalDataSource database;

    private String fund = "";

    @BeforeEach
    void open_a_fund() {
        fund = fund(QNG);
    }

    @Test
    void takes_a_transfer_whose_postings_sum_to_zero() throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, BANK_AND_INCOME));
        assertEquals(500, balance("BANK"));
        assertEquals(-500, balance("INCOME"));
        assertEquals(0, balance("CASH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(1, 'BANK', 500), (2, 'INCOME', -499) | transfer_is_balanced",
                "(1, 'BANK', 500) | transfer_has_two_sides",
                "(2, 'BANK', 500), (3, 'INCOME', -500) | transfer_is_whole",
                "(1, 'BANK', 500), (3, 'INCOME', -500) | transfer_is_whole",
                "(1, 'BANK', 500), (1, 'INCOME', -500) | posting_pkey",
                "(0, 'BANK', 500), (1, 'INCOME', -500) | posting_line_check",
                "(1, 'BANK', 500), (2, 'INCOME', -500), (3, 'CASH', 0) | posting_amount_check",
                "(1, 'BANK', 1000000000000001), (2, 'INCOME', -1000000000000001) | posting_amount_check",
                "(1, 'BANK', 400), (2, 'INCOME', -400) | transfer_tells_money",
                "(1, 'BANK', 600), (2, 'INCOME', -500), (3, 'CASH', -100) | transfer_tells_money",
                "(1, 'EXPENSE', 500), (2, 'INCOME', -500) | transfer_tells_money"
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
        refused("posting_transfer_id_fkey", more(UUID.randomUUID(), 1, "BANK", 5, "INCOME"));
    }

    @Test
    void refuses_more_postings_for_a_transfer_that_is_there() throws SQLException {
        UUID id = UUID.randomUUID();
        execute(transfer(id, 500, 0, BANK_AND_INCOME));
        refused("transfer_is_whole", more(id, 3, "BANK", 5, "INCOME"));
        refused("posting_pkey", more(id, 1, "BANK", 5, "INCOME"));
        assertEquals(500, balance("BANK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASH", "BANK"})
    void lets_no_money_account_go_below_zero(String account) throws SQLException {
        execute(transfer(UUID.randomUUID(), 500, 0, "(1, '%s', 500), (2, 'INCOME', -500)".formatted(account)));
        String expense = "(1, 'EXPENSE', %1$d), (2, '%2$s', -%1$d)";
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
        SQLException refused = assertThrows(SQLException.class, () -> execute(statement));
        assertEquals("23001", refused.getSQLState(), refused.getMessage());
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
        refused("transfer_has_a_purpose", head(UUID.randomUUID(), 0, 5).replace("null", "'OTHER'"));
    }

    private String spending(long amount, String postings) {
        return transfer(UUID.randomUUID(), 0, amount, postings).replace("'INCOME', null", "'EXPENSE', 'OTHER'");
    }

    private String head(UUID id, long in, long out) {
        return """
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, actor, money_in, money_out)
                values ('%s', '%s', '2023-01-01', now(), 'INCOME', null, 'test', %d, %d)
                """.formatted(id, fund, in, out);
    }

    private String transfer(UUID id, long in, long out, String postings) {
        return """
                with head as (%s returning transfer_id, fund_id)
                insert into posting (transfer_id, line, account_id, amount)
                select head.transfer_id, side.line, account.account_id, side.amount
                from head cross join (values %s) as side (line, kind, amount)
                join account on account.fund_id = head.fund_id and account.kind = side.kind
                """.formatted(head(id, in, out), postings);
    }

    private String more(UUID id, int line, String to, long amount, String from) {
        return """
                insert into posting (transfer_id, line, account_id, amount)
                select '%s', side.line, account.account_id, side.amount
                from (values (%d, '%s', %d), (%d, '%s', -%d)) as side (line, kind, amount)
                join account on account.fund_id = '%s' and account.kind = side.kind
                """.formatted(id, line, to, amount, line + 1, from, amount, fund);
    }

    private void refused(String rule, String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> execute(statement));
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long balance(String kind) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select balance from account_balance where fund_id = '%s' and kind = '%s'"
                                .formatted(fund, kind))) {
            row.next();
            return row.getLong(1);
        }
    }
}
