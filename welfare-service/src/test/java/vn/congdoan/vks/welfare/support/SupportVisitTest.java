package vn.congdoan.vks.welfare.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.accounts;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.goods;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;
import static vn.congdoan.vks.welfare.support.SupportRequests.payment;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.welfare.goods.GoodsRequests;

/// Somebody visits whom support is for, and brings an envelope and a basket: who went, what was given, out of what.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class SupportVisitTest {

    @Inject
    Sql sql;

    private String fund = "";
    private String rice = "";

    @BeforeEach
    void a_fund_with_money_and_rice() {
        fund = fund(QNG, Map.of("purposes", List.of("ILLNESS", "HARDSHIP", "BIRTH", "WEDDING")));
        fill(QNG, fund, "CASH", 5_000);
        rice = GoodsRequests.given(fund).path("goods[0].goodsId");
    }

    @Test
    void a_visit_is_planned_and_made_and_tells_who_went_and_what_was_bought() {
        Response support = approved(household(QNG), 50);
        Response planned = plan(support, visit());
        planned.then()
                .statusCode(201)
                .body("status", equalTo("PLANNED"))
                .body("visitors[0].memberId", equalTo(QNG_01.member().toString()))
                .body("visitors[1].name", equalTo("Ông Trần Văn Minh Họa"))
                .body("gifts", empty());
        Map<String, Object> made = Map.of(
                "date",
                "2023-11-21",
                "visitors",
                List.of(Map.of("name", "Bà Lê Thị Minh Họa")),
                "bought",
                List.of(Map.of("name", "Giỏ quà", "quantity", 1, "unit", "giỏ", "value", 300)));
        onVisit(as("OFFICER", QNG), support, planned, "make", made)
                .then()
                .statusCode(200)
                .body("status", equalTo("MADE"))
                .body("plannedOn", equalTo("2023-11-20"))
                .body("madeOn", equalTo("2023-11-21"))
                .body("visitors.name", equalTo(List.of("Bà Lê Thị Minh Họa")))
                .body("bought[0].value", equalTo(300));
        as("INSPECTOR", QNG).get(visits(support)).then().statusCode(200).body("items.status", equalTo(List.of("MADE")));
    }

    @Test
    void goods_that_are_taken_along_are_an_expense_in_kind_for_the_kind_of_support() {
        Response support = approved(household(QNG), 50);
        Response planned = plan(support, visit());
        Response gave = take(as("CASHIER", QNG), support, planned, 4);
        gave.then()
                .statusCode(200)
                .body("giftValue", equalTo(40))
                .body("gifts[0].items[0].name", equalTo("Gạo tẻ"))
                .body("gifts[0].entryId", notNullValue());
        assertEquals(40, accounts(fund).get("EXPENSE_IN_KIND/HARDSHIP"));
        assertEquals(5_000, balance(QNG, fund));
        goods(fund).then().body("items[0].quantity", equalTo(6));
        step(as("CASHIER", QNG), support, "pay", payment("CASH")).then().statusCode(200);
        assertEquals(4_700, balance(QNG, fund));
        assertEquals(40, accounts(fund).get("EXPENSE_IN_KIND/HARDSHIP"));
    }

    @Test
    void no_more_goods_are_given_to_a_case_than_were_approved() {
        Response support = approved(household(QNG), 50);
        Response planned = plan(support, visit());
        take(as("CASHIER", QNG), support, planned, 4).then().statusCode(200);
        Refusal.of(take(as("CASHIER", QNG), support, planned, 2), 422, "rule-broken", "/items", "more-than-approved");
        take(as("CASHIER", QNG), support, planned, 1).then().statusCode(200).body("giftValue", equalTo(50));
        Response without = approved(household(QNG), null);
        Refusal.of(
                take(as("CASHIER", QNG), without, plan(without, visit()), 1),
                422,
                "rule-broken",
                "/items",
                "more-than-approved");
    }

    @Test
    void what_was_not_taken_in_comes_back_into_the_fund() {
        Response support = approved(household(QNG), 40);
        Response planned = plan(support, visit());
        Response gave = take(as("CASHIER", QNG), support, planned, 4);
        Refusal.of(onVisit(as("OFFICER", QNG), support, planned, "cancel", null), 409, "goods-given-already");
        Refusal.of(step(as("OFFICER", QNG), support, "withdraw", null), 409, "goods-given-already");
        reverse(as("ACCOUNTANT", QNG), fund, gave.path("gifts[0].entryId"), Map.of("text", "Không nhận"))
                .then()
                .statusCode(201);
        as("CHAIR", QNG)
                .get(visits(support) + "/" + planned.path("id"))
                .then()
                .body("giftValue", equalTo(0))
                .body("gifts[0]", hasKey("reversedBy"));
        goods(fund).then().body("items[0].quantity", equalTo(10));
        onVisit(as("OFFICER", QNG), support, planned, "cancel", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        step(as("OFFICER", QNG), support, "withdraw", null).then().statusCode(200);
    }

    @Test
    void who_asked_or_approved_hands_out_no_goods_nor_does_anybody_before_it_is_approved() {
        Response support = approved(household(QNG), 50);
        Response planned = plan(support, visit());
        Refusal.of(take(as("OFFICER", QNG), support, planned, 1), 403, "forbidden");
        Refusal.of(take(as("CASHIER", VKSTC), support, planned, 1), 404, "not-found");
        Refusal.of(take(as("CASHIER", NAN), support, planned, 1), 404, "not-found");
        String chairAndCashier = QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response decided =
                step(by(chairAndCashier), proposed(household(QNG), 50), "approve", SupportRequests.resolution());
        decided.then().statusCode(200);
        Refusal.of(take(by(chairAndCashier), decided, plan(decided, visit()), 1), 403, "duties-not-separate");
        Response asked = proposed(household(QNG), 50);
        Refusal.of(take(as("CASHIER", QNG), asked, plan(asked, visit()), 1), 409, "support-not-in-that-state");
    }

    @Test
    void goods_count_in_what_the_chair_decides_alone_and_in_what_one_may_get() {
        limit("CHAIR", QNG, Map.of("kind", "BIRTH", "chairUpTo", 340, "perCase", 400, "perPersonAndYear", 500))
                .then()
                .statusCode(201);
        Response above = proposed(forMember(QNG_01, "BIRTH"), 50);
        Refusal.of(
                step(as("CHAIR", QNG), above, "approve", Map.of()),
                422,
                "rule-broken",
                "/decision",
                "needs-a-resolution");
        step(as("CHAIR", QNG), above, "approve", Map.of("goodsUpTo", 40))
                .then()
                .statusCode(200)
                .body("approvedGoods", equalTo(40));
        Response most = proposed(forMember(QNG_01, "BIRTH"), 101);
        Refusal.of(
                step(as("CHAIR", QNG), most, "approve", SupportRequests.resolution()),
                422,
                "rule-broken",
                "/amount",
                "above-the-limit");
        Map<String, Object> some = new HashMap<>(SupportRequests.resolution());
        some.put("amount", 110);
        some.put("goodsUpTo", 51);
        Refusal.of(
                step(as("CHAIR", QNG), most, "approve", some), 422, "rule-broken", "/amount", "above-the-yearly-limit");
        some.put("goodsUpTo", 50);
        step(as("CHAIR", QNG), most, "approve", some).then().statusCode(200);
    }

    @Test
    void no_more_goods_are_approved_than_were_proposed() {
        Map<String, Object> form = new HashMap<>(SupportRequests.resolution());
        form.put("goodsUpTo", 51);
        Refusal.of(
                step(as("CHAIR", QNG), proposed(household(QNG), 50), "approve", form),
                422,
                "rule-broken",
                "/goodsUpTo",
                "more-than-proposed");
        form.put("goodsUpTo", 0);
        step(as("CHAIR", QNG), proposed(household(QNG), 50), "approve", form)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("approvedGoods")));
    }

    @Test
    void what_is_told_of_health_is_sealed_and_shown_for_a_purpose() {
        Response support = approved(household(QNG), null);
        Map<String, @Nullable Object> form = visit();
        form.put("healthNote", "Điều trị nội trú");
        Response planned = plan(support, form);
        planned.then().body("hasHealthNote", equalTo(true)).body("$", not(hasKey("healthNote")));
        String path = visits(support) + "/" + planned.path("id");
        as("CHAIR", QNG).get(path).then().body("$", not(hasKey("healthNote")));
        as("CHAIR", QNG).get(path + "?purpose=Thăm hỏi").then().body("healthNote", equalTo("Điều trị nội trú"));
        UUID id = UUID.fromString(planned.path("id"));
        byte[] kept = sql.one("select health_note from support_visit where visit_id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
        assertTrue(!new String(kept, StandardCharsets.UTF_8).contains("trị"));
        assertEquals(
                1L,
                sql.one(
                                "select count(*) from audit_entry where resource_id = ? and purpose = 'Thăm hỏi'",
                                row -> row.getLong(1),
                                id)
                        .orElseThrow());
    }

    @Test
    void nobody_outside_the_union_knows_of_a_visit() {
        Response support = approved(household(QNG), null);
        String path = visits(support) + "/" + plan(support, visit()).path("id");
        Refusal.of(as("CHAIR", VKSTC).get(path), 404, "not-found");
        Refusal.of(as("CHAIR", NAN).get(visits(support)), 404, "not-found");
        assertEquals(
                0L,
                sql.one(
                                "select count(*) from change where state::text like '%Trần Văn Minh Họa%'",
                                row -> row.getLong(1))
                        .orElseThrow());
    }

    @Test
    void a_visitor_is_a_member_of_the_union_or_has_a_name() {
        Response support = approved(household(QNG), null);
        Map<String, @Nullable Object> form = visit();
        form.put("visitors", List.of(Map.of("name", "Bà Họa", "memberId", QNG.member())));
        Refusal.of(plan(support, form), 400, "invalid-request", "/visitors/0", "member-or-name");
        form.put("visitors", List.of(Map.of("name", "Bà Họa"), Map.of("memberId", NAN.member())));
        Refusal.of(plan(support, form), 422, "rule-broken", "/visitors/1/memberId", "unknown-member");
        form.put("visitors", List.of(Map.of()));
        Refusal.of(plan(support, form), 400, "invalid-request", "/visitors/0", "member-or-name");
    }

    @Test
    void what_was_bought_is_paid_with_the_money_of_the_case_and_days_follow_each_other() {
        Response support = approved(household(QNG), null);
        Response planned = plan(support, visit());
        Map<String, Object> dear = Map.of(
                "date",
                "2023-11-21",
                "bought",
                List.of(Map.of("name", "Giỏ quà", "quantity", 1, "unit", "giỏ", "value", 301)));
        Refusal.of(
                onVisit(as("OFFICER", QNG), support, planned, "make", dear),
                422,
                "rule-broken",
                "/bought",
                "more-than-approved");
        Refusal.of(
                onVisit(as("OFFICER", QNG), support, planned, "make", Map.of("date", "2023-11-09")),
                422,
                "rule-broken",
                "/date",
                "before-the-request");
        Refusal.of(
                onVisit(as("OFFICER", QNG), support, planned, "make", Map.of("date", "2090-01-01")),
                422,
                "rule-broken",
                "/date",
                "in-the-future");
        Response made = onVisit(as("OFFICER", QNG), support, planned, "make", Map.of("date", "2023-11-21"));
        made.then().statusCode(200);
        Refusal.of(
                onVisit(as("OFFICER", QNG), support, made, "make", Map.of("date", "2023-11-21")),
                409,
                "visit-not-in-that-state");
        Refusal.of(onVisit(as("OFFICER", QNG), support, planned, "cancel", null), 412, "stale");
    }

    private Response proposed(Map<String, @Nullable Object> form, @Nullable Integer goods) {
        Response verified = step(as("OFFICER", QNG), request(as("OFFICER", QNG), form), "verify", null);
        Map<String, Object> proposal = new HashMap<>(Map.of("fundId", fund, "amount", 300));
        if (goods != null) {
            proposal.put("goodsUpTo", goods);
        }
        Response proposed = step(as("ACCOUNTANT", QNG), verified, "propose", proposal);
        proposed.then().statusCode(200);
        return proposed;
    }

    /// A case with 300 đồng in money.
    private Response approved(Map<String, @Nullable Object> form, @Nullable Integer goods) {
        Response approved = step(as("CHAIR", QNG), proposed(form, goods), "approve", SupportRequests.resolution());
        approved.then().statusCode(200);
        return approved;
    }

    private static RequestSpecification by(String account) {
        return given().auth().oauth2(Tokens.of(account));
    }

    private static Map<String, @Nullable Object> visit() {
        Map<String, @Nullable Object> form = new HashMap<>();
        form.put("date", "2023-11-20");
        form.put("visitors", List.of(Map.of("memberId", QNG_01.member()), Map.of("name", "Ông Trần Văn Minh Họa")));
        return form;
    }

    private static String visits(Response support) {
        return CASES + "/" + support.path("id") + "/visits";
    }

    private static Response plan(Response support, Object form) {
        return send(as("OFFICER", QNG), form).post(visits(support));
    }

    private static Response onVisit(
            RequestSpecification caller, Response support, Response visit, String step, @Nullable Object form) {
        return send(caller, form)
                .header("If-Match", visit.header("ETag"))
                .post(visits(support) + "/" + visit.path("id") + "/" + step);
    }

    private Response take(RequestSpecification caller, Response support, Response visit, int quantity) {
        Map<String, Object> form =
                Map.of("date", "2023-11-20", "items", List.of(Map.of("goodsId", rice, "quantity", quantity)));
        return send(caller, form).post(visits(support) + "/" + visit.path("id") + "/gifts");
    }

    private static RequestSpecification send(RequestSpecification caller, @Nullable Object form) {
        RequestSpecification request =
                caller.header("Idempotency-Key", UUID.randomUUID().toString());
        return form == null ? request : request.contentType("application/json").body(form);
    }
}
