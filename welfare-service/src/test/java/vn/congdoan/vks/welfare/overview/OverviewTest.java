package vn.congdoan.vks.welfare.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.MoneyRequests;

/// The service's part of a unit's overview: what the funds held, what came and went, what they hold.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class OverviewTest {

    @Test
    void what_was_there_what_came_and_went_and_what_is_there_belong_together() {
        Figures before = figures(NAN, 2022);
        String closed = fund(NAN, Map.of("opensOn", "2020-01-01", "closesOn", "2021-12-31"));
        give(closed, "2021-05-01", 1_000);
        post(closed, "2022-02-01", entry("EXPENSE", 100, "CASH", "ILLNESS"));
        String open = fund(NAN_01, "opensOn", "2020-01-01");
        give(open, "2021-12-31", 20);
        give(open, "2022-01-01", 300);
        post(open, "2022-12-31", entry("INCOME", 4_000, "BANK", null));
        post(open, "2022-12-31", entry("BANK_DEPOSIT", 50, null, null));
        post(open, "2022-12-31", expense(7));
        give(open, "2023-01-01", 60_000);
        String passing = fund(NAN_01, Map.of("opensOn", "2022-03-01", "passThrough", true));
        post(passing, "2022-03-01", entry("OPENING", 500_000, "CASH", null));
        post(passing, "2022-04-01", entry("PASS_ON", 200_000, "CASH", null));
        Figures after = figures(NAN, 2022);
        assertEquals(
                new Figures(
                        before.funds() + 2,
                        before.opening() + 1_020 + 500_000,
                        before.contributions() + 300,
                        before.otherIncome() + 4_000,
                        before.spent() + 107,
                        before.passedOn() + 200_000,
                        before.closing() + 1_020 + 500_000 + 300 + 4_000 - 107 - 200_000),
                after);
        for (int year = 2020; year <= today().getYear() + 1; year++) {
            isWhole(figures(NAN, year));
        }
    }

    @Test
    void the_figures_are_the_sums_of_the_statements() {
        give(fund(NAN), "2022-06-01", 11);
        String fund = fund(NAN_01);
        give(fund, "2023-06-01", 500);
        post(fund, "2023-07-01", expense(3));
        give(fund, today().toString(), 9);
        for (int year : List.of(2022, 2023, today().getYear())) {
            Figures sums = new Figures(0, 0, 0, 0, 0, 0, 0);
            for (String each : funds(NAN)) {
                sums = sums.plus(statement(each, year));
            }
            Figures told = figures(NAN, year);
            assertEquals(
                    sums,
                    new Figures(
                            0,
                            told.opening(),
                            told.contributions(),
                            told.otherIncome(),
                            told.spent(),
                            told.passedOn(),
                            told.closing()));
        }
    }

    @Test
    void units_below_are_in_it_and_units_above_are_not() {
        Figures before = figures(NAN_01, 2023);
        give(fund(NAN), "2023-06-01", 5);
        assertEquals(before, figures(NAN_01, 2023));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, not-a-number",
        "%2B2023, not-a-number",
        "1e3, not-a-number",
        "2023.0, not-a-number",
        "0x7e7, not-a-number",
        "1899, year-out-of-range",
        "-5, year-out-of-range",
        "99999999999999, year-out-of-range",
        "'', required"
    })
    void names_a_year_that_is_none(String year, String rule) {
        Refusal.of(
                as("CHAIR", NAN).urlEncodingEnabled(false).get("/internal/overview?unit=" + NAN.id() + "&year=" + year),
                400,
                "invalid-request",
                "?year",
                rule);
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessTime.ZONE);
    }

    private record Figures(
            int funds, long opening, long contributions, long otherIncome, long spent, long passedOn, long closing) {

        Figures plus(Figures other) {
            return new Figures(
                    funds + other.funds,
                    opening + other.opening,
                    contributions + other.contributions,
                    otherIncome + other.otherIncome,
                    spent + other.spent,
                    passedOn + other.passedOn,
                    closing + other.closing);
        }
    }

    private static void isWhole(Figures figures) {
        assertEquals(
                figures.opening()
                        + figures.contributions()
                        + figures.otherIncome()
                        - figures.spent()
                        - figures.passedOn(),
                figures.closing());
    }

    private static Figures figures(Organization unit, int year) {
        JsonPath part = as("CHAIR", unit)
                .get("/internal/overview?unit=" + unit.id() + "&year=" + year)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Figures(
                part.getInt("funds"),
                part.getLong("openingBalance"),
                part.getLong("contributions"),
                part.getLong("otherIncome"),
                part.getLong("spent"),
                part.getLong("passedOn"),
                part.getLong("closingBalance"));
    }

    private static Figures statement(String fund, int year) {
        JsonPath statement = as("CHAIR", NAN)
                .get(FUNDS + "/" + fund + "/statement?limit=200&from=" + year + "-01-01&to=" + year + "-12-31")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(null, statement.getString("next"), "a page is not the whole statement");
        return new Figures(
                0,
                statement.getLong("openingBalance") + sum(statement, "OPENING", "amountIn"),
                sum(statement, "CONTRIBUTION", "amountIn"),
                sum(statement, "INCOME", "amountIn"),
                sum(statement, "EXPENSE", "amountOut"),
                sum(statement, "PASS_ON", "amountOut"),
                statement.getLong("closingBalance"));
    }

    private static long sum(JsonPath statement, String kind, String of) {
        return statement.getList("items.findAll { it.kind == '%s' }.%s".formatted(kind, of), Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<String> funds(Organization unit) {
        JsonPath page =
                as("CHAIR", unit).get(FUNDS + "?limit=200&unit=" + unit.id()).jsonPath();
        assertEquals(null, page.getString("next"), "a page is not all funds");
        return page.getList("items.id");
    }

    private static void give(String fund, String date, long amount) {
        Map<String, @Nullable Object> form = contribution(fund, NAN, amount);
        form.put("date", date);
        MoneyRequests.give(as("ACCOUNTANT", NAN), form).then().statusCode(201);
    }

    private static void post(String fund, String date, Map<String, @Nullable Object> form) {
        form.put("date", date);
        MoneyRequests.post(as("ACCOUNTANT", NAN), fund, form).then().statusCode(201);
    }
}
