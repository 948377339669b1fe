package vn.congdoan.vks.welfare.entry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.support.SupportRequests;

/// Where the chart of accounts puts what is entered.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ChartOfAccountsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ALLOCATION", "INTEREST", "OTHER"})
    void income_stands_where_it_came_from(String source) {
        String fund = fund(QNG);
        Response posted = post(as("ACCOUNTANT", QNG), fund, with(entry("INCOME", 70, "BANK", null), "source", source));
        posted.then().statusCode(201).body("source", equalTo(source));
        assertEquals(Map.of("CASH", 0, "BANK", 70, "INCOME/" + source, -70), accounts(fund));
    }

    @Test
    void income_without_a_source_is_other_income() {
        String fund = fund(QNG);
        post(as("ACCOUNTANT", QNG), fund, entry("INCOME", 70, "BANK", null))
                .then()
                .statusCode(201)
                .body("source", equalTo("OTHER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPENSE", "BANK_DEPOSIT", "OPENING"})
    void only_income_has_a_source(String kind) {
        Map<String, @Nullable Object> form =
                entry(kind, 1, kind.equals("BANK_DEPOSIT") ? null : "CASH", kind.equals("EXPENSE") ? "HARDSHIP" : null);
        Refusal.of(
                post(as("ACCOUNTANT", QNG), fund(QNG), with(form, "source", "OTHER")),
                400,
                "invalid-request",
                "/source",
                "not-for-this-kind");
    }

    @Test
    void what_is_given_stands_by_who_gave_it_and_what_is_spent_by_its_purpose() {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), with(contribution(fund, QNG, 100), "donor", Map.of("kind", "ANONYMOUS")))
                .then()
                .statusCode(201);
        give(
                        as("ACCOUNTANT", QNG),
                        with(contribution(fund, QNG, 50), "donor", Map.of("kind", "MEMBER", "memberId", QNG.member())))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, entry("EXPENSE", 30, "CASH", "HARDSHIP"))
                .then()
                .statusCode(201);
        assertEquals(
                Map.of("CASH", 120, "BANK", 0, "INCOME/ANONYMOUS", -100, "INCOME/MEMBER", -50, "EXPENSE/HARDSHIP", 30),
                accounts(fund));
    }

    @Test
    void what_the_fund_held_before_counts_for_its_first_day() {
        String fund = fund(QNG);
        String firstDay = as("CHAIR", QNG).get("/api/v1/funds/" + fund).path("opensOn");
        post(as("ACCOUNTANT", QNG), fund, with(entry("OPENING", 900, "BANK", null), "date", firstDay))
                .then()
                .statusCode(201);
        Refusal.of(
                post(as("ACCOUNTANT", QNG), fund, entry("OPENING", 1, "BANK", null)),
                422,
                "rule-broken",
                "/date",
                "not-the-first-day");
        assertEquals(Map.of("CASH", 0, "BANK", 900, "OPENING", -900), accounts(fund));
    }

    @Test
    void money_of_somebody_else_is_owed_until_it_is_passed_on() {
        String fund = fund(QNG, Map.of("passThrough", true));
        give(as("ACCOUNTANT", QNG), with(contribution(fund, QNG, 100), "donor", Map.of("kind", "ANONYMOUS")))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, entry("PASS_ON", 60, "CASH", null))
                .then()
                .statusCode(201)
                .body("kind", equalTo("PASS_ON"));
        assertEquals(
                Map.of("CASH", 40, "BANK", 0, "PASS_THROUGH/ANONYMOUS", -100, "PASS_THROUGH/PASSED_ON", 60),
                accounts(fund));
        Refusal.of(
                post(as("ACCOUNTANT", QNG), fund, entry("PASS_ON", 41, "CASH", null)),
                409,
                "insufficient-funds",
                "/amount",
                "more-than-available");
    }

    @Test
    void money_of_somebody_else_is_not_spent_and_our_own_is_not_passed_on() {
        String passing = fund(QNG, Map.of("passThrough", true));
        give(as("ACCOUNTANT", QNG), contribution(passing, QNG, 100)).then().statusCode(201);
        Refusal.of(
                post(as("ACCOUNTANT", QNG), passing, entry("EXPENSE", 1, "CASH", "HARDSHIP")),
                422,
                "rule-broken",
                "/kind",
                "money-of-somebody-else");
        Response verified = SupportRequests.step(
                as("OFFICER", QNG),
                SupportRequests.request(as("OFFICER", QNG), SupportRequests.household(QNG)),
                "verify",
                null);
        Refusal.of(
                SupportRequests.step(
                        as("ACCOUNTANT", QNG), verified, "propose", Map.of("fundId", passing, "amount", 1)),
                422,
                "rule-broken",
                "/fundId",
                "money-of-somebody-else");
        String own = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(own, QNG, 100)).then().statusCode(201);
        Refusal.of(
                post(as("ACCOUNTANT", QNG), own, entry("PASS_ON", 1, "CASH", null)),
                422,
                "rule-broken",
                "/kind",
                "money-of-the-fund");
        assertEquals(100, balance(QNG, passing));
        assertEquals(100, balance(QNG, own));
    }

    @Test
    void the_accounts_stand_in_the_order_of_the_chart() {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 100)).then().statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, entry("INCOME", 70, "BANK", null))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, entry("EXPENSE", 30, "CASH", "HARDSHIP"))
                .then()
                .statusCode(201);
        as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/trial-balance")
                .then()
                .body("accounts.account", contains("CASH", "BANK", "INCOME", "INCOME", "EXPENSE"));
    }

    /// What stands on each account, debits positive.
    private static Map<String, Integer> accounts(String fund) {
        JsonPath trial = as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/trial-balance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> standing = new HashMap<>();
        List<Map<String, Object>> lines = trial.getList("accounts");
        for (int line = 0; line < lines.size(); line++) {
            String at = "accounts[" + line + "]";
            String code = trial.getString(at + ".code");
            standing.put(
                    trial.getString(at + ".account") + (code == null ? "" : "/" + code),
                    trial.getInt(at + ".amounts.closingDebit") - trial.getInt(at + ".amounts.closingCredit"));
        }
        return standing;
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> form, String field, Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
