package vn.congdoan.vks.welfare.insurance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.POLICIES;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.claim;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.conclude;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.fund;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.leaves;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.member;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.policy;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.premium;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.step;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.MoneyRequests;

/// Whom a policy insures follows membership, what it costs stands in the books, and what insurers pay does not.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class InsuranceTest {

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void two_members_of_a_group() {
        sql.change("delete from directory_member where unit_id = ?", QNG_01_A.id());
        first = member(sql, QNG_01_A, "2020-01-01", null);
        second = member(sql, QNG_01_A, "2020-01-01", null);
    }

    @AfterEach
    void they_go_again() {
        sql.change("delete from directory_member where full_name = 'Người được bảo hiểm'");
    }

    @Test
    void the_list_of_a_unit_that_was_merged_follows_its_members_into_the_successor() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        UUID there = member(sql, QNG_02, "2020-01-01", null);
        sql.change("insert into directory_unit_succession values (?, ?, 0)", QNG_01_A.id(), QNG_02.id());
        sql.change("update directory_unit_version set valid_to = '2024-06-01' where unit_id = ?", QNG_01_A.id());
        sql.change("""
                update directory_member set unit_id = ?, state = jsonb_build_object('placements', jsonb_build_array(
                    jsonb_build_object('unitId', ?::uuid, 'validFrom', '2020-01-01', 'validTo', '2024-06-01'),
                    jsonb_build_object('unitId', ?::uuid, 'validFrom', '2024-06-01')))
                where member_id = any (?)
                """, QNG_02.id(), QNG_01_A.id(), QNG_02.id(), new UUID[] {first, second});
        try {
            List<String> changes =
                    differences(made, "2024-07-01").path("items.findAll { it.change == 'LEFT' }.memberId");
            assertEquals(List.of(), changes);
            differences(made, "2024-05-31").then().body("items.memberId", not(hasItem(there.toString())));
            endorse(made, Map.of("date", "2024-07-01", "memberIds", List.of(there)))
                    .then()
                    .statusCode(200)
                    .body("insured", equalTo(3));
        } finally {
            sql.change("update directory_unit_version set valid_to = null where unit_id = ?", QNG_01_A.id());
            sql.change("delete from directory_unit_succession where unit_id = ?", QNG_01_A.id());
        }
    }

    @Test
    void everybody_is_insured_who_is_a_member_on_the_first_day() {
        UUID later = member(sql, QNG_01_A, "2024-01-02", null);
        UUID before = member(sql, QNG_01_A, "2020-01-01", "2024-01-01");
        member(sql, QNG_02, "2020-01-01", null);
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        made.then()
                .statusCode(201)
                .body("insured", equalTo(2))
                .body("expectedPremium", equalTo(300))
                .body("paidPremium", equalTo(0));
        assertEquals(
                List.of(first, second).stream().sorted(InsuranceTest::byText).toList(), insured(made, "2024-01-01"));
        differences(made, "2024-01-02").then().body("items.memberId", contains(later.toString()));
        differences(made, "2024-01-01").then().body("items", empty());
        assertEquals(
                List.of(),
                insured(made, "2024-01-01").stream().filter(before::equals).toList());
        conclude(as("OFFICER", QNG), with(policy(QNG_01_A, null), "insureAll", false))
                .then()
                .statusCode(201)
                .body("insured", equalTo(0));
    }

    @Test
    void whoever_joined_and_whoever_left_is_taken_over_from_a_day_on() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        UUID joined = member(sql, QNG_01_A, "2024-02-15", null);
        leaves(sql, first, "2024-02-20");
        differences(made, "2024-03-01")
                .then()
                .body("items.find { it.memberId == '%s' }.change".formatted(joined), equalTo("JOINED"))
                .body("items.find { it.memberId == '%s' }.change".formatted(first), equalTo("LEFT"))
                .body("items", hasSize(2));
        Response endorsed = endorse(made, Map.of("date", "2024-03-01", "number", "SĐBS-03"));
        endorsed.then().statusCode(200).body("insured", equalTo(2)).body("expectedPremium", equalTo(300));
        differences(made, "2024-03-01").then().body("items", empty());
        assertEquals(
                List.of(first, second).stream().sorted(InsuranceTest::byText).toList(), insured(made, "2024-02-29"));
        assertEquals(
                List.of(joined, second).stream().sorted(InsuranceTest::byText).toList(), insured(made, "2024-03-01"));
        as("CHAIR", QNG)
                .get(POLICIES + "/" + made.path("id") + "/endorsements")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", equalTo("SĐBS-03"))
                .body("items[0].joined", equalTo(1))
                .body("items[0].left", equalTo(1));
        Refusal.of(endorse(endorsed, Map.of("date", "2024-03-01")), 409, "nothing-to-endorse");
        Refusal.of(endorse(made, Map.of("date", "2024-04-01")), 412, "stale");
        refused(endorse(endorsed, Map.of("date", "2025-01-01")), "/date", "outside-the-period");
    }

    @Test
    void an_endorsement_may_be_of_some_and_who_comes_back_is_insured_again() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        UUID third = member(sql, QNG_01_A, "2024-02-01", null);
        UUID fourth = member(sql, QNG_01_A, "2024-02-01", null);
        Response one = endorse(made, Map.of("date", "2024-02-01", "memberIds", List.of(third)));
        one.then().statusCode(200).body("insured", equalTo(3));
        refused(
                endorse(one, Map.of("date", "2024-02-01", "memberIds", List.of(third, fourth))),
                "/memberIds",
                "neither-joined-nor-left");
        leaves(sql, third, "2024-05-01");
        Response gone = endorse(one, Map.of("date", "2024-05-01", "memberIds", List.of(third)));
        gone.then().statusCode(200).body("insured", equalTo(2));
        sql.change("update directory_member set state = state #- '{placements,0,validTo}' where member_id = ?", third);
        Response back = endorse(gone, Map.of("date", "2024-07-01", "memberIds", List.of(third)));
        back.then().statusCode(200).body("insured", equalTo(3));
        assertEquals(
                List.of(third),
                insured(made, "2024-04-30").stream().filter(third::equals).toList());
        assertEquals(
                List.of(),
                insured(made, "2024-06-30").stream().filter(third::equals).toList());
        assertEquals(
                List.of(third),
                insured(made, "2024-07-01").stream().filter(third::equals).toList());
    }

    @Test
    void whoever_was_to_be_insured_from_the_day_on_which_he_left_never_was() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        leaves(sql, first, "2024-01-01");
        endorse(made, Map.of("date", "2024-01-01")).then().statusCode(200).body("insured", equalTo(1));
        assertEquals(List.of(second), insured(made, "2024-01-01"));
    }

    @Test
    void lists_come_page_by_page() {
        for (int each = 0; each < 3; each++) {
            member(sql, QNG_01_A, "2020-01-01", null);
        }
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        List<UUID> all = insured(made, "2024-01-01");
        assertEquals(5, all.size());
        String list = POLICIES + "/" + made.path("id") + "/insured?on=2024-01-01&limit=2";
        List<UUID> paged = new ArrayList<>();
        for (String next = list; next != null; ) {
            Response page = as("OFFICER", QNG).get(next);
            paged.addAll(ids(page));
            String cursor = page.path("next");
            next = cursor == null ? null : list + "&cursor=" + cursor;
        }
        assertEquals(all, paged);
        as("OFFICER", QNG)
                .get(POLICIES + "?limit=1&unit=" + QNG_01_A.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].insured", equalTo(5));
    }

    @Test
    void a_premium_is_an_entry_of_the_fund_and_taken_back_like_one() {
        String fund = fund(QNG, 1_000);
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, fund));
        String key = UUID.randomUUID().toString();
        for (int each = 0; each < 2; each++) {
            step(as("ACCOUNTANT", QNG), key, made, made.path("id") + "/premiums", premium(300))
                    .then()
                    .statusCode(200)
                    .body("paidPremium", equalTo(300));
        }
        Refusal.of(pay(as("ACCOUNTANT", QNG), made, 300), 409, "premium-paid-already");
        assertEquals(700, balance(QNG, fund));
        Response premiums = as("CHAIR", QNG).get(POLICIES + "/" + made.path("id") + "/premiums");
        premiums.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo(300))
                .body("items[0].voucher", equalTo("UNC 01/2024"))
                .body("items[0]", not(hasKey("reversedBy")));
        String entry = premiums.path("items[0].entryId");
        as("CHAIR", QNG)
                .get(entries(fund) + "/" + entry)
                .then()
                .body("kind", equalTo("EXPENSE"))
                .body("purpose", equalTo("OTHER"))
                .body("text", containsString("UNC 01/2024"));
        reverse(as("ACCOUNTANT", QNG), fund, entry, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
        as("CHAIR", QNG)
                .get(POLICIES + "/" + made.path("id"))
                .then()
                .body("paidPremium", equalTo(0))
                .body("expectedPremium", equalTo(300));
        as("CHAIR", QNG)
                .get(POLICIES + "/" + made.path("id") + "/premiums")
                .then()
                .body("items[0]", hasKey("reversedBy"));
        assertEquals(1_000, balance(QNG, fund));
        Refusal.of(pay(as("ACCOUNTANT", QNG), made, 1_001), 409, "insufficient-funds");
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void whoever_concluded_a_policy_does_not_pay_for_it_and_without_a_fund_nobody_does() {
        String fund = fund(QNG, 1_000);
        String both = QNG.account("OFFICER") + "," + QNG.account("ACCOUNTANT");
        Response made = conclude(by(both), policy(QNG_01_A, fund));
        Refusal.of(pay(by(both), made, 1), 403, "duties-not-separate");
        Refusal.of(pay(as("OFFICER", QNG), made, 1), 403, "forbidden");
        pay(as("ACCOUNTANT", QNG), made, 1).then().statusCode(200);
        Response without = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        Refusal.of(pay(as("ACCOUNTANT", QNG), without, 1), 409, "policy-without-fund");
    }

    @Test
    void a_claim_is_for_somebody_who_was_insured_on_the_day_of_the_event() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        leaves(sql, second, "2024-06-01");
        Response endorsed = endorse(made, Map.of("date", "2024-06-01"));
        String claims = endorsed.path("id") + "/claims";
        Response claimed = step(as("OFFICER", QNG), made, claims, claim(second, "2024-05-31"));
        claimed.then().statusCode(201).body("status", equalTo("CLAIMED")).body("amount", equalTo(5_000));
        as("CHAIR", QNG).get(claimed.header("Location")).then().statusCode(200);
        refused(step(as("OFFICER", QNG), made, claims, claim(second, "2024-06-01")), "/memberId", "not-insured-then");
        refused(step(as("OFFICER", QNG), made, claims, claim(first, "2023-12-31")), "/memberId", "not-insured-then");
        refused(
                step(as("OFFICER", QNG), made, claims, claim(QNG.member(), "2024-05-31")),
                "/memberId",
                "not-insured-then");
        refused(step(as("OFFICER", QNG), made, claims, claim(first, "2024-12-21")), "/date", "before-the-event");
        Map<String, Object> paid = Map.of("amount", 4_500, "date", "2024-12-28");
        String claim = claims + "/" + claimed.path("id");
        refused(
                step(as("OFFICER", QNG), claimed, claim + "/settle", with(paid, "date", "2024-12-19")),
                "/date",
                "before-the-claim");
        Response settled = step(as("OFFICER", QNG), claimed, claim + "/settle", paid);
        settled.then()
                .statusCode(200)
                .body("status", equalTo("SETTLED"))
                .body("settled", equalTo(4_500))
                .body("settledOn", equalTo("2024-12-28"));
        Map<String, Object> no = Map.of("date", "2024-12-28");
        Refusal.of(step(as("OFFICER", QNG), settled, claim + "/refuse", no), 409, "claim-decided-already");
        Response other = step(as("OFFICER", QNG), made, claims, claim(first, "2024-05-31"));
        step(as("OFFICER", QNG), other, claims + "/" + other.path("id") + "/refuse", no)
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("settled", nullValue());
        as("OFFICER", QNG)
                .get(POLICIES + "/" + claims + "?status=SETTLED")
                .then()
                .body("items.id", contains((String) claimed.path("id")));
    }

    @Test
    void nobody_claims_or_settles_for_oneself() {
        sql.change("delete from directory_member where member_id = ?", QNG_02.member());
        sql.change(
                "update directory_member set member_id = ? where member_id = ?",
                QNG_02.member(),
                member(sql, QNG_02, "2020-01-01", null));
        Response made = conclude(as("OFFICER", QNG), policy(QNG_02, null));
        String claims = made.path("id") + "/claims";
        String own = QNG_02.account("MEMBER") + "," + QNG_02.account("OFFICER");
        Refusal.of(step(by(own), made, claims, claim(QNG_02.member(), "2024-05-31")), 403, "duties-not-separate");
        Response claimed = step(as("OFFICER", QNG), made, claims, claim(QNG_02.member(), "2024-05-31"));
        claimed.then().statusCode(201);
        Refusal.of(
                step(
                        by(own),
                        claimed,
                        claims + "/" + claimed.path("id") + "/settle",
                        Map.of("amount", 1, "date", "2024-12-28")),
                403,
                "duties-not-separate");
    }

    @Test
    void what_is_written_down_must_fit() {
        Map<String, @Nullable Object> form = policy(QNG_01_A, null);
        refused(conclude(as("OFFICER", QNG), with(form, "validTo", "2024-01-01")), "/validTo", "empty-period");
        Refusal.of(
                conclude(as("OFFICER", QNG), with(form, "fundId", fund(NAN, 1))),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        refused(
                conclude(as("OFFICER", QNG), with(form, "fundId", MoneyRequests.fund(QNG))),
                "/fundId",
                "not-a-purpose-of-the-fund");
        String path = POLICIES + "/" + UUID.randomUUID();
        put(as("OFFICER", QNG), path, form).then().statusCode(201);
        put(as("OFFICER", QNG), path, form).then().statusCode(200);
        Refusal.of(put(as("OFFICER", QNG), path, with(form, "premium", 2)), 412, "already-exists");
        Refusal.of(conclude(as("OFFICER", QNG), form), 409, "policy-known-already");
    }

    @Test
    void nobody_outside_the_union_sees_a_policy_and_events_name_nobody() {
        Response made = conclude(as("OFFICER", QNG), policy(QNG_01_A, null));
        String path = POLICIES + "/" + made.path("id");
        for (String address : List.of(
                path,
                path + "/insured",
                path + "/differences",
                path + "/endorsements",
                path + "/premiums",
                path + "/claims")) {
            as("CHAIR", NAN).get(address).then().statusCode(404);
            as("CHAIR", VKSTC).get(address).then().statusCode(404);
            as("INSPECTOR", QNG).get(address).then().statusCode(200);
        }
        Refusal.of(
                step(as("CHAIR", QNG), made, made.path("id") + "/endorse", Map.of("date", today())), 403, "forbidden");
        as("OFFICER", QNG).get(POLICIES + "?limit=200&unit=" + QNG.id()).then().body("items.id", hasItem((String)
                made.path("id")));
        changes.catchUp();
        List<String> told = sql.list(
                "select state::text from change where aggregate_id = ?",
                row -> row.getString(1),
                UUID.fromString(made.path("id")));
        assertEquals(1, told.size());
        assertEquals(
                List.of(),
                told.stream()
                        .filter(each -> each.contains(first.toString()) || each.contains("Người"))
                        .toList());
    }

    private Response endorse(Response policy, Map<String, Object> form) {
        return step(as("OFFICER", QNG), policy, policy.path("id") + "/endorse", form);
    }

    private static Response pay(RequestSpecification caller, Response policy, long amount) {
        return step(caller, policy, policy.path("id") + "/premiums", premium(amount));
    }

    private static Response differences(Response policy, String day) {
        Response page = as("OFFICER", QNG).get(POLICIES + "/" + policy.path("id") + "/differences?limit=200&on=" + day);
        page.then().statusCode(200);
        return page;
    }

    private static List<UUID> insured(Response policy, String day) {
        return ids(as("OFFICER", QNG).get(POLICIES + "/" + policy.path("id") + "/insured?limit=200&on=" + day));
    }

    private static List<UUID> ids(Response page) {
        page.then().statusCode(200);
        List<String> found = page.jsonPath().getList("items.memberId");
        return found.stream().map(UUID::fromString).toList();
    }

    /// As the database orders ids.
    private static int byText(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    private static Map<String, @Nullable Object> with(Map<String, ?> form, String field, Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static void refused(Response answer, String pointer, String rule) {
        Refusal.of(answer, 422, "rule-broken", pointer, rule);
    }

    private static RequestSpecification by(String accounts) {
        return given().auth().oauth2(Tokens.of(accounts));
    }

    private static String today() {
        return LocalDate.now(BusinessTime.ZONE).toString();
    }
}
