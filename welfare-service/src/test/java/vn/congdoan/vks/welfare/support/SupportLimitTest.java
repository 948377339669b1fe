package vn.congdoan.vks.welfare.support;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.support.SupportRequests.LIMITS;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;
import static vn.congdoan.vks.welfare.support.SupportRequests.proposed;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// What a union may give is judged by what held on the day of the request. Each test has a kind of its own, because
/// limits stay for ever.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class SupportLimitTest {

    private String fund = "";

    @BeforeEach
    void a_fund_with_money() {
        fund = fund(NAN, "purposes", List.of("WEDDING", "BIRTH", "BEREAVEMENT", "HOUSE", "CRITICAL_ILLNESS"));
        fill(NAN, fund, "CASH", 100_000);
    }

    @Test
    void the_chair_decides_alone_up_to_the_limit_and_by_a_resolution_above() {
        limit("CHAIR", NAN, Map.of("kind", "WEDDING", "chairUpTo", 100)).then().statusCode(201);
        approve("WEDDING", 100, Map.of()).then().statusCode(200);
        refused(approve("WEDDING", 101, Map.of()), "/decision", "needs-a-resolution");
        approve("WEDDING", 101, resolution()).then().statusCode(200);
    }

    @Test
    void where_no_limit_was_ever_set_the_committee_decides() {
        refused(approve("HOUSE", 1, Map.of()), "/decision", "needs-a-resolution");
        approve("HOUSE", 1, resolution()).then().statusCode(200);
    }

    @Test
    void no_resolution_goes_above_the_limit_for_one_case() {
        limit("CHAIR", NAN, Map.of("kind", "BIRTH", "perCase", 500)).then().statusCode(201);
        refused(approve("BIRTH", 501, resolution()), "/amount", "above-the-limit");
        approve("BIRTH", 500, resolution()).then().statusCode(200);
    }

    @Test
    void one_person_gets_no_more_in_a_year_than_the_limit() {
        limit("CHAIR", NAN, Map.of("kind", "BEREAVEMENT", "perPersonAndYear", 500))
                .then()
                .statusCode(201);
        Response first = approve("BEREAVEMENT", 300, resolution());
        first.then().statusCode(200);
        refused(approve("BEREAVEMENT", 201, resolution()), "/amount", "above-the-yearly-limit");
        step(as("OFFICER", NAN), first, "withdraw", null).then().statusCode(200);
        approve("BEREAVEMENT", 201, resolution()).then().statusCode(200);
        refused(approve("BEREAVEMENT", 300, resolution()), "/amount", "above-the-yearly-limit");
        Map<String, @Nullable Object> nextYear = forMember(NAN_01, "BEREAVEMENT");
        nextYear.put("date", "2024-01-10");
        approve(nextYear, 500, Map.of("decision", Map.of("number", "01/NQ-BCH", "date", "2024-01-12")))
                .then()
                .statusCode(200);
    }

    @Test
    void a_request_is_judged_by_what_held_on_its_day() {
        limit("CHAIR", NAN, Map.of("kind", "CRITICAL_ILLNESS", "chairUpTo", 100))
                .then()
                .statusCode(201);
        limit("CHAIR", NAN, Map.of("kind", "CRITICAL_ILLNESS", "chairUpTo", 900, "validFrom", "2023-11-11"))
                .then()
                .statusCode(201);
        refused(approve("CRITICAL_ILLNESS", 500, Map.of()), "/decision", "needs-a-resolution");
        Map<String, @Nullable Object> later = forMember(NAN_01, "CRITICAL_ILLNESS");
        later.put("date", "2023-11-11");
        approve(later, 500, Map.of()).then().statusCode(200);
        Refusal.of(
                limit("CHAIR", NAN, Map.of("kind", "CRITICAL_ILLNESS", "validFrom", "2023-11-10")),
                409,
                "limit-after-decisions",
                "/validFrom",
                "cases-decided");
        limit("CHAIR", NAN, Map.of("kind", "CRITICAL_ILLNESS", "validFrom", "2023-11-12"))
                .then()
                .statusCode(201);
        Refusal.of(
                limit("CHAIR", NAN, Map.of("kind", "CRITICAL_ILLNESS", "chairUpTo", 1, "validFrom", "2023-11-11")),
                409,
                "limit-begins-already",
                "/validFrom",
                "taken");
    }

    @Test
    void the_chair_of_a_union_sets_its_limits_and_those_who_read_its_funds_know_them() {
        Map<String, Object> retirees = Map.of("kind", "RETIREE_GIFT", "legalBasis", "Quy chế chi tiêu nội bộ");
        Refusal.of(limit("ACCOUNTANT", NAN, retirees), 403, "forbidden");
        Refusal.of(limit("CHAIR", NAN_01, retirees), 422, "rule-broken", "/unitId", "not-a-union");
        Response set = limit("CHAIR", NAN, retirees);
        set.then().statusCode(201).body("legalBasis", equalTo("Quy chế chi tiêu nội bộ"));
        as("INSPECTOR", VKSTC)
                .get(set.header("Location"))
                .then()
                .statusCode(200)
                .body("$", equalTo(set.jsonPath().getMap("$")));
        as("ACCOUNTANT", NAN)
                .get(LIMITS + "?limit=200&unit=" + NAN.id())
                .then()
                .statusCode(200)
                .body("items.id", hasItem((String) set.path("id")));
    }

    private Response approve(String kind, long amount, Map<String, Object> form) {
        return approve(forMember(NAN_01, kind), amount, form);
    }

    private Response approve(Map<String, @Nullable Object> asked, long amount, Map<String, Object> form) {
        return step(as("CHAIR", NAN), proposed(NAN, asked, fund, amount), "approve", form);
    }

    private static void refused(Response answer, String pointer, String rule) {
        Refusal.of(answer, 422, "rule-broken", pointer, rule);
    }
}
