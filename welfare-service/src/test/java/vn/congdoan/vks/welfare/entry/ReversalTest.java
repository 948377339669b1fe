package vn.congdoan.vks.welfare.entry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// A mistake in the books is made good by taking the entry back, whole and once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ReversalTest {

    private static final Map<String, String> MISTAKE = Map.of("text", "Ghi nhầm số tiền", "date", "2023-11-21");

    private String fund = "";
    private String given = "";

    @BeforeEach
    void a_fund_with_a_thousand_in_cash() {
        fund = fund(QNG);
        given = give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).path("id");
    }

    @Test
    void an_expense_taken_back_is_there_again_and_both_tell_of_each_other() {
        Response spent = post(as("ACCOUNTANT", QNG), fund, expense(400));
        Response back = reverse(as("ACCOUNTANT", QNG), fund, spent.path("id"), MISTAKE);
        back.then()
                .statusCode(201)
                .body("kind", equalTo("EXPENSE"))
                .body("amount", equalTo(400))
                .body("purpose", equalTo("HARDSHIP"))
                .body("method", equalTo("CASH"))
                .body("text", equalTo("Ghi nhầm số tiền"))
                .body("date", equalTo("2023-11-21"))
                .body("reverses", equalTo(spent.path("id")))
                .header("Location", endsWith(entries(fund) + "/" + back.path("id")));
        assertEquals(1_000, balance(QNG, fund));
        Response after = as("CHAIR", QNG).get(spent.header("Location"));
        after.then().body("reversedBy", equalTo(back.path("id"))).body("$", not(hasKey("reverses")));
        assertNotEquals(spent.header("ETag"), after.header("ETag"));
        as("CHAIR", QNG)
                .get(back.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(back.header("ETag")))
                .body("$", equalTo(back.jsonPath().getMap("$")));
    }

    @Test
    void the_statement_shows_both_and_the_sums_of_the_year_come_out_right() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        String back = reverse(as("ACCOUNTANT", QNG), fund, spent, MISTAKE).path("id");
        post(as("ACCOUNTANT", QNG), fund, expense(40)).then().statusCode(201);
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/statement?from=2023-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("closingBalance", equalTo(960))
                .body("items.find { it.transferId == '%s' }.reverses".formatted(back), equalTo(spent))
                .body("items.find { it.transferId == '%s' }.amountIn".formatted(back), equalTo(400))
                .body("items.find { it.transferId == '%s' }.reversedBy".formatted(spent), equalTo(back))
                .body("items.find { it.transferId == '%s' }".formatted(spent), not(hasKey("reverses")));
    }

    @Test
    void the_overview_counts_what_still_stands() {
        JsonPath before = figures();
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        String interest = post(as("ACCOUNTANT", QNG), fund, entry("INCOME", 70, "BANK", null))
                .path("id");
        assertEquals(400, figures().getInt("spent") - before.getInt("spent"));
        assertEquals(70, figures().getInt("otherIncome") - before.getInt("otherIncome"));
        reverse(as("ACCOUNTANT", QNG), fund, spent, MISTAKE).then().statusCode(201);
        reverse(as("ACCOUNTANT", QNG), fund, interest, MISTAKE).then().statusCode(201);
        assertEquals(before.getMap("$"), figures().getMap("$"));
        reverse(as("ACCOUNTANT", QNG), fund, transferOf(given), MISTAKE).then().statusCode(201);
        assertEquals(1_000, before.getInt("contributions") - figures().getInt("contributions"));
        assertEquals(1_000, before.getInt("closingBalance") - figures().getInt("closingBalance"));
    }

    @Test
    void a_contribution_is_given_back_by_its_transfer_and_says_so() {
        String transfer = transferOf(given);
        String tag = as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + given).header("ETag");
        String back = reverse(as("ACCOUNTANT", QNG), fund, transfer, MISTAKE).path("id");
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "/" + given)
                .then()
                .body("reversedBy", equalTo(back))
                .header("ETag", not(equalTo(tag)));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?fund=" + fund)
                .then()
                .body("items[0].id", equalTo(given))
                .body("items[0].reversedBy", equalTo(back));
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/statement?to=2023-12-31")
                .then()
                .body("items.contributionId", equalTo(java.util.List.of(given, given)));
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void money_that_went_to_the_bank_comes_back_into_cash() {
        String moved = post(as("ACCOUNTANT", QNG), fund, entry("BANK_DEPOSIT", 700, null, null))
                .path("id");
        reverse(as("ACCOUNTANT", QNG), fund, moved, MISTAKE)
                .then()
                .statusCode(201)
                .body("kind", equalTo("BANK_DEPOSIT"))
                .body("$", not(hasKey("method")));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.cash", equalTo(1_000));
    }

    @Test
    void nothing_is_taken_back_twice_and_no_reversal_at_all() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        String back = reverse(as("ACCOUNTANT", QNG), fund, spent, MISTAKE).path("id");
        reverse(as("ACCOUNTANT", QNG), fund, spent, MISTAKE)
                .then()
                .statusCode(409)
                .body("code", equalTo("entry-reversed"))
                .body("detail", containsString(back));
        reverse(as("ACCOUNTANT", QNG), fund, back, MISTAKE)
                .then()
                .statusCode(409)
                .body("code", equalTo("entry-is-a-reversal"));
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void of_many_who_take_it_back_at_once_one_does() throws Exception {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        Callable<Integer> attempt =
                () -> reverse(as("ACCOUNTANT", QNG), fund, spent, MISTAKE).statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Map<Integer, Long> answers = threads
                    .invokeAll(Stream.generate(() -> attempt).limit(8).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertEquals(Map.of(201, 1L, 409, 7L), answers);
        }
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void a_repeated_request_finds_what_it_has_done() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        String key = UUID.randomUUID().toString();
        Response first = reverse(as("ACCOUNTANT", QNG), key, fund, spent, MISTAKE);
        Response again = reverse(as("ACCOUNTANT", QNG), key, fund, spent, MISTAKE);
        again.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void money_that_is_spent_already_cannot_be_given_back() {
        post(as("ACCOUNTANT", QNG), fund, expense(400)).then().statusCode(201);
        reverse(as("ACCOUNTANT", QNG), fund, transferOf(given), MISTAKE)
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-funds"))
                .body("detail", containsString("600"));
        assertEquals(600, balance(QNG, fund));
    }

    @Test
    void it_counts_for_the_day_of_the_entry_at_the_earliest_and_today_at_the_latest() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        refusedFor(spent, LocalDate.of(2023, 11, 19), "before-the-entry");
        refusedFor(spent, LocalDate.now(BusinessTime.ZONE).plusDays(1), "in-the-future");
        assertEquals(600, balance(QNG, fund));
    }

    @Test
    void without_a_day_it_counts_for_today_also_after_the_last_day_of_the_fund() {
        String closed = fund(QNG, Map.of("closesOn", "2023-12-31"));
        String income = post(as("ACCOUNTANT", QNG), closed, entry("INCOME", 5, "CASH", null))
                .path("id");
        reverse(as("ACCOUNTANT", QNG), closed, income, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201)
                .body("date", equalTo(LocalDate.now(BusinessTime.ZONE).toString()));
    }

    @Test
    void only_an_accountant_of_the_union_takes_back() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        reverse(as("CHAIR", QNG), fund, spent, MISTAKE).then().statusCode(403);
        reverse(as("ACCOUNTANT", VKSTC), fund, spent, MISTAKE).then().statusCode(403);
        reverse(as("ACCOUNTANT", NAN), fund, spent, MISTAKE).then().statusCode(404);
        reverse(given(), fund, spent, MISTAKE).then().statusCode(401);
    }

    @Test
    void what_is_not_in_the_fund_is_not_found() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        reverse(as("ACCOUNTANT", QNG), fund(QNG), spent, MISTAKE).then().statusCode(404);
        reverse(as("ACCOUNTANT", QNG), fund, UUID.randomUUID().toString(), MISTAKE)
                .then()
                .statusCode(404);
    }

    @Test
    void a_reason_is_needed() {
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        Refusal.of(
                reverse(as("ACCOUNTANT", QNG), fund, spent, Map.of("text", " ")),
                400,
                "invalid-request",
                "/text",
                "required");
    }

    private void refusedFor(String entry, LocalDate day, String rule) {
        Refusal.of(
                reverse(as("ACCOUNTANT", QNG), fund, entry, Map.of("text", "Nhầm", "date", day.toString())),
                422,
                "rule-broken",
                "/date",
                rule);
    }

    private static String transferOf(String contribution) {
        return as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + contribution).path("transferId");
    }

    private static JsonPath figures() {
        return as("CHAIR", QNG)
                .get("/internal/overview?unit=" + QNG.id() + "&year=2023")
                .jsonPath();
    }
}
