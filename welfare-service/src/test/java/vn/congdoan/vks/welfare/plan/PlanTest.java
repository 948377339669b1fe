package vn.congdoan.vks.welfare.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.plan.PlanRequests.PLANS;
import static vn.congdoan.vks.welfare.plan.PlanRequests.expected;
import static vn.congdoan.vks.welfare.plan.PlanRequests.listed;
import static vn.congdoan.vks.welfare.plan.PlanRequests.make;
import static vn.congdoan.vks.welfare.plan.PlanRequests.plan;
import static vn.congdoan.vks.welfare.plan.PlanRequests.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.PeopleOfUnits;

/// Of whom how much is expected, what was received of it, and who is to be reminded.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PlanTest {

    private static final String FAMILY = "Kế Hoạch";

    @Inject
    Sql sql;

    @Inject
    PlansForGiving giving;

    private String fund = "";
    private List<UUID> people = List.of();

    @BeforeEach
    void a_fund_and_four_members_of_a_section_with_a_group() {
        fund = fund(QNG);
        people =
                List.of(
                                PeopleOfUnits.join(sql, QNG_01, QNG, FAMILY, 3),
                                PeopleOfUnits.join(sql, QNG_01_A, QNG, FAMILY, 1))
                        .stream()
                        .flatMap(List::stream)
                        .toList();
    }

    @AfterEach
    void they_go_again() {
        PeopleOfUnits.leave(sql, FAMILY);
    }

    @Test
    void a_plan_of_a_unit_that_was_merged_takes_in_new_members_of_the_successor() {
        Response made = make(as("ACCOUNTANT", QNG), plan(QNG_01_A, fund, 100));
        made.then().statusCode(201);
        UUID joined = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 1).getFirst();
        sql.change("insert into directory_unit_succession values (?, ?, 0)", QNG_01_A.id(), QNG_02.id());
        sql.change("update directory_unit_version set valid_to = '2025-07-01' where unit_id = ?", QNG_01_A.id());
        try {
            Response more = step(as("ACCOUNTANT", QNG), made, "add-new-members", null);
            more.then().statusCode(200);
            members(more, "?limit=200").then().body("items.memberId", hasItem(joined.toString()));
            step(as("ACCOUNTANT", QNG), more, "expect", expected(joined, "amount", 50))
                    .then()
                    .statusCode(200);
        } finally {
            sql.change("update directory_unit_version set valid_to = null where unit_id = ?", QNG_01_A.id());
            sql.change("delete from directory_unit_succession where unit_id = ?", QNG_01_A.id());
        }
    }

    @Test
    void what_either_record_of_a_person_gave_counts_once_for_the_one_that_is_listed() {
        Response made = ofEach(100);
        UUID listed = people.get(1);
        UUID surviving = PeopleOfUnits.join(sql, QNG_01, QNG, FAMILY, 1).getFirst();
        towards(made, listed, 60).then().statusCode(201);
        sql.change(
                "update directory_member set status = 'MERGED', state = state || jsonb_build_object('mergedInto', ?::text)"
                        + " where member_id = ?",
                surviving.toString(),
                listed);
        towards(made, surviving, 30).then().statusCode(201);
        members(made, "?limit=200")
                .then()
                .body("items.find { it.memberId == '%s' }.received".formatted(listed), equalTo(90))
                .body("items", hasSize(4));
        show(made).then().body("receivedAmount", equalTo(90)).body("outstandingAmount", equalTo(310));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?member=" + surviving + "&plan=" + made.path("id"))
                .then()
                .body("items.amount", containsInAnyOrder(60, 30));
    }

    @Test
    void what_was_given_by_a_record_that_was_merged_is_mine() {
        UUID merged = people.get(0);
        String given = give(as("ACCOUNTANT", QNG), contribution(fund, member(merged), 7))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("MEMBER", QNG_01)
                .get("/api/v1/my/contributions?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(given)));
        sql.change(
                "update directory_member set status = 'MERGED', state = state || jsonb_build_object('mergedInto', ?::text)"
                        + " where member_id = ?",
                QNG_01.member().toString(),
                merged);
        as("MEMBER", QNG_01).get("/api/v1/my/contributions?limit=200").then().body("items.id", hasItem(given));
    }

    @Test
    void a_plan_is_closed_after_what_is_being_given_towards_it() throws Exception {
        Response made = ofEach(100);
        PlanId id = PlanId.fromString(made.path("id"));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Response> closed = QuarkusTransaction.requiringNew().call(() -> {
                assertTrue(isOpen(id));
                Future<Response> closing = threads.submit(() -> step(as("ACCOUNTANT", QNG), made, "close", null));
                assertThrows(TimeoutException.class, () -> closing.get(2, TimeUnit.SECONDS));
                return closing;
            });
            closed.get(20, TimeUnit.SECONDS).then().statusCode(200);
        }
        assertFalse(QuarkusTransaction.requiringNew().call(() -> isOpen(id)));
    }

    @Test
    void every_active_member_of_the_unit_and_below_is_expected_to_give_the_amount() {
        PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 1);
        Response made = make(as("ACCOUNTANT", QNG), plan(QNG_01, fund, 350_000));
        made.then().statusCode(201).body("status", equalTo("OPEN"));
        int many = made.path("expectedMembers");
        made.then()
                .body("expectedAmount", equalTo(many * 350_000))
                .body("receivedAmount", equalTo(0))
                .body("outstandingAmount", equalTo(many * 350_000))
                .body("outstandingMembers", equalTo(many));
        List<String> listed = as("CHAIR", QNG)
                .get(PLANS + "/" + made.path("id") + "/members?limit=200")
                .path("items.memberId");
        assertEquals(many, listed.size());
        assertEquals(
                4,
                listed.stream()
                        .filter(each -> people.contains(UUID.fromString(each)))
                        .count());
    }

    @Test
    void what_was_given_towards_a_plan_is_received_until_it_is_taken_back() {
        Response made = ofEach(100);
        towards(made, people.get(0), 100).then().statusCode(201).body("planId", equalTo(made.path("id")));
        towards(made, people.get(1), 30).then().statusCode(201);
        Response more = towards(made, people.get(1), 50);
        towards(made, people.get(2), 250).then().statusCode(201);
        give(as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "MEMBER", "memberId", people.get(3)), 100))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("planId")));
        show(made)
                .then()
                .body("receivedAmount", equalTo(430))
                .body("outstandingAmount", equalTo(120))
                .body("outstandingMembers", equalTo(2));
        members(made, "?state=SETTLED").then().body("items.received", containsInAnyOrder(100, 250));
        reverse(as("ACCOUNTANT", QNG), fund, more.path("transferId"), Map.of("text", "Nhầm người"))
                .then()
                .statusCode(201);
        show(made).then().body("receivedAmount", equalTo(380)).body("outstandingAmount", equalTo(170));
        members(made, "?state=OUTSTANDING")
                .then()
                .body(
                        "items.memberId",
                        containsInAnyOrder(
                                people.get(1).toString(), people.get(3).toString()))
                .body("items.find { it.received == 30 }.outstanding", equalTo(70))
                .body("items.find { it.received == 0 }.name", equalTo(FAMILY + " Thứ 1"));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?plan=" + made.path("id"))
                .then()
                .body("items", hasSize(4))
                .body("items.amount.sum()", equalTo(430));
        as("CHAIR", QNG)
                .get(PLANS + "?limit=200&unit=" + QNG_01.id())
                .then()
                .body("items.find { it.id == '%s' }.receivedAmount".formatted((String) made.path("id")), equalTo(380));
    }

    @Test
    void a_share_of_the_pay_is_expected_and_the_pay_itself_is_not_kept() {
        Map<String, @Nullable Object> form = listed(QNG_01, fund);
        form.put("share", Map.of("of", 1, "per", 22));
        Response made = make(as("ACCOUNTANT", QNG), form);
        made.then().statusCode(201).body("expectedMembers", equalTo(0)).body("share.per", equalTo(22));
        Response told = step(as("ACCOUNTANT", QNG), made, "expect", expected(people.get(0), "pay", 7_700_011));
        told.then().statusCode(200).body("expectedAmount", equalTo(350_001));
        step(as("ACCOUNTANT", QNG), told, "expect", expected(people.get(1), "amount", 9))
                .then()
                .statusCode(200)
                .body("expectedMembers", equalTo(2))
                .body("expectedAmount", equalTo(350_010));
        assertEquals(
                0,
                sql.one("select count(*) from change where state::text like '%7700011%'", row -> row.getInt(1))
                        .orElseThrow());
    }

    @Test
    void what_is_told_of_a_member_again_replaces_what_was_told_before() {
        Response made = make(as("ACCOUNTANT", QNG), listed(QNG_01, fund));
        Response once = step(as("ACCOUNTANT", QNG), made, "expect", expected(people.get(0), "amount", 5));
        Response again = step(as("ACCOUNTANT", QNG), once, "expect", expected(people.get(0), "amount", 7));
        again.then().body("expectedMembers", equalTo(1)).body("expectedAmount", equalTo(7));
        Refusal.of(step(as("ACCOUNTANT", QNG), once, "expect", expected(people.get(0), "amount", 9)), 412, "stale");
    }

    @Test
    void of_who_is_excused_nothing_is_expected_and_what_was_given_still_counts() {
        Response made = ofEach(100);
        towards(made, people.get(0), 40).then().statusCode(201);
        Response excused = step(
                as("ACCOUNTANT", QNG),
                made,
                "excuse",
                Map.of("memberIds", List.of(people.get(0), people.get(1)), "reason", "Nghỉ không  hưởng lương"));
        excused.then()
                .statusCode(200)
                .body("expectedMembers", equalTo(2))
                .body("expectedAmount", equalTo(200))
                .body("receivedAmount", equalTo(40))
                .body("outstandingAmount", equalTo(200));
        members(made, "?state=EXCUSED")
                .then()
                .body("items.excuse", contains("Nghỉ không hưởng lương", "Nghỉ không hưởng lương"));
        Refusal.of(
                step(
                        as("ACCOUNTANT", QNG),
                        excused,
                        "excuse",
                        Map.of("memberIds", List.of(UUID.randomUUID()), "reason", "Lý do")),
                422,
                "rule-broken",
                "/memberIds",
                "not-on-the-list");
    }

    @Test
    void who_joined_since_is_put_on_the_list_and_what_was_told_of_others_stays() {
        Response made = make(as("ACCOUNTANT", QNG), plan(QNG_01, fund, 10));
        int before = made.path("expectedMembers");
        Response told = step(as("ACCOUNTANT", QNG), made, "expect", expected(people.get(0), "amount", 25));
        PeopleOfUnits.join(sql, QNG_01, QNG, FAMILY, 2);
        step(as("ACCOUNTANT", QNG), told, "add-new-members", null)
                .then()
                .statusCode(200)
                .body("expectedMembers", equalTo(before + 2))
                .body("expectedAmount", equalTo((before + 2) * 10 + 15));
        Response without = make(as("ACCOUNTANT", QNG), listed(QNG_01, fund));
        Refusal.of(step(as("ACCOUNTANT", QNG), without, "add-new-members", null), 409, "plan-without-an-amount");
    }

    @Test
    void a_contribution_counts_only_towards_an_open_plan_of_its_fund_from_somebody_on_its_list() {
        Response made = ofEach(100);
        String elsewhere = fund(QNG);
        refused(made, elsewhere, member(people.get(0)), "/planId", "not-of-the-fund");
        refused(made, fund, Map.of("kind", "UNIT", "unitId", QNG_01.id()), "/donor/kind", "members-only");
        refused(made, fund, member(QNG_02.member()), "/donor/memberId", "not-on-the-list");
        Map<String, @Nullable Object> form = contribution(fund, member(people.get(0)), 1);
        form.put("planId", UUID.randomUUID());
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 422, "rule-broken", "/planId", "not-of-the-fund");
        Response closed = step(as("ACCOUNTANT", QNG), made, "close", null);
        closed.then().statusCode(200).body("status", equalTo("CLOSED"));
        refused(made, fund, member(people.get(0)), "/planId", "plan-closed");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), closed, "expect", expected(people.get(0), "amount", 1)),
                409,
                "plan-closed");
        assertEquals(0, show(made).<Integer>path("receivedAmount"));
    }

    @Test
    void who_is_to_be_reminded_comes_as_a_workbook_with_the_sums() throws IOException {
        Response made = ofEach(350_000);
        towards(made, people.get(0), 350_000).then().statusCode(201);
        towards(made, people.get(1), 100_000).then().statusCode(201);
        byte[] file = as("CASHIER", QNG)
                .get(PLANS + "/" + made.path("id") + "/reminders")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals("Hạn nộp: 31/10/2023", rows.get(1).getCellText(0));
            List<Row> told = rows.stream()
                    .filter(row -> row.getCellText(1).startsWith(FAMILY))
                    .toList();
            assertEquals(3, told.size());
            assertEquals("1", told.getFirst().getCellText(0));
            assertEquals(
                    new BigDecimal(250_000), told.getFirst().getCellAsNumber(5).orElseThrow());
            Row sums = rows.getLast();
            assertEquals("Cộng", sums.getCellText(1));
            assertEquals(new BigDecimal(1_050_000), sums.getCellAsNumber(3).orElseThrow());
            assertEquals(new BigDecimal(100_000), sums.getCellAsNumber(4).orElseThrow());
            assertEquals(new BigDecimal(950_000), sums.getCellAsNumber(5).orElseThrow());
        }
    }

    @Test
    void who_has_not_given_is_known_inside_the_union_only() {
        Response made = ofEach(100);
        String path = PLANS + "/" + made.path("id");
        as("CHAIR", VKSTC).get(path).then().statusCode(200).body("outstandingMembers", equalTo(4));
        as("CHAIR", NAN).get(path).then().statusCode(404);
        for (String list : List.of("/members", "/reminders")) {
            as("CHAIR", VKSTC).get(path + list).then().statusCode(403);
            as("CHAIR", NAN).get(path + list).then().statusCode(404);
            as("OFFICER", QNG).get(path + list).then().statusCode(404);
            as("INSPECTOR", QNG).get(path + list).then().statusCode(200);
        }
        make(as("OFFICER", QNG), plan(QNG_01, fund, 1)).then().statusCode(403);
        step(as("OFFICER", QNG), made, "close", null).then().statusCode(404);
        for (String role : List.of("CHAIR", "CASHIER")) {
            make(as(role, QNG), plan(QNG_01, fund, 1)).then().statusCode(403);
            step(as(role, QNG), made, "close", null).then().statusCode(403);
        }
    }

    @Test
    void a_plan_is_for_a_fund_of_the_same_union_and_for_members_of_the_unit() {
        Refusal.of(
                make(as("ACCOUNTANT", QNG), plan(QNG_01, fund(NAN), 1)),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        Refusal.of(
                make(as("ACCOUNTANT", QNG), plan(NAN_01, fund, 1)), 403, "forbidden", "/unitId", "unit-out-of-scope");
        Response made = make(as("ACCOUNTANT", QNG), listed(QNG_01, fund));
        UUID beside = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 1).getFirst();
        Refusal.of(
                step(as("ACCOUNTANT", QNG), made, "expect", expected(beside, "amount", 1)),
                422,
                "rule-broken",
                "/members/0/memberId",
                "unknown-member");
    }

    @Test
    void exactly_one_thing_is_said_of_each_member_and_each_is_named_once() {
        Response made = make(as("ACCOUNTANT", QNG), listed(QNG_01, fund));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), made, "expect", expected(people.get(0), "pay", 1)),
                400,
                "invalid-request",
                "/members/0/pay",
                "no-share-of-pay");
        Map<String, Object> nothing = Map.of("memberId", people.get(0));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), made, "expect", Map.of("members", List.of(nothing))),
                400,
                "invalid-request",
                "/members/0",
                "amount-or-pay");
        Map<String, Object> one = Map.of("memberId", people.get(0), "amount", 1);
        Refusal.of(
                step(as("ACCOUNTANT", QNG), made, "expect", Map.of("members", List.of(one, one))),
                400,
                "invalid-request",
                "/members/1/memberId",
                "repeated");
        Map<String, @Nullable Object> both = plan(QNG_01, fund, 1);
        both.put("share", Map.of("of", 1, "per", 22));
        Refusal.of(make(as("ACCOUNTANT", QNG), both), 400, "invalid-request", "/share", "not-with-an-amount");
        Map<String, @Nullable Object> more = listed(QNG_01, fund);
        more.put("share", Map.of("of", 23, "per", 22));
        Refusal.of(make(as("ACCOUNTANT", QNG), more), 422, "rule-broken", "/share/of", "more-than-all");
    }

    @Test
    void an_equal_plan_under_the_same_id_is_made_once() {
        String path = PLANS + "/" + UUID.randomUUID();
        Map<String, @Nullable Object> form = plan(QNG_01, fund, 5);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(200);
        form.put("amount", 6);
        Refusal.of(put(as("ACCOUNTANT", QNG), path, form), 412, "already-exists");
    }

    /// A plan that expects this of each of the four, and of nobody else.
    private boolean isOpen(PlanId id) {
        return giving.terms(Set.of(id)).values().iterator().next().isOpen();
    }

    private Response ofEach(long amount) {
        Response made = make(as("ACCOUNTANT", QNG), listed(QNG_01, fund));
        List<Map<String, Object>> members = people.stream()
                .map(each -> Map.<String, Object>of("memberId", each, "amount", amount))
                .toList();
        Response told = step(as("ACCOUNTANT", QNG), made, "expect", Map.of("members", members));
        told.then().statusCode(200).body("expectedMembers", equalTo(4));
        return told;
    }

    private Response towards(Response plan, UUID member, long amount) {
        Map<String, @Nullable Object> form = contribution(fund, member(member), amount);
        form.put("planId", plan.path("id"));
        return give(as("ACCOUNTANT", QNG), form);
    }

    private static void refused(Response plan, String fund, Map<String, ?> donor, String pointer, String rule) {
        Map<String, @Nullable Object> form = contribution(fund, donor, 1);
        form.put("planId", plan.path("id"));
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 422, "rule-broken", pointer, rule);
    }

    private static Map<String, Object> member(UUID id) {
        return Map.of("kind", "MEMBER", "memberId", id);
    }

    private static Response show(Response plan) {
        return as("CHAIR", QNG).get(PLANS + "/" + plan.path("id"));
    }

    private static Response members(Response plan, String query) {
        return as("CHAIR", QNG).get(PLANS + "/" + plan.path("id") + "/members" + query);
    }
}
