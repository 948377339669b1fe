package vn.congdoan.vks.welfare.payable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.settled;
import static vn.congdoan.vks.welfare.payable.PayableRequests.PAYABLES;
import static vn.congdoan.vks.welfare.payable.PayableRequests.accounts;
import static vn.congdoan.vks.welfare.payable.PayableRequests.because;
import static vn.congdoan.vks.welfare.payable.PayableRequests.claimed;
import static vn.congdoan.vks.welfare.payable.PayableRequests.done;
import static vn.congdoan.vks.welfare.payable.PayableRequests.enter;
import static vn.congdoan.vks.welfare.payable.PayableRequests.entered;
import static vn.congdoan.vks.welfare.payable.PayableRequests.fund;
import static vn.congdoan.vks.welfare.payable.PayableRequests.money;
import static vn.congdoan.vks.welfare.payable.PayableRequests.paid;
import static vn.congdoan.vks.welfare.payable.PayableRequests.payable;
import static vn.congdoan.vks.welfare.payable.PayableRequests.payment;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognised;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognition;
import static vn.congdoan.vks.welfare.payable.PayableRequests.revocation;
import static vn.congdoan.vks.welfare.payable.PayableRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.MoneyRequests;

/// What is owed by a decision, from the decision to the payment and back again.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PayableTest {

    @Inject
    Sql sql;

    @Inject
    @Any
    Instance<Replica> replicas;

    private String fund = "";

    @BeforeEach
    void a_fund_with_money() {
        fund = fund(QNG, 1_000);
    }

    @Test
    void what_is_written_down_is_owed_by_no_fund_yet() {
        entered(QNG)
                .then()
                .body("status", equalTo("UNASSIGNED"))
                .body("source", equalTo("MANUAL"))
                .body("amount", equalTo(300))
                .body("memberId", equalTo(QNG.member().toString()))
                .body("fundId", nullValue());
    }

    @Test
    void the_same_body_under_the_same_id_is_the_same_payable() {
        Map<String, @Nullable Object> form = payable(QNG);
        String path = PAYABLES + "/" + UUID.randomUUID();
        put(as("OFFICER", QNG), path, form).then().statusCode(201);
        put(as("OFFICER", QNG), path, form).then().statusCode(200);
        form.put("amount", 301);
        Refusal.of(put(as("OFFICER", QNG), path, form), 412, "already-exists");
    }

    @Test
    void the_same_gets_something_by_a_decision_of_a_number_once() {
        Map<String, @Nullable Object> form = payable(QNG);
        Response first = enter(as("OFFICER", QNG), form);
        Refusal.of(enter(as("OFFICER", QNG), form), 409, "payable-known", "/decision/number", "taken");
        done("OFFICER", QNG, first, "cancel", null);
        enter(as("OFFICER", QNG), form).then().statusCode(201);
    }

    @Test
    void either_a_member_or_a_unit_of_the_union_gets_it() {
        Map<String, @Nullable Object> form = payable(QNG);
        form.put("recipientUnitId", QNG_01.id());
        Refusal.of(enter(as("OFFICER", QNG), form), 400, "invalid-request", "/recipientUnitId", "not-with-a-member");
        form.remove("memberId");
        enter(as("OFFICER", QNG), form).then().statusCode(201);
        form.put("recipientUnitId", NAN.id());
        Refusal.of(enter(as("OFFICER", QNG), form), 422, "rule-broken", "/recipientUnitId", "unknown-reference");
        form.remove("recipientUnitId");
        Refusal.of(enter(as("OFFICER", QNG), form), 400, "invalid-request", "/memberId", "required");
    }

    @Test
    void a_fund_that_owes_it_keeps_the_money_back_and_still_has_it() {
        Response recognised = recognised(QNG, fund);
        recognised.then().body("status", equalTo("RECOGNISED")).body("fundId", equalTo(fund));
        assertEquals(1_000, balance(QNG, fund));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(300));
        assertEquals(
                Map.of("CASH", 0, "BANK", 1_000, "INCOME/OTHER", -1_000, "EXPENSE/OTHER", 300, "PAYABLE/OTHER", -300),
                accounts(QNG, fund));
        Refusal.of(
                MoneyRequests.post(as("ACCOUNTANT", QNG), fund, MoneyRequests.entry("EXPENSE", 701, "BANK", "OTHER")),
                409,
                "insufficient-unpromised");
    }

    @Test
    void a_fund_owes_no_more_than_it_has_free() {
        String poor = fund(QNG, 299);
        Refusal.of(
                step(as("ACCOUNTANT", QNG), entered(QNG), "recognise", recognition(poor)),
                409,
                "insufficient-unpromised",
                "/amount",
                "more-than-unpromised");
    }

    @Test
    void a_fund_owes_only_what_it_may_be_spent_on_and_from_the_decision_on() {
        Response entered = entered(QNG);
        Map<String, Object> form = new HashMap<>(recognition(fund));
        form.put("purpose", "HOUSE");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), entered, "recognise", form),
                422,
                "rule-broken",
                "/fundId",
                "not-a-purpose-of-the-fund");
        form.put("purpose", "OTHER");
        form.put("date", "2023-11-09");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), entered, "recognise", form),
                422,
                "rule-broken",
                "/date",
                "before-the-decision");
    }

    @Test
    void what_is_paid_is_owed_no_more() {
        Response paid = paid(QNG, fund);
        paid.then()
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2023-11-20"))
                .body("voucher", equalTo("UNC 41/2023"));
        assertEquals(700, balance(QNG, fund));
        assertEquals(
                Map.of("CASH", 0, "BANK", 700, "INCOME/OTHER", -1_000, "EXPENSE/OTHER", 300, "PAYABLE/OTHER", 0),
                accounts(QNG, fund));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(0));
        Refusal.of(step(as("CASHIER", QNG), paid, "pay", payment()), 409, "payable-not-in-that-state");
        as("CHAIR", QNG)
                .get(PAYABLES + "/" + paid.path("id") + "/entries")
                .then()
                .statusCode(200)
                .body("items.kind", contains("PAYABLE", "SETTLEMENT"))
                .body("items.amount", contains(300, 300));
    }

    @Test
    void the_entry_of_a_payment_leads_to_its_payable() {
        Response paid = paid(QNG, fund);
        as("ACCOUNTANT", QNG)
                .get("/api/v1/funds/" + fund + "/entries?account=BANK")
                .then()
                .body("items[1].kind", equalTo("SETTLEMENT"))
                .body("items[1].paysFor.kind", equalTo("PAYABLE"))
                .body("items[1].paysFor.id", equalTo(paid.path("id")));
    }

    @Test
    void a_repeated_payment_pays_once() {
        Response recognised = recognised(QNG, fund);
        String key = UUID.randomUUID().toString();
        step(as("CASHIER", QNG), key, recognised, "pay", payment()).then().statusCode(200);
        step(as("CASHIER", QNG), key, recognised, "pay", payment())
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"));
        assertEquals(700, balance(QNG, fund));
    }

    @Test
    void a_payment_that_came_back_is_owed_again() {
        Response back = done("CASHIER", QNG, paid(QNG, fund), "return", because("2023-11-22"));
        back.then().body("status", equalTo("RECOGNISED")).body("paidOn", nullValue());
        assertEquals(1_000, balance(QNG, fund));
        assertEquals(-300, accounts(QNG, fund).get("PAYABLE/OTHER"));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(300));
        done("CASHIER", QNG, back, "pay", payment()).then().body("status", equalTo("PAID"));
        assertEquals(700, balance(QNG, fund));
    }

    @Test
    void another_fund_can_owe_it_after_the_first_one_was_released() {
        Response released = done("ACCOUNTANT", QNG, recognised(QNG, fund), "release", because("2023-11-16"));
        released.then().body("status", equalTo("UNASSIGNED")).body("fundId", nullValue());
        assertEquals(0, accounts(QNG, fund).get("EXPENSE/OTHER"));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(0));
        String other = fund(QNG, 300);
        Response again = done("ACCOUNTANT", QNG, released, "recognise", recognition(other));
        done("CASHIER", QNG, again, "pay", payment());
        assertEquals(0, balance(QNG, other));
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void what_is_revoked_before_a_fund_owes_it_is_void() {
        done("OFFICER", QNG, entered(QNG), "revoke", revocation())
                .then()
                .body("status", equalTo("VOIDED"))
                .body("revocation.number", equalTo("05/QĐ"));
    }

    @Test
    void what_is_revoked_before_it_is_paid_is_not_paid_any_more() {
        Response revoked = done("OFFICER", QNG, recognised(QNG, fund), "revoke", revocation());
        revoked.then().body("status", equalTo("RECOGNISED"));
        Refusal.of(step(as("CASHIER", QNG), revoked, "pay", payment()), 409, "payable-revoked");
        done("ACCOUNTANT", QNG, revoked, "release", because("2024-01-11"))
                .then()
                .body("status", equalTo("VOIDED"))
                .body("fundId", nullValue());
        assertEquals(0, accounts(QNG, fund).get("PAYABLE/OTHER"));
        assertEquals(0, accounts(QNG, fund).get("EXPENSE/OTHER"));
    }

    @Test
    void only_what_is_revoked_is_claimed_back() {
        Response paid = paid(QNG, fund);
        Refusal.of(step(as("ACCOUNTANT", QNG), paid, "claim", because("2024-02-01")), 409, "payable-not-revoked");
        Response claimed = claimed(QNG, fund(QNG, 300));
        claimed.then().body("status", equalTo("CLAIMED")).body("claimed", equalTo(300));
    }

    @Test
    void what_was_claimed_comes_back_in_parts_and_is_settled_with_the_last() {
        Response claimed = claimed(QNG, fund);
        assertEquals(300, accounts(QNG, fund).get("RECEIVABLE/OTHER"));
        assertEquals(0, accounts(QNG, fund).get("EXPENSE/OTHER"));
        assertEquals(700, balance(QNG, fund));
        Response some = done("CASHIER", QNG, claimed, "recover", money(100));
        some.then().body("status", equalTo("CLAIMED")).body("claimed", equalTo(200));
        Refusal.of(
                step(as("CASHIER", QNG), some, "recover", money(201)),
                422,
                "rule-broken",
                "/amount",
                "more-than-claimed");
        done("CASHIER", QNG, some, "recover", money(200))
                .then()
                .body("status", equalTo("SETTLED"))
                .body("recovered", equalTo(300))
                .body("claimed", equalTo(0));
        assertEquals(1_000, balance(QNG, fund));
        assertEquals(
                Map.of(
                        "CASH",
                        300,
                        "BANK",
                        700,
                        "INCOME/OTHER",
                        -1_000,
                        "EXPENSE/OTHER",
                        0,
                        "PAYABLE/OTHER",
                        0,
                        "RECEIVABLE/OTHER",
                        0),
                accounts(QNG, fund));
    }

    @Test
    void money_that_did_not_come_after_all_is_claimed_again() {
        Response settled = done("CASHIER", QNG, claimed(QNG, fund), "recover", money(300));
        String recovery = as("CHAIR", QNG)
                .get(PAYABLES + "/" + settled.path("id") + "/entries")
                .path("items[3].transferId");
        Map<String, Object> form = Map.of("transferId", recovery, "text", "Nhầm", "date", "2024-03-06");
        Response again = done("CASHIER", QNG, settled, "take-back-recovery", form);
        again.then().body("status", equalTo("CLAIMED")).body("claimed", equalTo(300));
        assertEquals(700, balance(QNG, fund));
        Refusal.of(
                step(as("CASHIER", QNG), again, "take-back-recovery", form),
                422,
                "rule-broken",
                "/transferId",
                "not-a-recovery");
    }

    @Test
    void what_will_not_come_is_given_up_by_a_decision_of_the_committee() {
        Response some = done("CASHIER", QNG, claimed(QNG, fund), "recover", money(100));
        Map<String, Object> decision = Map.of("decision", Map.of("number", "40/NQ", "date", "2024-04-01"));
        Refusal.of(step(as("ACCOUNTANT", QNG), some, "write-off", decision), 403, "forbidden");
        done("CHAIR", QNG, some, "write-off", decision)
                .then()
                .body("status", equalTo("SETTLED"))
                .body("writtenOff", equalTo(200))
                .body("writeOff.number", equalTo("40/NQ"));
        assertEquals(200, accounts(QNG, fund).get("EXPENSE/OTHER"));
        assertEquals(0, accounts(QNG, fund).get("RECEIVABLE/OTHER"));
        assertEquals(800, balance(QNG, fund));
    }

    @Test
    void its_entries_are_taken_back_nowhere_else() {
        Response paid = paid(QNG, fund);
        String entry = as("CHAIR", QNG)
                .get(PAYABLES + "/" + paid.path("id") + "/entries")
                .path("items[0].transferId");
        Refusal.of(
                MoneyRequests.reverse(as("ACCOUNTANT", QNG), fund, entry, Map.of("text", "Nhầm")),
                409,
                "entry-of-a-payable");
    }

    @Test
    void lists_are_filtered_and_go_page_by_page() {
        Response paid = paid(QNG, fund);
        Response revoked = done("OFFICER", QNG, paid(QNG, fund), "revoke", revocation());
        as("CHAIR", QNG)
                .get(PAYABLES + "?status=PAID&revoked=true&limit=200&member=" + QNG.member())
                .then()
                .statusCode(200)
                .body("items.id", hasItem(revoked.<String>path("id")))
                .body("items.id", not(hasItem(paid.<String>path("id"))));
        String next = as("CHAIR", QNG).get(PAYABLES + "?limit=1").path("next");
        as("CHAIR", QNG)
                .get(PAYABLES + "?limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void a_member_sees_the_own_bonuses() {
        String id = paid(QNG, fund).path("id");
        as("MEMBER", QNG)
                .get("/api/v1/my/bonuses?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.status".formatted(id), equalTo("PAID"));
        as("MEMBER", QNG_02).get("/api/v1/my/bonuses").then().body("items", hasSize(0));
    }

    @Test
    void what_was_paid_since_the_backup_is_not_paid_again() {
        Response recognised = recognised(QNG, fund);
        String promise = sql.one(
                        "select promise_id::text from payable where payable_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(recognised.path("id")))
                .orElseThrow();
        settled(replicas, QNG, fund, promise, 300, "2023-11-21");
        assertEquals(700, balance(QNG, fund));
        done("CASHIER", QNG, recognised, "pay", payment())
                .then()
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2023-11-21"));
        assertEquals(700, balance(QNG, fund));
    }
}
