package vn.congdoan.vks.welfare.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
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
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.Unchangeable;

/// A contribution and its money belong together, whoever writes to the tables.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionTableTest {

    private final UUID transfer = UUID.randomUUID();
    private String fund = "";

    @BeforeEach
    void open_a_fund() {
        fund = fund(QNG);
    }

    @Test
    void takes_a_contribution_with_its_money() throws SQLException {
        together(given(), booked("CONTRIBUTION"));
        assertEquals(5, balance(QNG, fund));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update contribution set amount = 9",
                "update contribution set donor_kind = 'ANONYMOUS', donor_member_id = null",
                "delete from contribution",
                "truncate contribution cascade"
            })
    void neither_changes_nor_goes(String statement) {
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 5)).then().statusCode(201);
        Unchangeable.assertRefuses(() -> together(statement));
    }

    @Test
    void refuses_a_contribution_without_its_money() {
        refused("contribution_has_its_transfer", given());
        refused("contribution_has_its_transfer", given(), booked("INCOME"));
    }

    @Test
    void refuses_the_money_of_a_contribution_without_it() {
        refused("transfer_has_its_contribution", booked("CONTRIBUTION"));
        refused("transfer_has_its_contribution", booked("CONTRIBUTION"), given());
    }

    @Test
    void refuses_a_second_contribution_for_the_same_money() throws SQLException {
        together(given(), booked("CONTRIBUTION"));
        refused("contribution_transfer_id_key", given());
    }

    @Test
    void refuses_a_contribution_to_another_fund_than_its_money() {
        refused("transfer_has_its_contribution", given().replace(fund, fund(QNG)), booked("CONTRIBUTION"));
    }

    @ParameterizedTest
    @CsvSource({"'2023-01-01', '2023-01-02'", "' 5,', ' 6,'", "CASH, BANK"})
    void refuses_another_day_amount_or_method_than_that_of_its_money(String right, String wrong) {
        refused("transfer_has_its_contribution", given().replace(right, wrong), booked("CONTRIBUTION"));
    }

    private String given() {
        return """
                insert into contribution (contribution_id, version, owner_union_id, unit_id, fund_id, given_on,
                    transfer_id, amount, method, donor_kind, created_as, recorded_at)
                values (gen_random_uuid(), 0, '%1$s', '%1$s', '%2$s', '2023-01-01', '%3$s', 5, 'CASH', 'ANONYMOUS', '',
                    now())
                """.formatted(QNG.id(), fund, transfer);
    }

    private String booked(String kind) {
        return """
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, actor, money_in, money_out)
                    values ('%s', '%s', '2023-01-01', now(), '%s', 'test', 5, 0)
                    returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from head cross join (values (1, 'CASH', 5), (2, 'INCOME/%s', -5)) as side (line, name, amount)
                join account using (fund_id, name)
                """.formatted(transfer, fund, kind, kind.equals("INCOME") ? "OTHER" : "ANONYMOUS");
    }

    private void refused(String rule, String... statements) {
        SQLException refused = assertThrows(SQLException.class, () -> together(statements));
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
    }

    /// In one transaction.
    private void together(String... statements) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String each : statements) {
                    statement.execute(each);
                }
                connection.commit();
            } catch (SQLException refused) {
                connection.rollback();
                throw refused;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
