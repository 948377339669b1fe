package vn.congdoan.vks.welfare.care;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.care.CareRequests.CARE;
import static vn.congdoan.vks.welfare.care.CareRequests.approved;
import static vn.congdoan.vks.welfare.care.CareRequests.care;
import static vn.congdoan.vks.welfare.care.CareRequests.commit;
import static vn.congdoan.vks.welfare.care.CareRequests.fund;
import static vn.congdoan.vks.welfare.care.CareRequests.payment;
import static vn.congdoan.vks.welfare.care.CareRequests.step;
import static vn.congdoan.vks.welfare.care.CareRequests.with;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;
import static vn.congdoan.vks.welfare.support.SupportRequests.proposed;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.support.SupportRequests;

/// Three people give care that goes on, within what the union may give, and nobody else learns for whom.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CareDutiesTest {

    private static final String FIRST = "2023-12-31";
    private static final String PAID_ON = "2023-12-29";

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Test
    void nothing_is_resolved_on_before_it_was_asked_for() {
        Response written = commit(as("OFFICER", QNG), with(care(QNG, fund(QNG, 1_000)), "date", "2023-11-16"));
        refused(step(as("CHAIR", QNG), written, "approve", resolution()), "/decision/date", "before-the-request");
        Response today = commit(as("OFFICER", QNG), with(care(QNG, fund(QNG, 1_000)), "date", null));
        refused(step(as("CHAIR", QNG), today, "approve", resolution()), "/decision/date", "before-the-request");
        refused(
                commit(
                        as("OFFICER", QNG),
                        with(
                                care(QNG, fund(QNG, 1_000)),
                                "date",
                                LocalDate.now(BusinessTime.ZONE).plusDays(1).toString())),
                "/date",
                "in-the-future");
    }

    @Test
    void whoever_wrote_it_down_does_not_approve_it_and_neither_of_them_pays() {
        String fund = fund(QNG, 1_000);
        String officerAndChair = QNG.account("OFFICER") + "," + QNG.account("CHAIR");
        Response written = commit(by(officerAndChair), care(QNG, fund));
        Refusal.of(step(by(officerAndChair), written, "approve", resolution()), 403, "duties-not-separate");
        String chairAndCashier = QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response approved = step(by(chairAndCashier), written, "approve", resolution());
        approved.then().statusCode(200);
        Refusal.of(step(by(chairAndCashier), approved, "pay", payment(FIRST, PAID_ON)), 403, "duties-not-separate");
        String officerAndCashier = QNG.account("OFFICER") + "," + QNG.account("CASHIER");
        Response own = step(as("CHAIR", QNG), commit(by(officerAndCashier), care(QNG, fund)), "approve", resolution());
        Refusal.of(step(by(officerAndCashier), own, "pay", payment(FIRST, PAID_ON)), 403, "duties-not-separate");
        step(as("CASHIER", QNG), own, "pay", payment(FIRST, PAID_ON)).then().statusCode(200);
    }

    @Test
    void nobody_approves_or_pays_care_for_oneself() {
        String fund = fund(QNG, 1_000);
        Map<String, ?> own = with(care(QNG, fund), "beneficiary", Map.of("kind", "MEMBER", "memberId", QNG.member()));
        Response written = commit(as("OFFICER", QNG), own);
        written.then().statusCode(201);
        String chair = QNG.account("MEMBER") + "," + QNG.account("CHAIR");
        Refusal.of(step(by(chair), written, "approve", resolution()), 403, "duties-not-separate");
        Response approved = step(as("CHAIR", QNG), written, "approve", resolution());
        String cashier = QNG.account("MEMBER") + "," + QNG.account("CASHIER");
        Refusal.of(step(by(cashier), approved, "pay", payment(FIRST, PAID_ON)), 403, "duties-not-separate");
        step(as("CASHIER", QNG), approved, "pay", payment(FIRST, PAID_ON))
                .then()
                .statusCode(200);
    }

    @Test
    void each_step_has_its_role() {
        String fund = fund(QNG, 1_000);
        Refusal.of(commit(as("CHAIR", QNG), care(QNG, fund)), 403, "forbidden");
        Response written = commit(as("OFFICER", QNG), care(QNG, fund));
        Refusal.of(step(as("OFFICER", QNG), written, "approve", resolution()), 403, "forbidden");
        Refusal.of(step(as("CHAIR", QNG_02), written, "approve", resolution()), 404, "not-found");
        Response approved = step(as("CHAIR", QNG), written, "approve", resolution());
        Refusal.of(step(as("CHAIR", QNG), approved, "pay", payment(FIRST, PAID_ON)), 403, "forbidden");
        Map<String, Object> end = Map.of("date", "2024-02-10", "reason", "OTHER");
        Refusal.of(step(as("CASHIER", QNG), approved, "end", end), 403, "forbidden");
        Refusal.of(step(as("OFFICER", QNG), written, "end", end), 412, "stale");
    }

    @Test
    void the_limits_hold_for_what_it_comes_to_in_a_year() {
        String fund = fund(NAN, 10_000);
        limit("CHAIR", NAN, Map.of("kind", "HERO_MOTHER_CARE", "chairUpTo", 1_000, "perCase", 1_500))
                .then()
                .statusCode(201);
        Response hundred = commit(as("OFFICER", NAN), care(NAN, fund));
        refused(step(as("CHAIR", NAN), hundred, "approve", Map.of()), "/decision", "needs-a-resolution");
        step(as("CHAIR", NAN), hundred, "approve", resolution()).then().statusCode(200);
        Response quarterly = commit(as("OFFICER", NAN), with(care(NAN, fund), "everyMonths", 3));
        step(as("CHAIR", NAN), quarterly, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("amountOfYear", equalTo(400));
        Response much = commit(as("OFFICER", NAN), with(care(NAN, fund), "amount", 126));
        refused(step(as("CHAIR", NAN), much, "approve", resolution()), "/decision", "above-the-limit");
        Refusal.of(
                limit("CHAIR", NAN, Map.of("kind", "HERO_MOTHER_CARE", "validFrom", "2023-11-01")),
                409,
                "limit-after-decisions",
                "/validFrom",
                "cases-decided");
    }

    @Test
    void whoever_may_not_pay_does_not_take_back_either() {
        String both = QNG.account("OFFICER") + "," + QNG.account("CASHIER");
        Response written = commit(by(both), care(QNG, fund(QNG, 1_000)));
        Response approved = step(as("CHAIR", QNG), written, "approve", resolution());
        approved.then().statusCode(200);
        Response paid = step(as("CASHIER", QNG), approved, "pay", payment("2023-12-31", "2023-12-29"));
        paid.then().statusCode(200);
        Map<String, Object> back = Map.of("dueOn", "2023-12-31", "text", "Nhầm");
        Refusal.of(step(by(both), paid, "return", back), 403, "duties-not-separate");
        step(as("CASHIER", QNG), paid, "return", back).then().statusCode(200);
    }

    @Test
    void the_yearly_limit_holds_in_each_year_that_care_reaches_into() {
        String fund = fund(QNG, 10_000);
        limit(
                        "CHAIR",
                        QNG,
                        Map.of(
                                "kind",
                                "RETIREE_GIFT",
                                "validFrom",
                                nextYear().withDayOfYear(1).toString(),
                                "perPersonAndYear",
                                500))
                .then()
                .statusCode(201);
        Map<String, ?> later = with(
                with(
                        with(with(care(QNG, fund), "kind", "RETIREE_GIFT"), "everyMonths", 3),
                        "firstDueOn",
                        nextYear().toString()),
                "beneficiary",
                Map.of("kind", "RELATIVE", "memberId", QNG_02.member(), "name", "Bà Minh Họa", "relation", "mẹ"));
        approved(QNG, later);
        Response again = commit(as("OFFICER", QNG), later);
        again.then().statusCode(201);
        Refusal.of(
                step(as("CHAIR", QNG), again, "approve", resolution()),
                422,
                "rule-broken",
                "",
                "above-the-yearly-limit");
    }

    private static LocalDate nextYear() {
        return LocalDate.now(BusinessTime.ZONE).plusYears(1).withDayOfYear(31);
    }

    @Test
    void care_counts_among_what_a_member_gets_in_a_year() {
        String fund = fund(NAN, 10_000);
        limit("CHAIR", NAN, Map.of("kind", "DISASTER", "validFrom", "2022-01-01", "perPersonAndYear", 500))
                .then()
                .statusCode(201);
        Map<String, ?> form = with(
                with(with(with(care(NAN, fund), "kind", "DISASTER"), "everyMonths", 3), "firstDueOn", "2023-01-31"),
                "beneficiary",
                Map.of("kind", "RELATIVE", "memberId", NAN_01.member(), "name", "Bà Minh Họa", "relation", "mẹ"));
        approved(NAN, form);
        Response again = commit(as("OFFICER", NAN), form);
        refused(step(as("CHAIR", NAN), again, "approve", resolution()), "/decision", "above-the-yearly-limit");
        Map<String, @Nullable Object> gift = forMember(NAN_01, "DISASTER");
        Response asked = proposed(NAN, gift, fund, 101);
        refused(
                SupportRequests.step(as("CHAIR", NAN), asked, "approve", resolution()),
                "/amount",
                "above-the-yearly-limit");
    }

    @Test
    void what_is_written_down_must_fit() {
        String fund = fund(QNG, 1);
        Map<String, @Nullable Object> form = care(QNG, fund);
        refused(commit(as("OFFICER", QNG), with(form, "kind", "WEDDING")), "/fundId", "not-a-purpose-of-the-fund");
        refused(commit(as("OFFICER", QNG), with(form, "lastDueOn", "2023-12-30")), "/lastDueOn", "ends-before-start");
        Refusal.of(
                commit(as("OFFICER", QNG), with(form, "fundId", fund(NAN, 1))),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        refused(
                commit(
                        as("OFFICER", QNG),
                        with(form, "beneficiary", Map.of("kind", "MEMBER", "memberId", NAN.member()))),
                "/beneficiary/memberId",
                "unknown-member");
        refused(
                commit(
                        as("OFFICER", QNG),
                        with(form, "beneficiary", Map.of("kind", "MEMBER", "memberId", QNG.formerMember()))),
                "/beneficiary/memberId",
                "member-not-active");
        Refusal.of(
                commit(as("OFFICER", QNG), with(form, "everyMonths", 13)),
                400,
                "invalid-request",
                "/everyMonths",
                "too-large");
        String path = CARE + "/" + UUID.randomUUID();
        put(as("OFFICER", QNG), path, form).then().statusCode(201);
        put(as("OFFICER", QNG), path, form).then().statusCode(200);
        Refusal.of(put(as("OFFICER", QNG), path, with(form, "amount", 2)), 412, "already-exists");
    }

    @Test
    void nobody_outside_the_union_sees_it_and_events_do_not_tell_for_whom_it_is() {
        String fund = fund(QNG, 1_000);
        Response approved = approved(QNG, care(QNG_02, fund));
        String path = CARE + "/" + approved.path("id");
        for (String address : List.of(path, path + "/payments")) {
            as("CHAIR", NAN).get(address).then().statusCode(404);
            as("CHAIR", VKSTC).get(address).then().statusCode(404);
            as("INSPECTOR", QNG).get(address).then().statusCode(200);
        }
        as("OFFICER", QNG).get(CARE + "?limit=200&unit=" + QNG_02.id()).then().body("items.id", hasItem((String)
                approved.path("id")));
        Response ended = step(
                as("OFFICER", QNG),
                step(as("CASHIER", QNG), approved, "pay", payment(FIRST, PAID_ON)),
                "end",
                Map.of("date", "2024-02-10", "reason", "DECEASED", "text", "Bà Minh Họa qua đời"));
        ended.then().statusCode(200);
        changes.catchUp();
        List<String> told = sql.list(
                "select happened || ' ' || state from change where aggregate_id = ? order by position",
                row -> row.getString(1),
                UUID.fromString(approved.path("id")));
        assertEquals(
                List.of("proposed", "approved", "paid", "ended"),
                told.stream().map(each -> each.replaceFirst(" .*", "")).toList());
        assertEquals(
                List.of(),
                told.stream()
                        .filter(each -> each.contains("Minh Họa") || each.contains("Phụng dưỡng"))
                        .toList());
        assertEquals(
                List.of(QNG.id().toString()),
                sql.list(
                        "select distinct unnest(audience)::text from change where aggregate_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(approved.path("id"))));
    }

    private static void refused(Response answer, String pointer, String rule) {
        Refusal.of(answer, 422, "rule-broken", pointer, rule);
    }

    private static RequestSpecification by(String accounts) {
        return given().auth().oauth2(Tokens.of(accounts));
    }
}
