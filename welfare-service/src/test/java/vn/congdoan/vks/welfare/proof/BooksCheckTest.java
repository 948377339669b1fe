package vn.congdoan.vks.welfare.proof;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.goods.GoodsRequests;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What got past the rules of the database is found, and told to whoever may read the fund.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class BooksCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    BooksChecks checks;

    private String fund = "";
    private String given = "";
    private String undo = "";

    @BeforeEach
    void a_fund_with_a_thousand_in_cash_of_which_some_is_spent() {
        fund = fund(QNG);
        given = give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).path("transferId");
        post(as("ACCOUNTANT", QNG), fund, expense(400)).then().statusCode(201);
        assertTrue(Waiting.until(() -> Objects.equals(proof().path("links"), 2), PATIENCE));
    }

    /// Other tests look whether all books are in order.
    @AfterEach
    void nothing_is_left_behind() throws SQLException {
        inSpiteOfTheRules(undo);
        check();
        proof().then().body("finding", nullValue());
    }

    @Test
    void what_is_in_order_has_no_finding() {
        check();
        proof().then().body("checkedAt", notNullValue()).body("finding", nullValue());
    }

    @Test
    void new_books_are_looked_through_without_being_told_to() {
        String other = fund(QNG);
        assertTrue(Waiting.until(
                () -> as("CHAIR", QNG).get(FUNDS + "/" + other + "/proof").path("checkedAt") != null,
                Duration.ofMinutes(3)));
    }

    @Test
    void a_balance_that_is_not_the_sum_of_its_postings_is_found_and_told_and_the_service_goes_on() throws SQLException {
        undo = "update account_balance set balance = balance - 7 where fund_id = '%s' and kind = 'CASH'"
                .formatted(fund);
        inSpiteOfTheRules(undo.replace("- 7", "+ 7"));
        check();
        proof().then()
                .body("finding.kind", equalTo("BALANCE"))
                .body("finding.account", equalTo("CASH"))
                .body("finding.stands", equalTo(607))
                .body("finding.booked", equalTo(600))
                .body("finding", not(hasKey("link")));
        given().get("/q/metrics").then().body(matchesPattern("(?s).*\\nvks_books_out_of_order [1-9].*"));
        given().get("/q/health/ready").then().statusCode(200);
        post(as("ACCOUNTANT", QNG), fund, expense(1)).then().statusCode(201);
    }

    @Test
    void a_day_on_which_something_else_moved_is_found() throws SQLException {
        String ofCash = " and account_id = (select account_id from account where fund_id = '%s' and kind = 'CASH')"
                .formatted(fund);
        undo = "update account_day set day = '2023-11-20' where day = '2023-11-21'" + ofCash;
        inSpiteOfTheRules("update account_day set day = '2023-11-21' where day = '2023-11-20'" + ofCash);
        check();
        proof().then()
                .body("finding.kind", equalTo("DAY"))
                .body("finding.account", equalTo("CASH"))
                .body("finding.day", equalTo("2023-11-20"))
                .body("finding.stands", equalTo(0))
                .body("finding.booked", equalTo(-400));
    }

    @Test
    void a_transfer_that_is_not_what_its_link_was_made_of_is_found() throws SQLException {
        undo = "update transfer set kind = 'CONTRIBUTION' where transfer_id = '%s'".formatted(given);
        inSpiteOfTheRules("update transfer set kind = 'INCOME' where transfer_id = '%s'".formatted(given));
        check();
        proof().then().body("finding.kind", equalTo("LINK")).body("finding.link", equalTo(1));
    }

    @Test
    void goods_that_are_worth_something_else_than_is_booked_are_found() throws SQLException {
        GoodsRequests.given(fund);
        undo = "update goods_item set value = value - 7 where fund_id = '%s' and line = 1".formatted(fund);
        inSpiteOfTheRules(undo.replace("- 7", "+ 7"));
        check();
        proof().then()
                .body("finding.kind", equalTo("GOODS"))
                .body("finding.stands", equalTo(157))
                .body("finding.booked", equalTo(150));
    }

    @Test
    void a_link_that_is_missing_is_found() throws SQLException {
        undo = "update proof_link set number = 1 where transfer_id = '%s'".formatted(given);
        inSpiteOfTheRules("update proof_link set number = 77 where transfer_id = '%s'".formatted(given));
        check();
        proof().then().body("finding.kind", equalTo("LINK")).body("finding.link", equalTo(1));
    }

    @Test
    void a_transfer_that_got_into_no_chain_is_found() throws SQLException {
        String second = as("INSPECTOR", QNG)
                .get(FUNDS + "/" + fund + "/proof/links?after=1")
                .path("items[0].transferId");
        String hash = proof().path("hash");
        undo = """
                insert into proof_link (fund_id, number, transfer_id, hash) values ('%s', 2, '%s', decode('%s', 'hex'))
                """.formatted(fund, second, hash);
        inSpiteOfTheRules("""
                update transfer set booked_at = now() - interval '2 hours' where transfer_id = '%1$s';
                delete from proof_link where transfer_id = '%1$s'
                """.formatted(second));
        check();
        proof().then().body("finding.kind", equalTo("UNLINKED")).body("finding.transferId", equalTo(second));
    }

    @Test
    void money_that_is_kept_back_for_nobody_is_found() throws SQLException {
        undo = "delete from fund_promise where fund_id = '%s'".formatted(fund);
        inSpiteOfTheRules("insert into fund_promise (fund_id, amount) values ('%s', 7)".formatted(fund));
        check();
        proof().then()
                .body("finding.kind", equalTo("PROMISES"))
                .body("finding.stands", equalTo(7))
                .body("finding.booked", equalTo(0));
    }

    @Test
    void a_promise_that_counts_as_paid_without_a_payment_is_found() throws SQLException {
        undo = "delete from promise where fund_id = '%s'".formatted(fund);
        inSpiteOfTheRules("""
                insert into promise (promise_id, fund_id, purpose, amount, state)
                values (uuidv7(), '%s', 'HARDSHIP', 5, 'POSTED')
                """.formatted(fund));
        check();
        proof().then().body("finding.kind", equalTo("PROMISES")).body("finding.stands", equalTo(5));
    }

    private void check() {
        QuarkusTransaction.requiringNew().run(() -> checks.check(new FundId(UUID.fromString(fund))));
    }

    private Response proof() {
        return as("INSPECTOR", QNG).get(FUNDS + "/" + fund + "/proof");
    }

    private void inSpiteOfTheRules(String change) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "set session_replication_role = replica; %s; reset session_replication_role".formatted(change));
        }
    }
}
