package vn.congdoan.vks.welfare.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.accounts;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.giveOut;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.given;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.issue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import vn.congdoan.vks.welfare.Unchangeable;

/// What the database proves of goods, whoever writes to its tables.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class GoodsTableTest {

    @Inject
    AgroalDataSource database;

    private final UUID transfer = UUID.randomUUID();
    private String fund = "";
    private String rice = "";

    @BeforeEach
    void a_fund_with_rice() {
        fund = fund(QNG);
        rice = given(fund).path("goods[0].goodsId");
    }

    @Test
    void takes_goods_that_are_there() throws SQLException {
        together(issued(4, 40), booked(40));
        assertEquals(110, accounts(fund).get("GOODS"));
    }

    @Test
    void refuses_more_of_some_goods_than_are_there_though_others_are() {
        refused("goods_are_there", issued(11, 40), booked(40));
        refused("goods_are_there", issued(10, 101), booked(101));
    }

    @Test
    void refuses_goods_before_they_came() {
        refused(
                "goods_are_there",
                issued(4, 40).replace("2023-11-20", "2023-10-19"),
                booked(40).replace("2023-11-20", "2023-10-19"));
    }

    @Test
    void refuses_goods_that_nobody_gives_out() {
        refused("transfer_gives_out_goods", booked(40));
        refused("goods_issue_has_its_transfer", issued(4, 40));
    }

    @ParameterizedTest
    @CsvSource({"40, 41", "'2023-11-20', '2023-11-21'", "HARDSHIP, ILLNESS"})
    void refuses_another_value_day_or_purpose_than_that_of_what_is_given_out(String right, String wrong) {
        refused("transfer_gives_out_goods", issued(4, 40), booked(40).replace(right, wrong));
    }

    @Test
    void refuses_goods_on_accounts_of_money() {
        refused("transfer_between_its_accounts", issued(4, 40), booked(40).replace("EXPENSE_IN_KIND/", "EXPENSE/"));
        refused("transfer_tells_money", issued(4, 40), booked(40).replace("'GOODS'", "'CASH'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update goods_issue set value = 9",
                "update goods_issue_item set quantity = 9",
                "update goods_item set quantity = 9",
                "delete from goods_issue",
                "delete from goods_issue_item",
                "delete from goods_item",
                "truncate goods_issue cascade",
                "truncate goods_item"
            })
    void what_was_given_and_given_out_neither_changes_nor_goes(String statement) {
        giveOut(fund, issue(rice, 4)).then().statusCode(201);
        Unchangeable.assertRefuses(() -> together("set local role none", statement));
    }

    private String issued(int quantity, long value) {
        return """
                insert into goods_issue (issue_id, version, owner_union_id, unit_id, fund_id, kind, purpose, issued_on, value,
                    transfer_id, items, created_as, recorded_at)
                values (gen_random_uuid(), 0, '%1$s', '%1$s', '%2$s', 'SUPPORT', 'HARDSHIP', '2023-11-20', %3$s, '%4$s',
                    '[{"goodsId": "%5$s", "quantity": %6$s, "value": %3$s}]', '1', now())
                """.formatted(QNG.id(), fund, value, transfer, rice, quantity);
    }

    private String booked(long value) {
        return """
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, actor, money_in, money_out)
                    values ('%1$s', '%2$s', '2023-11-20', now(), 'EXPENSE_IN_KIND', 'HARDSHIP', 'test', 0, 0)
                    returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from head cross join (values (1, 'EXPENSE_IN_KIND/HARDSHIP', %3$s), (2, 'GOODS', -%3$s))
                    as side (line, name, amount)
                join account using (fund_id, name)
                """.formatted(transfer, fund, value);
    }

    private void refused(String rule, String... statements) {
        SQLException refused = assertThrows(SQLException.class, () -> together(statements));
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
    }

    private void together(String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
                connection.commit();
            } catch (SQLException refused) {
                connection.rollback();
                throw refused;
            }
        }
    }
}
