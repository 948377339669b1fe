package vn.congdoan.vks.welfare.support;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;
import static vn.congdoan.vks.welfare.support.SupportRequests.payment;
import static vn.congdoan.vks.welfare.support.SupportRequests.proposed;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// From the request to the receipt, by three people, and never more than the fund has.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class SupportCaseTest {

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void support_is_asked_for_verified_proposed_approved_and_paid() {
        fill(QNG, fund, "CASH", 1_000);
        Response proposed = proposed(QNG, household(QNG), fund, 400);
        Response approved = step(as("CHAIR", QNG), proposed, "approve", Map.of("amount", 300, "decision", decision()));
        approved.then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("proposed", equalTo(400))
                .body("approved", equalTo(300))
                .body("decision.number", equalTo("12/NQ-BCH"));
        assertEquals(1_000, balance(QNG, fund));
        Response paid = step(as("CASHIER", QNG), approved, "pay", payment("CASH"));
        paid.then()
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("voucher", equalTo("PC 15/2023"))
                .body("receivedBy", equalTo("Trần Minh Họa"))
                .body("paidAt", notNullValue());
        assertEquals(700, balance(QNG, fund));
        as("CHAIR", QNG)
                .get(entries(fund) + "/" + paid.path("entryId"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("EXPENSE"))
                .body("purpose", equalTo("HARDSHIP"))
                .body("amount", equalTo(300))
                .body("amountInWords", equalTo("Ba trăm đồng"))
                .body("text", equalTo("PC 15/2023; Trần Minh Họa"))
                .body("paysFor.kind", equalTo("SUPPORT_CASE"))
                .body("paysFor.id", equalTo(paid.path("id")))
                .body("date", equalTo("2023-11-20"));
        as("CHAIR", VKSTC)
                .get(entries(fund) + "/" + paid.path("entryId"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("paysFor")));
        as("INSPECTOR", QNG)
                .get(CASES + "/" + paid.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(paid.header("ETag")))
                .body("$", equalTo(paid.jsonPath().getMap("$")));
    }

    @Test
    void what_is_approved_is_kept_back_from_everything_else() {
        fill(QNG, fund, "CASH", 500);
        fill(QNG, fund, "BANK", 500);
        Response kept = approved(QNG, fund, 600);
        as("ACCOUNTANT", QNG)
                .get(FUNDS + "/" + fund)
                .then()
                .body("balance", equalTo(1_000))
                .body("balances.promised", equalTo(600));
        for (RequestSpecification other : List.of(as("CHAIR", VKSTC), as("INTEGRATOR", QNG))) {
            other.get(FUNDS + "/" + fund).then().statusCode(200).body("balances.promised", nullValue());
        }
        refused(
                step(as("CHAIR", QNG), proposed(QNG, household(QNG), fund, 401), "approve", resolution()),
                "more-than-unpromised");
        refused(post(as("ACCOUNTANT", QNG), fund, expense(401)), "more-than-unpromised");
        post(as("ACCOUNTANT", QNG), fund, expense(400)).then().statusCode(201);
        refused(post(as("ACCOUNTANT", QNG), fund, expense(1)), "more-than-unpromised");
        // It is there, but not all of it in one place.
        Refusal.of(
                step(as("CASHIER", QNG), kept, "pay", payment("BANK")),
                409,
                "insufficient-funds",
                "/method",
                "more-than-available");
        step(as("OFFICER", QNG), kept, "withdraw", null).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        post(as("ACCOUNTANT", QNG), fund, expense(100)).then().statusCode(201);
        Refusal.of(step(as("CASHIER", QNG), get(kept), "pay", payment("BANK")), 409, "support-not-in-that-state");
    }

    @Test
    void a_payment_that_came_back_is_paid_again() {
        fill(QNG, fund, "BANK", 300);
        Response approved = approved(QNG, fund, 300);
        Response paid = step(as("CASHIER", QNG), approved, "pay", payment("BANK"));
        paid.then().statusCode(200);
        assertEquals(0, balance(QNG, fund));
        Refusal.of(
                reverse(as("ACCOUNTANT", QNG), fund, paid.path("entryId"), Map.of("text", "Nhầm")),
                409,
                "entry-pays-support");
        Map<String, Object> wrong = Map.of("text", "Sai số tài khoản", "date", "2023-11-19");
        Refusal.of(step(as("CASHIER", QNG), paid, "return", wrong), 422, "rule-broken", "/date", "before-the-entry");
        Response returned = step(as("CASHIER", QNG), paid, "return", Map.of("text", "Sai số tài khoản"));
        returned.then().statusCode(200).body("status", equalTo("APPROVED")).body("$", not(hasKey("entryId")));
        assertEquals(300, balance(QNG, fund));
        String today = LocalDate.now(BusinessTime.ZONE).toString();
        refused(
                post(as("ACCOUNTANT", QNG), fund, with("date", today, with("method", "BANK", expense(1)))),
                "more-than-unpromised");
        step(as("CASHIER", QNG), returned, "pay", with("date", today, new LinkedHashMap<>(payment("BANK"))))
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"));
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void a_payment_is_made_once_however_often_it_is_asked_for() {
        fill(QNG, fund, "CASH", 1_000);
        Response approved = approved(QNG, fund, 300);
        String key = UUID.randomUUID().toString();
        Response paid = step(as("CASHIER", QNG), key, approved, "pay", payment("CASH"));
        Response again = step(as("CASHIER", QNG), key, approved, "pay", payment("CASH"));
        again.then().statusCode(200).body("entryId", equalTo(paid.path("entryId")));
        Refusal.of(step(as("CASHIER", QNG), approved, "pay", payment("CASH")), 412, "stale");
        Refusal.of(step(as("CASHIER", QNG), paid, "pay", payment("CASH")), 409, "support-not-in-that-state");
        as("CASHIER", QNG)
                .contentType("application/json")
                .header("If-Match", approved.header("ETag"))
                .body(payment("CASH"))
                .post(CASES + "/" + approved.path("id") + "/pay")
                .then()
                .statusCode(400);
        assertEquals(700, balance(QNG, fund));
    }

    @Test
    void of_many_who_approve_and_spend_at_the_same_time_nobody_gets_what_is_not_there() throws Exception {
        fill(QNG, fund, "CASH", 500);
        fill(QNG, fund, "BANK", 500);
        List<Response> proposed = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            proposed.add(proposed(QNG, household(QNG), fund, 150));
        }
        List<Callable<Integer>> work = new ArrayList<>();
        proposed.forEach(each -> work.add(
                () -> step(as("CHAIR", QNG), each, "approve", resolution()).statusCode()));
        for (String method : List.of("CASH", "BANK", "CASH", "BANK")) {
            work.add(() -> post(as("ACCOUNTANT", QNG), fund, with("method", method, expense(150)))
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : people.invokeAll(work)) {
                answers.add(each.get());
            }
        }
        long approved = proposed.stream()
                .filter(each -> get(each).path("status").equals("APPROVED"))
                .count();
        long spent = (1_000 - balance(QNG, fund)) / 150;
        assertEquals(6, approved + spent, answers::toString);
        assertEquals(6, answers.stream().filter(each -> each == 409).count(), answers::toString);
    }

    @Test
    void nothing_is_decided_before_it_is_asked_for_or_paid_before_it_is_decided() {
        fill(QNG, fund, "CASH", 1_000);
        Response proposed = proposed(QNG, household(QNG), fund, 300);
        Map<String, Object> early = Map.of("decision", Map.of("number", "12/NQ-BCH", "date", "2023-11-09"));
        Refusal.of(
                step(as("CHAIR", QNG), proposed, "approve", early),
                422,
                "rule-broken",
                "/decision/date",
                "before-the-request");
        Response approved = step(as("CHAIR", QNG), proposed, "approve", resolution());
        Refusal.of(
                step(
                        as("CASHIER", QNG),
                        approved,
                        "pay",
                        with("date", "2023-11-14", new LinkedHashMap<>(payment("CASH")))),
                422,
                "rule-broken",
                "/date",
                "before-the-decision");
    }

    @Test
    void a_fund_pays_for_its_purposes_and_for_its_own_union_only() {
        Response wedding = request(as("OFFICER", QNG), forMember(QNG_01, "WEDDING"));
        Response verified = step(as("OFFICER", QNG), wedding, "verify", null);
        Refusal.of(
                step(as("ACCOUNTANT", QNG), verified, "propose", Map.of("fundId", fund, "amount", 1)),
                422,
                "rule-broken",
                "/fundId",
                "not-a-purpose-of-the-fund");
        String theirs = fund(NAN, "purposes", List.of("WEDDING"));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), verified, "propose", Map.of("fundId", theirs, "amount", 1)),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
    }

    @Test
    void a_beneficiary_has_the_fields_of_its_kind_and_is_known() {
        Map<String, @Nullable Object> form = household(QNG);
        form.put("beneficiary", Map.of("kind", "RELATIVE", "name", "Bà Minh Họa"));
        Refusal.of(request(as("OFFICER", QNG), form), 400, "invalid-request", "/beneficiary/memberId", "required");
        form.put("beneficiary", Map.of("kind", "HOUSEHOLD", "name", "Hộ", "relation", "mẹ"));
        Refusal.of(
                request(as("OFFICER", QNG), form),
                400,
                "invalid-request",
                "/beneficiary/relation",
                "not-for-this-kind");
        form.put("beneficiary", Map.of("kind", "MEMBER", "memberId", NAN_01.member()));
        Refusal.of(request(as("OFFICER", QNG), form), 422, "rule-broken", "/beneficiary/memberId", "unknown-member");
        form.put("beneficiary", Map.of("kind", "MEMBER", "memberId", QNG.formerMember()));
        form.put("date", "2025-11-10");
        Refusal.of(request(as("OFFICER", QNG), form), 422, "rule-broken", "/beneficiary/memberId", "member-not-active");
        form.put("beneficiary", Map.of("kind", "RETIREE", "memberId", QNG.formerMember()));
        request(as("OFFICER", QNG), form).then().statusCode(201);
    }

    @Test
    void an_equal_request_under_the_same_id_is_the_same_case() {
        String path = CASES + "/" + UUID.randomUUID();
        Response made = put(as("OFFICER", QNG), path, household(QNG));
        made.then().statusCode(201);
        put(as("OFFICER", QNG), path, household(QNG))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")));
        Refusal.of(put(as("OFFICER", QNG), path, with("amount", 1, household(QNG))), 412, "already-exists");
    }

    @ParameterizedTest
    @CsvSource({"status, status, WITHDRAWN", "kind, kind, ILLNESS", "member, beneficiary.memberId, MEMBER"})
    void a_list_shows_what_it_is_asked_for(String parameter, String field, String value) {
        for (int each = 0; each < 2; each++) {
            Response mine = request(as("OFFICER", QNG), forMember(QNG_01, "ILLNESS"));
            step(as("OFFICER", QNG), mine, "withdraw", null).then().statusCode(200);
        }
        request(as("OFFICER", QNG), household(QNG_01)).then().statusCode(201);
        String asked = value.replace("MEMBER", QNG_01.member().toString());
        as("CHAIR", QNG)
                .get(CASES + "?limit=200&unit=" + QNG_01.id() + "&" + parameter + "=" + asked)
                .then()
                .statusCode(200)
                .body("items." + field, everyItem(equalTo(asked)))
                .body("items.size()", greaterThanOrEqualTo(2));
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        for (int each = 0; each < 3; each++) {
            request(as("OFFICER", QNG), household(QNG_01)).then().statusCode(201);
        }
        Set<String> found = new HashSet<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = as("CHAIR", QNG).get(CASES + "?limit=2&unit=" + QNG_01.id() + cursor);
            page.then().statusCode(200);
            List<String> ids = page.jsonPath().getList("items.id");
            ids.forEach(each -> assertTrue(found.add(each), each));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        assertTrue(found.size() >= 3, found::toString);
    }

    private static void refused(Response answer, String rule) {
        Refusal.of(answer, 409, "insufficient-unpromised", "/amount", rule);
    }

    private static Response get(Response before) {
        return as("CHAIR", QNG).get(CASES + "/" + before.path("id"));
    }

    private static Map<String, Object> decision() {
        return Map.of("number", "12/NQ-BCH", "date", "2023-11-15");
    }

    private static Map<String, @Nullable Object> with(String field, Object value, Map<String, @Nullable Object> form) {
        form.put(field, value);
        return form;
    }
}
