package vn.congdoan.vks.welfare.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What stood on the accounts of a fund, what moved and what stands there.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class TrialBalanceTest {

    private String fund = "";

    /// 2023-10-20: 1,000 given in cash; 2023-11-20: 300 to the bank, 400 of the cash spent.
    @BeforeEach
    void a_fund_with_some_entries() {
        fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).then().statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, entry("BANK_DEPOSIT", 300, null, null))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, expense(400)).then().statusCode(201);
    }

    @Test
    void each_account_tells_what_stood_there_what_moved_and_what_stands_there() {
        JsonPath november = trial("?from=2023-11-01&to=2023-11-30");
        assertEquals(List.of("CASH", "BANK", "INCOME", "EXPENSE"), november.getList("accounts.account"));
        assertEquals(Arrays.asList(null, null, "MEMBER", "HARDSHIP"), november.getList("accounts.code"));
        assertEquals(amounts(1_000, 0, 0, 700, 300, 0), november.getMap("accounts[0].amounts"));
        assertEquals(amounts(0, 0, 300, 0, 300, 0), november.getMap("accounts[1].amounts"));
        assertEquals(amounts(0, 1_000, 0, 0, 0, 1_000), november.getMap("accounts[2].amounts"));
        assertEquals(amounts(0, 0, 400, 0, 400, 0), november.getMap("accounts[3].amounts"));
        assertEquals(amounts(1_000, 1_000, 700, 700, 1_000, 1_000), november.getMap("totals"));
    }

    @Test
    void both_days_belong_to_the_period() {
        assertEquals(
                amounts(0, 0, 1_000, 1_000, 1_000, 1_000),
                trial("?from=2023-10-20&to=2023-10-20").getMap("totals"));
        assertEquals(
                amounts(1_000, 1_000, 0, 0, 1_000, 1_000),
                trial("?from=2023-10-21&to=2023-11-19").getMap("totals"));
        assertEquals(amounts(0, 0, 0, 0, 0, 0), trial("?to=2023-10-19").getMap("totals"));
    }

    @Test
    void from_the_beginning_until_today_unless_told() {
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/trial-balance")
                .then()
                .statusCode(200)
                .body("from", nullValue())
                .body("to", equalTo(LocalDate.now(BusinessTime.ZONE).toString()))
                .body("totals.debit", equalTo(1_700))
                .body("totals.credit", equalTo(1_700));
    }

    @Test
    void what_is_taken_back_stands_on_both_sides() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(100)).path("id");
        reverse(as("ACCOUNTANT", QNG), fund, spent, Map.of("text", "Nhầm", "date", "2023-12-01"));
        assertEquals(
                amounts(500, 0, 0, 100, 400, 0),
                trial("?from=2023-12-01&to=2023-12-31").getMap("accounts[3].amounts"));
    }

    @Test
    void a_fund_in_which_nothing_moved_has_cash_and_bank() {
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund(QNG) + "/trial-balance")
                .then()
                .statusCode(200)
                .body("accounts.account", contains("CASH", "BANK"))
                .body("totals.closingDebit", equalTo(0));
    }

    @Test
    void is_read_by_whoever_may_read_the_fund() {
        String path = FUNDS + "/" + fund + "/trial-balance";
        as("CHAIR", VKSTC).get(path).then().statusCode(200);
        as("ACCOUNTANT", NAN).get(path).then().statusCode(404);
        as("OFFICER", QNG).get(path).then().statusCode(404);
    }

    @Test
    void days_the_wrong_way_round_or_to_come_are_refused() {
        for (String query : List.of("?from=2023-02-01&to=2023-01-01", "?from=9999-01-01", "?to=x")) {
            as("CHAIR", QNG)
                    .get(FUNDS + "/" + fund + "/trial-balance" + query)
                    .then()
                    .statusCode(400);
        }
    }

    private JsonPath trial(String query) {
        return as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/trial-balance" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Integer> amounts(
            int openingDebit, int openingCredit, int debit, int credit, int closingDebit, int closingCredit) {
        return Map.of(
                "openingDebit", openingDebit,
                "openingCredit", openingCredit,
                "debit", debit,
                "credit", credit,
                "closingDebit", closingDebit,
                "closingCredit", closingCredit);
    }
}
