package vn.congdoan.vks.welfare.programme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.PROGRAMMES;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.approval;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.approved;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.list;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.payment;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.programme;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.step;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Everybody on the list gets what was approved, once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProgrammeTest {

    /// More than are paid in one stroke.
    private static final int MANY = 1_200;

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund_and_a_unit_with_many_people() {
        fund = fund(QNG);
        fill(QNG, fund, "BANK", 3_000);
        people("ACTIVE", null, MANY);
    }

    @AfterEach
    void they_go_again() {
        sql.change("delete from directory_member where full_name like 'Người thứ %'");
    }

    @Test
    void everybody_whom_the_rule_names_is_listed_approved_and_paid_by_an_entry_of_the_own() {
        Response approved = approved(QNG_02, QNG, fund);
        int listed = approved.path("listed");
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(2 * listed));
        Response some = step(as("CASHIER", QNG), approved, "pay", payment());
        some.then().statusCode(200).body("paid", equalTo(1_000)).body("paidAmount", equalTo(2_000));
        Response all = step(as("CASHIER", QNG), some, "pay", payment());
        all.then().statusCode(200).body("paid", equalTo(listed));
        step(as("CASHIER", QNG), all, "pay", payment()).then().statusCode(200).body("paid", equalTo(listed));
        assertEquals(3_000 - 2 * listed, balance(QNG, fund));
        assertEquals(
                listed,
                sql.one(
                                "select count(distinct fulfils) from transfer where fund_id = ? and kind = 'EXPENSE'",
                                row -> row.getInt(1),
                                UUID.fromString(fund))
                        .orElseThrow());
        as("INSPECTOR", QNG)
                .get(PROGRAMMES + "/" + approved.path("id") + "/beneficiaries?state=PAID&limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(200))
                .body("items[0]", hasKey("entryId"))
                .body("items[0]", hasKey("name"));
    }

    @Test
    void nobody_is_paid_twice_by_cashiers_who_pay_at_the_same_time() throws Exception {
        Response approved = approved(QNG_02, QNG, fund);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            work.add(() -> step(as("CASHIER", QNG), approved, "pay", payment()).statusCode());
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : people.invokeAll(work)) {
                assertEquals(200, each.get());
            }
        }
        int listed = approved.path("listed");
        assertEquals(3_000 - 2 * listed, balance(QNG, fund));
        get(approved).then().body("paid", equalTo(listed));
    }

    @Test
    void the_same_request_again_pays_nobody_more() {
        Response approved = approved(QNG_02, QNG, fund);
        String key = UUID.randomUUID().toString();
        step(as("CASHIER", QNG), key, approved, "pay", payment()).then().body("paid", equalTo(1_000));
        step(as("CASHIER", QNG), key, approved, "pay", payment()).then().body("paid", equalTo(1_000));
    }

    @Test
    void whose_payment_came_back_is_due_again() {
        Response approved = approved(QNG_02, QNG, fund);
        String member = someone();
        Response paid = step(as("CASHIER", QNG), approved, "pay", with("memberIds", List.of(member), payment()));
        paid.then().statusCode(200).body("paid", equalTo(1));
        Map<String, Object> back = Map.of("memberId", member, "text", "Sai số tài khoản");
        Response returned = step(as("CASHIER", QNG), paid, "return", back);
        returned.then().statusCode(200).body("paid", equalTo(0));
        assertEquals(3_000, balance(QNG, fund));
        Refusal.of(step(as("CASHIER", QNG), returned, "return", back), 422, "rule-broken", "/memberId", "not-paid");
        step(
                        as("CASHIER", QNG),
                        returned,
                        "pay",
                        with(
                                "date",
                                LocalDate.now(BusinessTime.ZONE).toString(),
                                with("memberIds", List.of(member), payment())))
                .then()
                .statusCode(200)
                .body("paid", equalTo(1));
        assertEquals(2_998, balance(QNG, fund));
    }

    @Test
    void whoever_is_taken_off_the_list_gets_nothing() {
        Response listed = list(as("OFFICER", QNG), programme(QNG_02, fund));
        int before = listed.path("listed");
        String member = someone();
        Response shorter = step(as("OFFICER", QNG), listed, "leave-out", Map.of("memberIds", List.of(member)));
        shorter.then().statusCode(200).body("listed", equalTo(before - 1));
        Refusal.of(
                step(as("OFFICER", QNG), shorter, "leave-out", Map.of("memberIds", List.of(member))),
                422,
                "rule-broken",
                "/memberIds",
                "not-on-the-list");
        Response approved = step(as("CHAIR", QNG), shorter, "approve", approval());
        step(as("CASHIER", QNG), approved, "pay", with("memberIds", List.of(member), payment()))
                .then()
                .statusCode(200)
                .body("paid", equalTo(0));
    }

    @Test
    void what_is_not_paid_when_it_is_closed_is_free_again() {
        Response approved = approved(QNG_02, QNG, fund);
        Response paid = step(as("CASHIER", QNG), approved, "pay", with("memberIds", List.of(someone()), payment()));
        Response closed = step(as("ACCOUNTANT", QNG), paid, "close", null);
        closed.then().statusCode(200).body("status", equalTo("CLOSED"));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
        Refusal.of(step(as("CASHIER", QNG), closed, "pay", payment()), 409, "programme-not-in-that-state");
    }

    @Test
    void a_programme_for_more_than_the_fund_has_is_not_approved() {
        Response listed = list(as("OFFICER", QNG), with("amount", 4, programme(QNG_02, fund)));
        Refusal.of(step(as("CHAIR", QNG), listed, "approve", approval()), 409, "insufficient-unpromised");
        get(listed).then().body("status", equalTo("LISTED"));
        Response empty = list(as("OFFICER", QNG), with("groups", List.of("RETIREES"), programme(QNG_02, fund)));
        Refusal.of(step(as("CHAIR", QNG), empty, "approve", approval()), 409, "programme-for-nobody");
    }

    @Test
    void retirees_are_listed_where_the_rule_names_them() {
        people("ENDED", "RETIRED", 3);
        people("ENDED", "RESIGNED", 5);
        list(as("OFFICER", QNG), with("groups", List.of("RETIREES"), programme(QNG_02, fund)))
                .then()
                .statusCode(201)
                .body("listed", equalTo(3));
    }

    @Test
    void whoever_made_the_list_does_not_approve_it_and_neither_of_them_pays() {
        String officerAndChair = QNG.account("OFFICER") + "," + QNG.account("CHAIR");
        Response listed = list(by(officerAndChair), programme(QNG_02, fund));
        Refusal.of(step(by(officerAndChair), listed, "approve", approval()), 403, "duties-not-separate");
        String chairAndCashier = QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response approved = step(by(chairAndCashier), listed, "approve", approval());
        approved.then().statusCode(200);
        Refusal.of(step(by(chairAndCashier), approved, "pay", payment()), 403, "duties-not-separate");
    }

    @Test
    void a_cashier_on_the_list_pays_the_others_and_is_paid_by_another_cashier() {
        // Whoever gave is known here.
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1)).then().statusCode(201);
        Response approved = approved(QNG, QNG, fund);
        String own = QNG.account("MEMBER") + "," + QNG.account("CASHIER");
        int others = (int) approved.path("listed") - 1;
        Response some = step(by(own), approved, "pay", payment());
        Response all = step(by(own), some, "pay", payment());
        all.then().statusCode(200).body("paid", equalTo(others));
        Refusal.of(
                step(by(own), all, "pay", with("memberIds", List.of(QNG.member()), payment())),
                403,
                "duties-not-separate");
        step(as("CASHIER", QNG), all, "pay", payment()).then().statusCode(200).body("paid", equalTo(others + 1));
    }

    @Test
    void nobody_outside_the_union_sees_a_programme_or_its_list() {
        Response listed = list(as("OFFICER", QNG), programme(QNG_02, fund));
        String path = PROGRAMMES + "/" + listed.path("id");
        for (String address : List.of(path, path + "/beneficiaries")) {
            as("CHAIR", NAN).get(address).then().statusCode(404);
            as("CHAIR", VKSTC).get(address).then().statusCode(404);
            as("CASHIER", QNG).get(address).then().statusCode(200);
        }
        as("CHAIR", QNG)
                .get(PROGRAMMES + "?limit=1&unit=" + QNG_02.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("beneficiaries")));
    }

    private Response get(Response before) {
        return as("CHAIR", QNG).get(PROGRAMMES + "/" + before.path("id"));
    }

    private static RequestSpecification by(String accounts) {
        return given().auth().oauth2(Tokens.of(accounts));
    }

    private String someone() {
        return sql.one(
                        "select member_id::text from directory_member where full_name = 'Người thứ 7' limit 1",
                        row -> row.getString(1))
                .orElseThrow();
    }

    private void people(String status, @Nullable String reason, int many) {
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                select gen_random_uuid(), 1, 1, ?, ?, 'Người thứ ' || number, ?,
                    jsonb_strip_nulls(jsonb_build_object('endReason', ?::text))
                from generate_series(1, ?) number
                """, QNG.id(), QNG_02.id(), status, reason, many);
    }

    private static Map<String, Object> with(String field, Object value, Map<String, ?> form) {
        Map<String, Object> changed = new LinkedHashMap<>();
        form.forEach((name, old) -> changed.put(name, Objects.requireNonNull(old)));
        changed.put(field, value);
        return changed;
    }
}
