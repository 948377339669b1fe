package vn.congdoan.vks.welfare.contribution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionListTest {

    @Test
    void pages_through_a_funds_contributions_the_latest_first() {
        String fund = fund(QNG);
        for (int month = 1; month <= 5; month++) {
            given(fund, QNG, "2022-0" + month + "-10", month);
        }
        List<Integer> amounts = new ArrayList<>();
        String next = "";
        while (next != null) {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonPath page = as("CHAIR", QNG)
                    .get(CONTRIBUTIONS + "?limit=2&fund=" + fund + cursor)
                    .jsonPath();
            amounts.addAll(page.getList("items.amount"));
            next = page.getString("next");
        }
        assertEquals(List.of(5, 4, 3, 2, 1), amounts);
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?from=2022-02-10&to=2022-03-10&fund=" + fund)
                .then()
                .body("items.amount", contains(3, 2));
    }

    @Test
    void shows_those_of_a_member_and_of_a_unit() {
        String fund = fund(QNG_02);
        given(fund, QNG_01, "2022-02-02", 1);
        given(fund, QNG_02, "2022-02-03", 2);
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?fund=" + fund + "&member=" + QNG_01.member())
                .then()
                .body("items.amount", contains(1));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?limit=200&unit=" + QNG_01.id() + "&member=" + QNG_02.member())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as("CHAIR", QNG_02)
                .get(CONTRIBUTIONS + "?limit=200&member=" + QNG_01.member())
                .then()
                .body("items.findAll { it.fundId == '%s' }.amount".formatted(fund), contains(1));
    }

    @Test
    void shows_nobody_what_is_out_of_reach() {
        String fund = fund(QNG);
        given(fund, QNG, "2022-02-02", 1);
        Refusal.of(
                as("CHAIR", NAN).get(CONTRIBUTIONS + "?fund=" + fund), 404, "not-found", "?fund", "unknown-reference");
        Refusal.of(
                as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + UUID.randomUUID()),
                404,
                "not-found",
                "?fund",
                "unknown-reference");
        Refusal.of(
                as("CHAIR", NAN).get(CONTRIBUTIONS + "?unit=" + QNG.id()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
        Refusal.of(as("OFFICER", QNG).get(CONTRIBUTIONS), 403, "forbidden");
        as("CHAIR", NAN)
                .get(CONTRIBUTIONS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.fundId == '%s' }.size()".formatted(fund), equalTo(0));
    }

    @Test
    void a_donors_name_is_for_the_unions_own_people() {
        String fund = fund(QNG);
        String path = give(
                        as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "OUTSIDE", "name", "Ông Bí Mật"), 5))
                .header("Location");
        for (String role : new String[] {"CHAIR", "CASHIER", "INSPECTOR"}) {
            as(role, QNG).get(path).then().body("donor.name", equalTo("Ông Bí Mật"));
        }
        as("INTEGRATOR", QNG).get(path).then().statusCode(200).body("donor", not(hasKey("name")));
        as("INSPECTOR", VKSTC)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"0-unnamed\"")
                .body("donor", not(hasKey("name")));
        as("INSPECTOR", VKSTC)
                .get(CONTRIBUTIONS + "?fund=" + fund)
                .then()
                .body("items[0].donor", equalTo(Map.of("kind", "OUTSIDE")));
    }

    @ParameterizedTest
    @CsvSource({
        "fund=x, ?fund, not-an-id",
        "member=x, ?member, not-an-id",
        "unit=x, ?unit, not-an-id",
        "from=2022-02-30, ?from, not-a-date",
        "to=now, ?to, not-a-date",
        "from=2022-02-02&to=2022-02-01, ?to, ends-before-start",
        "limit=201, ?limit, limit-out-of-range",
        "cursor=AAAA, ?cursor, invalid-cursor",
        "donor=1, ?donor, unknown-parameter"
    })
    void names_the_parameter_that_is_wrong(String query, String pointer, String rule) {
        Refusal.of(as("CHAIR", QNG).get(CONTRIBUTIONS + "?" + query), 400, "invalid-request", pointer, rule);
    }

    @Test
    void the_same_creation_under_one_id_is_made_once() {
        String fund = fund(QNG);
        String path = CONTRIBUTIONS + "/" + UUID.randomUUID();
        put(as("ACCOUNTANT", QNG), path, contribution(fund, QNG, 10)).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, contribution(fund, QNG, 10))
                .then()
                .statusCode(200)
                .body("amount", equalTo(10));
        Refusal.of(put(as("ACCOUNTANT", QNG), path, contribution(fund, QNG, 11)), 412, "already-exists");
        Refusal.of(put(as("ACCOUNTANT", QNG), path, contribution(fund(QNG), QNG, 10)), 412, "already-exists");
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + fund).then().body("items.size()", equalTo(1));
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .body(contribution(fund, QNG, 1))
                        .put(path),
                428,
                "precondition-required");
    }

    private static void given(String fund, Organization donor, String date, long amount) {
        Map<String, @Nullable Object> form = contribution(fund, donor, amount);
        form.put("date", date);
        give(as("ACCOUNTANT", QNG), form).then().statusCode(201);
    }
}
