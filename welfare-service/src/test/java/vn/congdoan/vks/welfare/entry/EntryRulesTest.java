package vn.congdoan.vks.welfare.entry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.MoneyRequests;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class EntryRulesTest {

    private String fund = "";

    @BeforeEach
    void a_fund_with_a_thousand_in_cash() {
        fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).then().statusCode(201);
    }

    @Test
    void an_expense_has_an_address_and_lowers_the_balance() {
        Response answer = post(expense(400));
        answer.then()
                .statusCode(201)
                .body("kind", equalTo("EXPENSE"))
                .body("amount", equalTo(400))
                .body("method", equalTo("CASH"))
                .body("purpose", equalTo("HARDSHIP"))
                .body("text", equalTo("Thăm đoàn viên"))
                .header("Location", endsWith(entries(fund) + "/" + answer.path("id")));
        as("CHAIR", QNG)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(answer.header("ETag")))
                .body("$", equalTo(answer.jsonPath().getMap("$")));
        assertEquals(600, balance(QNG, fund));
    }

    @Test
    void money_goes_to_the_bank_and_back_and_the_fund_holds_as_much_as_before() {
        post(entry("BANK_DEPOSIT", 700, null, null)).then().statusCode(201).body("$", not(hasKey("method")));
        assertEquals(1_000, balance(QNG, fund));
        insufficient(expense(301), "300");
        insufficient(entry("EXPENSE", 701, "BANK", "ILLNESS"), "700");
        post(entry("BANK_WITHDRAWAL", 1, null, null)).then().statusCode(201);
        post(expense(301)).then().statusCode(201);
        insufficient(entry("BANK_WITHDRAWAL", 700, null, null), "699");
        insufficient(entry("BANK_DEPOSIT", 1, null, null), "0");
        assertEquals(699, balance(QNG, fund));
    }

    @Test
    void income_needs_no_donor() {
        Response answer = post(entry("INCOME", 25, "BANK", null));
        answer.then().statusCode(201).body("method", equalTo("BANK")).body("$", not(hasKey("purpose")));
        assertEquals(1_025, balance(QNG, fund));
    }

    @Test
    void what_is_not_there_cannot_be_spent_and_the_refusal_tells_what_is_there() {
        Response refused = post(as("ACCOUNTANT", QNG).header("Accept-Language", "en"), fund, expense(1_001));
        Refusal.of(refused, 409, "insufficient-funds");
        refused.then()
                .body("detail", containsString("in cash, 1,000 đ could"))
                .body("errors.pointer", contains("/amount"))
                .body("errors.code", contains("more-than-available"))
                .body("errors.detail", contains(containsString("1,000 đ")));
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_200_000)).then().statusCode(201);
        post(expense(1_201_001)).then().statusCode(409).body("detail", containsString("1.201.000 đ tiền mặt"));
        post(entry("BANK_WITHDRAWAL", 1, null, null)).then().body("detail", containsString("0 đ tiền gửi"));
        assertEquals(1_201_000, balance(QNG, fund));
    }

    @Test
    void what_came_only_later_cannot_be_spent_before() {
        String empty = fund(QNG);
        giveOn(empty, "2022-03-01", 100);
        giveOn(empty, "2023-06-01", 900_000);
        post(as("ACCOUNTANT", QNG), empty, dated(expense(30), "2023-01-10"))
                .then()
                .statusCode(201);
        insufficient(empty, dated(expense(1), "2022-02-01"), "0");
        insufficient(empty, dated(expense(71), "2022-03-01"), "70");
        insufficient(empty, dated(entry("BANK_DEPOSIT", 71, null, null), "2022-03-01"), "70");
        insufficient(empty, dated(expense(71), "2023-05-31"), "70");
        post(as("ACCOUNTANT", QNG), empty, dated(expense(70), "2022-03-01"))
                .then()
                .statusCode(201);
        insufficient(empty, dated(expense(900_001), "2023-06-01"), "900.000");
        post(as("ACCOUNTANT", QNG), empty, dated(expense(900_000), "2023-06-01"))
                .then()
                .statusCode(201);
        assertEquals(0, balance(QNG, empty));
    }

    @Test
    void after_the_last_day_of_a_fund_nothing_comes_in_but_what_is_left_is_spent() {
        String closed = fund(QNG, "closesOn", "2022-12-31");
        giveOn(closed, "2022-12-31", 100);
        refused(closed, dated(entry("INCOME", 1, "CASH", null), "2023-01-01"), "fund-not-open");
        post(as("ACCOUNTANT", QNG), closed, dated(entry("INCOME", 1, "CASH", null), "2022-12-31"))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), closed, dated(entry("BANK_DEPOSIT", 60, null, null), "2023-01-01"))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), closed, dated(entry("BANK_WITHDRAWAL", 10, null, null), "2023-01-02"))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), closed, dated(expense(51), "2023-02-01"))
                .then()
                .statusCode(201);
        refused(closed, dated(expense(1), "2021-12-31"), "fund-not-open");
        refused(
                closed,
                dated(expense(1), LocalDate.now(BusinessTime.ZONE).plusDays(1).toString()),
                "in-the-future");
        assertEquals(50, balance(QNG, closed));
    }

    @Test
    void a_fund_is_spent_on_its_purposes_only() {
        refused(entry("EXPENSE", 1, "CASH", "WEDDING"), 422, "/purpose", "not-a-purpose-of-the-fund");
        post(entry("EXPENSE", 1, "CASH", "ILLNESS")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPENSE, , HARDSHIP, /method, required",
        "EXPENSE, CASH, , /purpose, required",
        "INCOME, , , /method, required",
        "INCOME, CASH, HARDSHIP, /purpose, not-for-this-kind",
        "BANK_DEPOSIT, CASH, , /method, not-for-this-kind",
        "BANK_WITHDRAWAL, , HARDSHIP, /purpose, not-for-this-kind"
    })
    void an_entry_has_the_fields_of_its_kind(
            String kind, @Nullable String method, @Nullable String purpose, String pointer, String rule) {
        refused(entry(kind, 1, method, purpose), 400, pointer, rule);
    }

    static Stream<Arguments> wrong_fields() {
        return Stream.of(
                Arguments.of("kind", "CONTRIBUTION", 400, "unknown-value"),
                Arguments.of("kind", null, 400, "required"),
                Arguments.of("amount", 0, 400, "too-small"),
                Arguments.of("amount", 1_000_000_000_000_001L, 400, "too-large"),
                Arguments.of("amount", new BigInteger("99999999999999999999"), 400, "too-large"),
                Arguments.of("amount", null, 400, "required"),
                Arguments.of("text", " ", 400, "required"),
                Arguments.of("text", "x".repeat(501), 400, "size"),
                Arguments.of("text", null, 400, "required"),
                Arguments.of("method", "CARD", 400, "unknown-value"),
                Arguments.of("purpose", "LUXURY", 400, "unknown-value"),
                Arguments.of("date", "31/12/2022", 400, "not-a-date"),
                Arguments.of("date", null, 400, "required"),
                Arguments.of("surprise", 1, 400, "unknown-field"),
                Arguments.of("date", "2021-12-31", 422, "fund-not-open"),
                Arguments.of(
                        "date", LocalDate.now(BusinessTime.ZONE).plusDays(1).toString(), 422, "in-the-future"));
    }

    @ParameterizedTest
    @MethodSource("wrong_fields")
    void names_the_field_that_is_wrong(String field, @Nullable Object value, int status, String rule) {
        Map<String, @Nullable Object> form = expense(1);
        form.put(field, value);
        refused(form, status, "/" + field, rule);
    }

    @Test
    void only_accountants_of_the_unit_or_above_it_post() {
        for (String role : new String[] {"CHAIR", "CASHIER", "INSPECTOR", "INTEGRATOR"}) {
            Refusal.of(post(as(role, QNG), fund, expense(1)), 403, "forbidden");
        }
        for (String role : new String[] {"ADMIN", "OFFICER"}) {
            Refusal.of(post(as(role, QNG), fund, expense(1)), 404, "not-found");
        }
        Refusal.of(post(as("ACCOUNTANT", VKSTC), fund, expense(1)), 403, "forbidden");
        Refusal.of(post(as("ACCOUNTANT", NAN), fund, expense(1)), 404, "not-found");
        Refusal.of(post(as("ACCOUNTANT", QNG_01), fund, expense(1)), 404, "not-found");
        Refusal.of(post(as("ACCOUNTANT", QNG), UUID.randomUUID().toString(), expense(1)), 404, "not-found");
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void its_text_is_for_the_unions_own_people() {
        String path = post(expense(1)).header("Location");
        as("CASHIER", QNG).get(path).then().statusCode(200).body("text", equalTo("Thăm đoàn viên"));
        as("INTEGRATOR", QNG).get(path).then().statusCode(200).body("$", not(hasKey("text")));
        as("CHAIR", VKSTC).get(path).then().statusCode(200).body("$", not(hasKey("text")));
        Refusal.of(as("CHAIR", NAN).get(path), 404, "not-found");
    }

    @Test
    void an_entry_is_found_in_its_own_fund_only_and_so_is_the_money_of_a_contribution() {
        String id = post(expense(1)).path("id");
        Refusal.of(as("CHAIR", QNG).get(entries(fund(QNG)) + "/" + id), 404, "not-found");
        Refusal.of(as("CHAIR", QNG).get(entries(fund) + "/" + UUID.randomUUID()), 404, "not-found");
        String transfer =
                give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1)).path("transferId");
        as("CHAIR", QNG)
                .get(entries(fund) + "/" + transfer)
                .then()
                .statusCode(200)
                .body("kind", equalTo("CONTRIBUTION"));
        Refusal.of(as("CHAIR", QNG).get(entries(fund(QNG)) + "/" + transfer), 404, "not-found");
        Refusal.of(
                put(as("ACCOUNTANT", QNG), entries(fund) + "/" + transfer, entry("INCOME", 1, "CASH", null)),
                412,
                "already-exists");
    }

    @Test
    void the_same_creation_under_one_id_is_made_once() {
        String path = entries(fund) + "/" + UUID.randomUUID();
        put(as("ACCOUNTANT", QNG), path, expense(10)).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, expense(10)).then().statusCode(200).body("amount", equalTo(10));
        Refusal.of(put(as("ACCOUNTANT", QNG), path, expense(11)), 412, "already-exists");
        assertEquals(990, balance(QNG, fund));
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .body(expense(1))
                        .put(path),
                428,
                "precondition-required");
        String other = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(other, QNG, 10)).then().statusCode(201);
        Refusal.of(put(as("ACCOUNTANT", QNG), path.replace(fund, other), expense(10)), 412, "already-exists");
    }

    @Test
    void an_entry_stands_in_the_audit_trail_without_values() {
        String id = post(expense(1)).path("id");
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("post"))
                .body("items[0].resourceType", equalTo("entry"))
                .body(not(containsString("Thăm")));
    }

    private Response post(Map<String, @Nullable Object> form) {
        return post(as("ACCOUNTANT", QNG), fund, form);
    }

    private static Response post(RequestSpecification caller, String fund, Map<String, @Nullable Object> form) {
        return MoneyRequests.post(caller, fund, form);
    }

    private static void giveOn(String fund, String date, long amount) {
        MoneyRequests.give(as("ACCOUNTANT", QNG), dated(contribution(fund, QNG, amount), date))
                .then()
                .statusCode(201);
    }

    private static Map<String, @Nullable Object> dated(Map<String, @Nullable Object> form, String date) {
        form.put("date", date);
        return form;
    }

    private static void refused(String fund, Map<String, @Nullable Object> form, String rule) {
        Refusal.of(post(as("ACCOUNTANT", QNG), fund, form), 422, "rule-broken", "/date", rule);
    }

    private void insufficient(Map<String, @Nullable Object> form, String available) {
        insufficient(fund, form, available);
    }

    private static void insufficient(String fund, Map<String, @Nullable Object> form, String available) {
        Response refused = post(as("ACCOUNTANT", QNG), fund, form);
        Refusal.of(refused, 409, "insufficient-funds");
        refused.then().body("detail", containsString(" " + available + " đ"));
    }

    private void refused(Map<String, @Nullable Object> form, int status, String pointer, String rule) {
        Refusal.of(post(form), status, status == 400 ? "invalid-request" : "rule-broken", pointer, rule);
    }
}
