package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.Unchangeable;

/// Promises are kept by the database, whoever writes to it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PromiseTableTest {

    private String fund = "";
    private UUID promise = UUID.randomUUID();

    @BeforeEach
    void a_fund_that_has_promised_300_of_1000() throws SQLException {
        fund = fund(QNG);
        post(as("ACCOUNTANT", QNG), fund, entry("INCOME", 1_000, "CASH", null))
                .then()
                .statusCode(201);
        promise = UUID.randomUUID();
        execute(promising(promise, 300, "PENDING"));
        assertEquals(700, unpromised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update promise set state = 'POSTED'",
                "update promise set amount = 1",
                "update promise set purpose = 'ILLNESS'",
                "delete from promise",
                "truncate promise cascade",
                "update fund_promise set amount = 0",
                "insert into fund_promise (fund_id, amount) values (uuidv7(), 1)",
                "delete from fund_promise",
                "truncate fund_promise"
            })
    void nothing_changes_a_promise_but_its_payment_or_its_end(String statement) {
        Unchangeable.assertRefuses(() -> execute(statement));
    }

    @Test
    void a_promise_begins_pending_and_one_that_ended_can_be_made_anew_but_not_posted() throws SQLException {
        refused("promise_is_kept", promising(UUID.randomUUID(), 1, "POSTED"));
        execute("update promise set state = 'VOIDED' where promise_id = '%s'".formatted(promise));
        assertEquals(1_000, unpromised());
        refused("promise_is_kept", "update promise set state = 'POSTED' where promise_id = '%s'".formatted(promise));
        execute("update promise set state = 'PENDING' where promise_id = '%s'".formatted(promise));
        assertEquals(700, unpromised());
    }

    @Test
    void no_more_is_promised_than_is_there() throws SQLException {
        refused("promise_of_money_that_is_there", promising(UUID.randomUUID(), 701, "PENDING"));
        execute(promising(UUID.randomUUID(), 700, "PENDING"));
        assertEquals(0, unpromised());
    }

    @Test
    void nothing_else_is_paid_from_what_is_promised() throws SQLException {
        refused("money_is_promised", paying(UUID.randomUUID(), 701, "HARDSHIP", null));
        execute(paying(UUID.randomUUID(), 700, "HARDSHIP", null));
    }

    @Test
    void a_payment_posts_the_whole_of_its_own_promise_once() throws SQLException {
        String broken = "transfer_fulfils_its_promise";
        refused(broken, paying(UUID.randomUUID(), 299, "HARDSHIP", promise));
        refused(broken, paying(UUID.randomUUID(), 300, "ILLNESS", promise));
        execute(paying(UUID.randomUUID(), 300, "HARDSHIP", promise));
        assertEquals(700, unpromised());
        refused(broken, paying(UUID.randomUUID(), 300, "HARDSHIP", promise));
        UUID other = UUID.randomUUID();
        execute(promising(other, 200, "PENDING"));
        execute("update promise set state = 'VOIDED' where promise_id = '%s'".formatted(other));
        refused(broken, paying(UUID.randomUUID(), 200, "HARDSHIP", other));
    }

    @Test
    void a_payment_that_is_taken_back_leaves_its_promise_pending() throws SQLException {
        UUID payment = UUID.randomUUID();
        execute(paying(payment, 300, "HARDSHIP", promise));
        execute(back(payment, 300));
        assertEquals(700, unpromised());
        execute(paying(UUID.randomUUID(), 300, "HARDSHIP", promise));
        assertEquals(700, unpromised());
    }

    private String promising(UUID id, long amount, String state) {
        return "insert into promise (promise_id, fund_id, purpose, amount, state) values ('%s', '%s', 'HARDSHIP', %d, '%s')"
                .formatted(id, fund, amount, state);
    }

    private String paying(UUID id, long amount, String purpose, @Nullable UUID fulfils) {
        return booking(
                "'%s', '%s', date '2023-11-20', now(), 'EXPENSE', '%s', null, %s, 'test', 0, %d"
                        .formatted(id, fund, purpose, fulfils == null ? "null" : "'" + fulfils + "'", amount),
                "(1, 'EXPENSE/%2$s', %1$d), (2, 'CASH', -%1$d)".formatted(amount, purpose));
    }

    private String back(UUID payment, long amount) {
        return booking(
                "'%s', '%s', date '2023-11-20', now(), 'EXPENSE', 'HARDSHIP', '%s', null, 'test', %d, 0"
                        .formatted(UUID.randomUUID(), fund, payment, amount),
                "(1, 'EXPENSE/HARDSHIP', -%1$d), (2, 'CASH', %1$d)".formatted(amount));
    }

    private static String booking(String transfer, String postings) {
        return """
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils,
                        actor, money_in, money_out)
                    values (%s)
                    returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select head.transfer_id, side.line, account.account_id, side.amount
                from head cross join (values %s) as side (line, kind, amount)
                join account on account.fund_id = head.fund_id and account.name = side.kind
                """.formatted(transfer, postings);
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

    private long unpromised() throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select unpromised('%s')".formatted(fund))) {
            row.next();
            return row.getLong(1);
        }
    }
}
