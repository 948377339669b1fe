package vn.congdoan.vks.welfare.contribution;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionRulesTest {

    private static final Map<String, String> OUTSIDE = Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa");
    private static final Map<String, String> ANONYMOUS = Map.of("kind", "ANONYMOUS");

    @Test
    void a_contribution_of_a_member_has_an_address_and_raises_the_balance() {
        String fund = fund(QNG);
        var answer = give(as("ACCOUNTANT", QNG), contribution(fund, QNG_01, 350_000));
        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/contributions/[0-9a-f-]{14}7[0-9a-f-]{21}"))
                .header("ETag", "\"0-named\"")
                .body("fundId", equalTo(fund))
                .body("unitId", equalTo(QNG.id().toString()))
                .body("amount", equalTo(350_000))
                .body(
                        "donor",
                        equalTo(Map.of(
                                "kind", "MEMBER", "memberId", QNG_01.member().toString())))
                .body("method", equalTo("CASH"))
                .body("date", equalTo("2023-10-20"))
                .body("transferId", notNullValue());
        as("CHAIR", QNG)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body("$", equalTo(answer.jsonPath().getMap("$")));
        assertEquals(350_000, balance(QNG, fund));
    }

    @Test
    void the_fund_keeps_its_version_and_can_be_read_with_its_balance_in_a_list() {
        String fund = fund(QNG_02);
        String tag = as("CHAIR", QNG).get(FUNDS + "/" + fund).header("ETag");
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).then().statusCode(201);
        give(as("ACCOUNTANT", QNG_02), contribution(fund, QNG, 500)).then().statusCode(201);
        assertEquals(tag, as("CHAIR", QNG).get(FUNDS + "/" + fund).header("ETag"));
        as("CHAIR", QNG)
                .get(FUNDS + "?limit=200&unit=" + QNG_02.id())
                .then()
                .body("items.find { it.id == '%s' }.balance".formatted(fund), equalTo(1_500));
    }

    @Test
    void units_of_the_union_strangers_and_the_unnamed_may_give_as_well() {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "UNIT", "unitId", QNG_01_A.id()), 1))
                .then()
                .statusCode(201)
                .body("donor.unitId", equalTo(QNG_01_A.id().toString()));
        give(as("ACCOUNTANT", QNG), contribution(fund, OUTSIDE, 2))
                .then()
                .statusCode(201)
                .body("donor.name", equalTo("Công ty Minh Họa"));
        give(as("ACCOUNTANT", QNG), contribution(fund, ANONYMOUS, 4))
                .then()
                .statusCode(201)
                .body("donor", equalTo(ANONYMOUS));
        assertEquals(7, balance(QNG, fund));
    }

    @Test
    void a_member_gives_on_days_of_the_membership_only() {
        String fund = fund(QNG, "opensOn", "2000-01-01");
        Map<String, @Nullable Object> form = contribution(fund, QNG, 1);
        form.put("date", Organization.MEMBERS_FROM.minusDays(1).toString());
        refused(form, 422, "/donor/memberId", "member-not-active");
        form.put("date", Organization.MEMBERS_FROM.toString());
        give(as("ACCOUNTANT", QNG), form).then().statusCode(201);
        form.put("donor", Map.of("kind", "MEMBER", "memberId", QNG.formerMember()));
        form.put("date", Organization.FORMER_MEMBERS_UNTIL.toString());
        refused(form, 422, "/donor/memberId", "member-not-active");
        form.put("date", Organization.FORMER_MEMBERS_UNTIL.minusDays(1).toString());
        give(as("ACCOUNTANT", QNG), form).then().statusCode(201);
    }

    @Test
    void somebody_who_was_a_member_may_be_recorded_later() {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "MEMBER", "memberId", QNG.formerMember()), 1))
                .then()
                .statusCode(201);
    }

    @Test
    void a_fund_of_members_takes_nothing_from_outside_but_from_the_unnamed() {
        String fund = fund(QNG, "takesOutsideDonors", false);
        refused(contribution(fund, OUTSIDE, 1), 422, "/donor/kind", "no-outside-donors");
        give(as("ACCOUNTANT", QNG), contribution(fund, ANONYMOUS, 1)).then().statusCode(201);
    }

    @Test
    void a_member_of_another_union_and_one_who_does_not_exist_are_the_same() {
        String fund = fund(QNG);
        for (UUID member : new UUID[] {NAN_01.member(), VKSTC.member(), UUID.randomUUID()}) {
            refused(
                    contribution(fund, Map.of("kind", "MEMBER", "memberId", member), 1),
                    422,
                    "/donor/memberId",
                    "unknown-member");
        }
        for (UUID unit : new UUID[] {NAN_01.id(), VKSTC.id(), UUID.randomUUID()}) {
            refused(
                    contribution(fund, Map.of("kind", "UNIT", "unitId", unit), 1),
                    422,
                    "/donor/unitId",
                    "unknown-reference");
        }
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void a_fund_out_of_scope_and_one_that_does_not_exist_are_the_same() {
        for (String fund :
                new String[] {fund(NAN), fund(VKSTC), UUID.randomUUID().toString()}) {
            Refusal.of(
                    give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1)),
                    403,
                    "forbidden",
                    "/fundId",
                    "unit-out-of-scope");
        }
        String fund = fund(QNG);
        Refusal.of(
                give(as("ACCOUNTANT", QNG_01), contribution(fund, QNG, 1)),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        Refusal.of(
                give(as("ACCOUNTANT", VKSTC), contribution(fund, QNG, 1)),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        for (String role : new String[] {"CHAIR", "CASHIER", "OFFICER", "INSPECTOR", "ADMIN", "INTEGRATOR"}) {
            Refusal.of(give(as(role, QNG), contribution(fund, QNG, 1)), 403, "forbidden");
        }
    }

    @Test
    void money_is_given_on_a_day_on_which_the_fund_is_open_and_that_has_come() {
        String fund = fund(QNG, "closesOn", "2022-12-31");
        refused(dated(fund, "2021-12-31"), 422, "/date", "fund-not-open");
        refused(dated(fund, "2023-01-01"), 422, "/date", "fund-not-open");
        give(as("ACCOUNTANT", QNG), dated(fund, "2022-01-01")).then().statusCode(201);
        give(as("ACCOUNTANT", QNG), dated(fund, "2022-12-31")).then().statusCode(201);
        String open = fund(QNG);
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        refused(dated(open, today.plusDays(1).toString()), 422, "/date", "in-the-future");
        give(as("ACCOUNTANT", QNG), dated(open, today.toString())).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER, , memberId, required",
        "MEMBER, memberId+unitId, unitId, not-for-this-kind",
        "MEMBER, memberId+name, name, not-for-this-kind",
        "UNIT, , unitId, required",
        "UNIT, unitId+memberId, memberId, not-for-this-kind",
        "UNIT, unitId+name, name, not-for-this-kind",
        "OUTSIDE, , name, required",
        "OUTSIDE, name+memberId, memberId, not-for-this-kind",
        "OUTSIDE, name+unitId, unitId, not-for-this-kind",
        "ANONYMOUS, name, name, not-for-this-kind",
        "ANONYMOUS, memberId, memberId, not-for-this-kind",
        "ANONYMOUS, unitId, unitId, not-for-this-kind"
    })
    void a_donor_has_exactly_the_field_of_its_kind(String kind, @Nullable String fields, String field, String rule) {
        Map<String, Object> all = Map.of("memberId", QNG.member(), "unitId", QNG.id(), "name", "Ai đó");
        Map<String, Object> donor = new LinkedHashMap<>(Map.of("kind", kind));
        if (fields != null) {
            Arrays.stream(fields.split("\\+")).forEach(each -> donor.put(each, all.getOrDefault(each, "")));
        }
        refused(contribution(fund(QNG), donor, 1), 400, "/donor/" + field, rule);
    }

    static Stream<Arguments> wrong_fields() {
        return Stream.of(
                Arguments.of("amount", 0, "too-small"),
                Arguments.of("amount", -1, "too-small"),
                Arguments.of("amount", 1_000_000_000_000_001L, "too-large"),
                Arguments.of("amount", new BigInteger("99999999999999999999"), "too-large"),
                Arguments.of("amount", new BigInteger("-99999999999999999999"), "too-small"),
                Arguments.of("amount", 1.5, "wrong-type"),
                Arguments.of("amount", "1", "wrong-type"),
                Arguments.of("amount", null, "required"),
                Arguments.of("method", "CARD", "unknown-value"),
                Arguments.of("method", null, "required"),
                Arguments.of("date", "2022-02-30", "not-a-date"),
                Arguments.of("date", null, "required"),
                Arguments.of("fundId", "x", "not-an-id"),
                Arguments.of("fundId", null, "required"),
                Arguments.of("donor", null, "required"),
                Arguments.of("donor", "MEMBER", "wrong-type"),
                Arguments.of("surprise", 1, "unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("wrong_fields")
    void names_the_field_that_is_wrong(String field, @Nullable Object value, String rule) {
        Map<String, @Nullable Object> form = contribution(UUID.randomUUID().toString(), QNG, 1);
        form.put(field, value);
        refused(form, 400, "/" + field, rule);
    }

    @Test
    void the_largest_amount_is_taken_and_nothing_overflows() {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000_000_000_000_000L))
                .then()
                .statusCode(201);
        assertEquals(1_000_000_000_000_000L, balance(QNG, fund));
    }

    @Test
    void a_contribution_stands_in_the_audit_trail_without_values() {
        String id = give(as("ACCOUNTANT", QNG), contribution(fund(QNG), OUTSIDE, 5))
                .jsonPath()
                .getString("id");
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("record"))
                .body("items[0].resourceType", equalTo("contribution"))
                .body("items[0].unitId", equalTo(QNG.id().toString()));
    }

    @Test
    void an_unknown_contribution_and_one_out_of_reach_are_the_same() {
        String id = give(as("ACCOUNTANT", NAN), contribution(fund(NAN), NAN, 5))
                .jsonPath()
                .getString("id");
        Refusal.of(as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + id), 404, "not-found");
        Refusal.of(as("OFFICER", NAN).get(CONTRIBUTIONS + "/" + id), 404, "not-found");
        Refusal.of(as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + UUID.randomUUID()), 404, "not-found");
        Refusal.of(as("CHAIR", QNG).get(CONTRIBUTIONS + "/1-1-1-1-1"), 404, "not-found");
        as("CHAIR", VKSTC).get(CONTRIBUTIONS + "/" + id).then().statusCode(200);
    }

    private static Map<String, @Nullable Object> dated(String fund, String date) {
        Map<String, @Nullable Object> form = contribution(fund, QNG, 1);
        form.put("date", date);
        return form;
    }

    private static void refused(Map<String, @Nullable Object> form, int status, String pointer, String rule) {
        Refusal.of(
                give(as("ACCOUNTANT", QNG), form),
                status,
                status == 400 ? "invalid-request" : "rule-broken",
                pointer,
                rule);
    }
}
