package vn.congdoan.vks.welfare.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.MoneyRequests;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class StatementTest {

    @Test
    void tells_what_was_there_what_came_and_went_and_what_is_there() {
        String fund = fund(QNG);
        give(fund, "2022-06-01", 1_000);
        String given = give(fund, "2023-01-01", 500);
        post(fund, "2023-03-01", entry("EXPENSE", 200, "CASH", "ILLNESS"));
        post(fund, "2023-02-01", entry("BANK_DEPOSIT", 600, null, null));
        give(fund, "2024-01-01", 9);
        statement(fund, "?from=2023-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("fundId", equalTo(fund))
                .body("from", equalTo("2023-01-01"))
                .body("to", equalTo("2023-12-31"))
                .body("openingBalance", equalTo(1_000))
                .body("closingBalance", equalTo(1_300))
                .body("items.date", contains("2023-01-01", "2023-02-01", "2023-03-01"))
                .body("items.kind", contains("CONTRIBUTION", "BANK_DEPOSIT", "EXPENSE"))
                .body("items.amountIn", contains(500, 600, 0))
                .body("items.amountOut", contains(0, 600, 200))
                .body("items.balance", contains(1_500, 1_500, 1_300))
                .body("items.purpose", contains(null, null, "ILLNESS"))
                .body("items.text", contains(null, "Thăm đoàn viên", "Thăm đoàn viên"))
                .body("items.method", contains("CASH", null, "CASH"))
                .body(
                        "items.bookedAt",
                        everyItem(startsWith(LocalDate.now(ZoneOffset.UTC).getYear() + "-")))
                .body("items.contributionId", contains(given, null, null))
                .body("next", nullValue());
        statement(fund, "")
                .then()
                .body("from", nullValue())
                .body("openingBalance", equalTo(0))
                .body("closingBalance", equalTo(1_309))
                .body("items.size()", equalTo(5));
        assertEquals(1_309, balance(QNG, fund));
    }

    @Test
    void a_fund_without_money_has_an_empty_statement() {
        statement(fund(QNG), "?from=2022-01-01")
                .then()
                .statusCode(200)
                .body("openingBalance", equalTo(0))
                .body("closingBalance", equalTo(0))
                .body("items.size()", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void days_before_and_after_the_last_transfer_have_its_balance() {
        String fund = fund(QNG);
        give(fund, "2022-06-01", 10);
        statement(fund, "?from=2023-01-01&to=2023-12-31")
                .then()
                .body("openingBalance", equalTo(10))
                .body("closingBalance", equalTo(10))
                .body("items.size()", equalTo(0));
    }

    @Test
    void its_pages_show_the_books_as_they_were_for_the_first_one_whatever_is_booked_meanwhile() {
        String fund = fund(QNG);
        for (int month = 1; month <= 5; month++) {
            give(fund, "2022-0" + month + "-10", month);
        }
        JsonPath page = statement(fund, "?limit=2").jsonPath();
        List<Integer> balances = new ArrayList<>(page.getList("items.balance"));
        while (page.getString("next") != null) {
            give(fund, "2022-01-01", 100);
            give(fund, "2022-04-30", 1_000);
            page = statement(fund, "?limit=2&cursor=" + page.getString("next")).jsonPath();
            assertEquals(0, page.getInt("openingBalance"));
            assertEquals(15, page.getInt("closingBalance"));
            balances.addAll(page.getList("items.balance"));
        }
        assertEquals(List.of(1, 3, 6, 10, 15), balances);
        statement(fund, "").then().body("closingBalance", equalTo(2_215)).body("items.size()", equalTo(9));
    }

    @Test
    void a_cursor_belongs_to_one_statement() {
        String fund = fund(QNG);
        give(fund, "2022-06-01", 1);
        give(fund, "2022-06-02", 1);
        String next = statement(fund, "?limit=1&from=2022-01-01").jsonPath().getString("next");
        statement(fund, "?limit=1&from=2022-01-01&cursor=" + next).then().statusCode(200);
        Refusal.of(
                statement(fund, "?from=2022-02-01&cursor=" + next),
                400,
                "invalid-request",
                "?cursor",
                "invalid-cursor");
        Refusal.of(statement(fund(QNG), "?cursor=" + next), 400, "invalid-request", "?cursor", "invalid-cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2022-02-30, ?from, not-a-date",
        "to=now, ?to, not-a-date",
        "from=2022-02-02&to=2022-02-01, ?to, ends-before-start",
        "from=2199-01-01, ?from, in-the-future",
        "from=2199-01-01&to=2199-12-31, ?from, in-the-future",
        "limit=0, ?limit, limit-out-of-range",
        "cursor=AAAA, ?cursor, invalid-cursor",
        "day=1, ?day, unknown-parameter"
    })
    void names_the_parameter_that_is_wrong(String query, String pointer, String rule) {
        Refusal.of(statement(fund(QNG), "?" + query), 400, "invalid-request", pointer, rule);
    }

    @Test
    void oversight_reads_it_without_texts_and_others_do_not_at_all() {
        String fund = fund(QNG);
        give(fund, "2022-06-01", 10);
        post(fund, "2022-07-01", entry("EXPENSE", 1, "CASH", "ILLNESS"));
        String path = FUNDS + "/" + fund + "/statement";
        as("INSPECTOR", VKSTC)
                .get(path)
                .then()
                .statusCode(200)
                .body("closingBalance", equalTo(9))
                .body("items.text", everyItem(nullValue()));
        Refusal.of(as("CHAIR", NAN).get(path), 404, "not-found");
        Refusal.of(as("OFFICER", QNG).get(path), 404, "not-found");
    }

    private static Response statement(String fund, String query) {
        return as("CHAIR", QNG).get(FUNDS + "/" + fund + "/statement" + query);
    }

    private static String give(String fund, String date, long amount) {
        Map<String, @Nullable Object> form = contribution(fund, QNG, amount);
        form.put("date", date);
        return MoneyRequests.give(as("ACCOUNTANT", QNG), form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void post(String fund, String date, Map<String, @Nullable Object> form) {
        form.put("date", date);
        MoneyRequests.post(as("ACCOUNTANT", QNG), fund, form).then().statusCode(201);
    }
}
