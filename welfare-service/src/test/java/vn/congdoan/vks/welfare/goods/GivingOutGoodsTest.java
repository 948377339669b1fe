package vn.congdoan.vks.welfare.goods;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.RICE;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.accounts;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.giveOut;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.given;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.goods;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.inKind;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.issue;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.issues;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/// What lies in a fund in kind, and what leaves it: never more than is there, on no day.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class GivingOutGoodsTest {

    private String fund = "";
    private String rice = "";
    private String milk = "";
    private String gift = "";

    @BeforeEach
    void a_fund_with_rice_and_milk() {
        fund = fund(QNG);
        Response given = given(fund);
        gift = given.path("transferId");
        rice = given.path("goods[0].goodsId");
        milk = given.path("goods[1].goodsId");
    }

    @Test
    void what_was_given_lies_there_until_it_is_given_out() {
        goods(fund)
                .then()
                .body("items.name", equalTo(List.of("Gạo tẻ", "Sữa hộp")))
                .body("items.quantity", equalTo(List.of(10, 3)))
                .body("items.value", equalTo(List.of(100, 50)))
                .body("items[0].givenOn", equalTo("2023-10-20"));
        giveOut(fund, issue(rice, 4)).then().statusCode(201).body("value", equalTo(40));
        goods(fund)
                .then()
                .body("items.quantity", equalTo(List.of(6, 3)))
                .body("items.value", equalTo(List.of(60, 50)))
                .body("items[0].given", equalTo(10));
        giveOut(fund, issue(rice, 6)).then().statusCode(201);
        goods(fund).then().body("items.goodsId", equalTo(List.of(milk)));
    }

    @Test
    void goods_are_listed_page_by_page() {
        given(fund);
        List<String> all = goods(fund).path("items.goodsId");
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath page = as("CHAIR", QNG)
                    .get(FUNDS + "/" + fund + "/goods?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.goodsId"));
            cursor = page.getString("next");
        }
        assertEquals(4, all.size());
        assertEquals(all, seen);
    }

    @Test
    void what_is_given_out_is_an_expense_of_its_purpose_and_no_money() {
        Response given = giveOut(fund, issue(milk, 2));
        given.then()
                .statusCode(201)
                .body("kind", equalTo("SUPPORT"))
                .body("items[0].name", equalTo("Sữa hộp"))
                .body("items[0].unit", equalTo("hộp"))
                .body("items[0].value", equalTo(33))
                .body("receivedBy", equalTo("Trần Minh Họa"));
        assertEquals(
                Map.of(
                        "CASH",
                        0,
                        "BANK",
                        0,
                        "GOODS",
                        117,
                        "INCOME_IN_KIND/OUTSIDE",
                        -150,
                        "EXPENSE_IN_KIND/HARDSHIP",
                        33),
                accounts(fund));
        assertEquals(0, balance(QNG, fund));
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/goods-issues/" + given.path("id"))
                .then()
                .statusCode(200)
                .body("$", equalTo(given.jsonPath().getMap("$")));
    }

    @Test
    void the_last_of_it_is_worth_what_is_left() {
        for (int expected : List.of(17, 17, 16)) {
            giveOut(fund, issue(milk, 1)).then().statusCode(201).body("value", equalTo(expected));
        }
        assertEquals(100, accounts(fund).get("GOODS"));
    }

    @Test
    void of_no_goods_more_leaves_than_is_there() {
        Refusal.of(
                giveOut(fund, issue(milk, 3.001)),
                409,
                "insufficient-goods",
                "/items/0/quantity",
                "more-goods-than-there");
        giveOut(fund, issue(milk, 3)).then().statusCode(201);
        Refusal.of(
                giveOut(fund, issue(milk, 1)), 409, "insufficient-goods", "/items/0/quantity", "more-goods-than-there");
    }

    @Test
    void goods_that_came_later_are_not_given_out_before() {
        Map<String, @Nullable Object> early = issue(rice, 1);
        early.put("date", "2023-10-19");
        Refusal.of(giveOut(fund, early), 409, "insufficient-goods", "/items/0/quantity", "more-goods-than-there");
    }

    @Test
    void goods_that_came_back_later_are_not_given_out_while_they_were_gone() {
        String out = giveOut(fund, issue(rice, 10)).path("entryId");
        reverse(as("ACCOUNTANT", QNG), fund, out, Map.of("text", "Trả lại", "date", "2023-12-01"))
                .then()
                .statusCode(201);
        Refusal.of(
                giveOut(fund, issue(rice, 1)), 409, "insufficient-goods", "/items/0/quantity", "more-goods-than-there");
        Map<String, @Nullable Object> later = issue(rice, 10);
        later.put("date", "2023-12-01");
        giveOut(fund, later).then().statusCode(201);
    }

    @Test
    void what_was_given_out_wrongly_lies_there_again() {
        Response out = giveOut(fund, issue(rice, 4));
        String back = reverse(as("ACCOUNTANT", QNG), fund, out.path("entryId"), Map.of("text", "Nhầm"))
                .path("id");
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/goods-issues/" + out.path("id"))
                .then()
                .body("reversedBy", equalTo(back));
        goods(fund).then().body("items.quantity", equalTo(List.of(10, 3)));
        assertEquals(150, accounts(fund).get("GOODS"));
    }

    @Test
    void a_gift_of_which_something_was_given_out_is_not_taken_back() {
        String out = giveOut(fund, issue(rice, 4)).path("entryId");
        given(fund);
        Refusal.of(reverse(as("ACCOUNTANT", QNG), fund, gift, Map.of("text", "Nhầm")), 409, "insufficient-goods");
        reverse(as("ACCOUNTANT", QNG), fund, out, Map.of("text", "Nhầm")).then().statusCode(201);
        reverse(as("ACCOUNTANT", QNG), fund, gift, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
    }

    @Test
    void two_at_once_do_not_give_out_the_same() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            work.add(() -> giveOut(fund, issue(milk, 1)).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : people.invokeAll(work)) {
                answers.add(each.get());
            }
        }
        assertEquals(3, answers.stream().filter(each -> each == 201).count(), answers::toString);
        assertEquals(3, answers.stream().filter(each -> each == 409).count(), answers::toString);
    }

    @Test
    void goods_are_written_off_by_a_decision() {
        Map<String, @Nullable Object> form = issue(rice, 4);
        form.put("kind", "WRITE_OFF");
        Refusal.of(giveOut(fund, form), 400, "invalid-request", "/purpose", "not-for-this-kind");
        form.remove("purpose");
        Refusal.of(giveOut(fund, form), 400, "invalid-request", "/decision", "required");
        form.put("decision", Map.of("number", "07/QĐ-CĐ", "date", "2023-11-21"));
        Refusal.of(giveOut(fund, form), 422, "rule-broken", "/date", "before-the-decision");
        form.put("decision", Map.of("number", "07/QĐ-CĐ", "date", "2023-11-20"));
        giveOut(fund, form).then().statusCode(201).body("decision.number", equalTo("07/QĐ-CĐ"));
        assertEquals(40, accounts(fund).get("EXPENSE_IN_KIND/WRITTEN_OFF"));
    }

    @Test
    void goods_of_somebody_else_are_passed_on_and_not_spent() {
        String passing = fund(QNG, Map.of("passThrough", true));
        String blankets = given(passing).path("goods[0].goodsId");
        Refusal.of(giveOut(passing, issue(blankets, 1)), 422, "rule-broken", "/kind", "money-of-somebody-else");
        Map<String, @Nullable Object> form = issue(blankets, 10);
        form.put("kind", "PASS_ON");
        form.remove("purpose");
        giveOut(passing, form).then().statusCode(201);
        assertEquals(100, accounts(passing).get("PASS_THROUGH_IN_KIND/PASSED_ON"));
        Map<String, @Nullable Object> own = issue(rice, 1);
        own.put("kind", "PASS_ON");
        own.remove("purpose");
        Refusal.of(giveOut(fund, own), 422, "rule-broken", "/kind", "money-of-the-fund");
    }

    @ParameterizedTest
    @CsvSource({
        "purpose, WEDDING, 422, /purpose, not-a-purpose-of-the-fund",
        "date, 2090-01-01, 422, /date, in-the-future",
        "date, 2021-12-31, 422, /date, fund-not-open",
        "programmeId, 019aa7b0-1c00-7000-8000-000000000011, 422, /programmeId, no-such-programme"
    })
    void what_leaves_a_fund_in_kind_leaves_it_by_its_rules(
            String field, String value, int status, String at, String rule) {
        Map<String, @Nullable Object> form = issue(rice, 1);
        form.put(field, value);
        Refusal.of(giveOut(fund, form), status, "rule-broken", at, rule);
    }

    @Test
    void only_goods_of_the_fund_leave_it_each_once() {
        String elsewhere = given(fund(QNG)).path("goods[0].goodsId");
        Refusal.of(giveOut(fund, issue(elsewhere, 1)), 422, "rule-broken", "/items/0/goodsId", "not-of-the-fund");
        Map<String, @Nullable Object> form = issue(rice, 1);
        form.put("items", List.of(Map.of("goodsId", rice, "quantity", 1), Map.of("goodsId", rice, "quantity", 2)));
        Refusal.of(giveOut(fund, form), 400, "invalid-request", "/items", "repeated");
    }

    @Test
    void so_little_that_it_is_worth_nothing_is_not_given_out() {
        Map<String, Object> pens = new LinkedHashMap<>(RICE);
        pens.put("quantity", 1_000);
        pens.put("value", 100);
        String pen = give(as("ACCOUNTANT", QNG), inKind(fund, List.of(pens))).path("goods[0].goodsId");
        Refusal.of(giveOut(fund, issue(pen, 1)), 422, "rule-broken", "/items", "worth-nothing");
    }

    @Test
    void an_equal_request_gives_out_once() {
        String path = issues(fund) + "/" + UUID.randomUUID();
        put(as("ACCOUNTANT", QNG), path, issue(rice, 4)).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, issue(rice, 4.0)).then().statusCode(200);
        Refusal.of(put(as("ACCOUNTANT", QNG), path, issue(rice, 5)), 412, "already-exists");
        goods(fund).then().body("items[0].quantity", equalTo(6));
    }

    @Test
    void for_whom_it_was_is_for_the_unions_own_people() {
        String path = issues(fund) + "/" + giveOut(fund, issue(rice, 4)).path("id");
        Refusal.of(as("ACCOUNTANT", NAN).get(path), 404, "not-found");
        as("ACCOUNTANT", VKSTC)
                .get(path)
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("Gạo tẻ"))
                .body("$", not(hasKey("receivedBy")))
                .body("$", not(hasKey("text")));
        as("ACCOUNTANT", VKSTC).get(issues(fund)).then().statusCode(200).body("items[0]", not(hasKey("receivedBy")));
        Refusal.of(give(as("CHAIR", QNG), inKind(fund, List.of(RICE))), 403, "forbidden");
        Refusal.of(giveOut(as("CHAIR", QNG), fund, issue(rice, 1)), 403, "forbidden");
        Refusal.of(giveOut(as("ACCOUNTANT", VKSTC), fund, issue(rice, 1)), 403, "forbidden");
    }

    @Test
    void a_disclosure_tells_what_was_given_out_in_kind_by_its_purpose() {
        giveOut(fund, issue(rice, 4)).then().statusCode(201);
        as("ACCOUNTANT", QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION&from=2023-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("spending", empty())
                .body("totalSpending", equalTo(0))
                .body("inKind.totalIncome", equalTo(150))
                .body("inKind.spending.code", equalTo(List.of("HARDSHIP")))
                .body("inKind.totalSpending", equalTo(40))
                .body("inKind.closingValue", equalTo(110));
        JsonPath sheet =
                as("CHAIR", QNG).get(FUNDS + "/" + fund + "/trial-balance").jsonPath();
        assertEquals(sheet.getLong("totals.closingDebit"), sheet.getLong("totals.closingCredit"));
        assertTrue(sheet.getLong("totals.closingDebit") > 0);
    }
}
