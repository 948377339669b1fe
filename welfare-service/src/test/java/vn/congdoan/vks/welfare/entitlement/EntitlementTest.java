package vn.congdoan.vks.welfare.entitlement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.ENTITLEMENTS;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.EVENTS;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.RULES;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.note;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.noteForm;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.person;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.post;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.rule;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.ruleForm;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.set;
import static vn.congdoan.vks.welfare.entitlement.EntitlementRequests.step;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;

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
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Whoever is entitled by a rule and has nothing yet stands on the list, says why, and goes when support is asked
/// for.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class EntitlementTest {

    private final LocalDate today = LocalDate.now(BusinessTime.ZONE);

    @Inject
    Sql sql;

    @BeforeEach
    void no_rules_and_no_notes_of_other_tests() {
        sql.change("delete from entitlement_set_aside");
        sql.change("delete from life_event");
        sql.change("delete from entitlement_rule");
        sql.change("delete from directory_member where full_name like '% Hưởng'");
    }

    @AfterEach
    void nobody_stays() {
        no_rules_and_no_notes_of_other_tests();
    }

    @Test
    void who_retired_is_entitled_by_the_rule_of_that_day_and_the_row_says_why() {
        String rule = rule(QNG, "RETIRED", "RETIREE_GIFT", 60).path("id");
        LocalDate day = today.minusDays(60);
        UUID retired = person(sql, QNG_01, "Trần Văn Hưởng", day.toString(), "RETIRED");
        person(sql, QNG_01, "Lê Thị Hưởng", today.minusDays(10).toString(), "RESIGNED");
        person(sql, QNG_01, "Lê Văn Hưởng", null, null);
        list("").then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].memberId", equalTo(retired.toString()))
                .body("items[0].fullName", equalTo("Trần Văn Hưởng"))
                .body("items[0].unitId", equalTo(QNG_01.id().toString()))
                .body("items[0].reason", equalTo("RETIRED"))
                .body("items[0].source", equalTo("MEMBERSHIP"))
                .body("items[0].happenedOn", equalTo(day.toString()))
                .body("items[0].dueFrom", equalTo(day.toString()))
                .body("items[0].dueUntil", equalTo(today.toString()))
                .body("items[0].rule.id", equalTo(rule))
                .body("items[0].rule.legalBasis", equalTo("Quy chế chi tiêu nội bộ"))
                .body("items[0].rule.decisionNumber", equalTo("03/NQ-BCH"))
                .body("items[0].start.href", equalTo("/api/v1/support-cases"))
                .body("items[0].start.kind", equalTo("RETIREE_GIFT"))
                .body("items[0].start.beneficiary.kind", equalTo("RETIREE"));
    }

    @Test
    void what_the_row_says_to_send_is_a_case_and_takes_it_off_the_list() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        person(sql, QNG_01, "Trần Văn Hưởng", today.minusDays(5).toString(), "RETIRED");
        Response before = list("");
        Response made = request(as("OFFICER", QNG_01), started(before, today.minusDays(1)));
        made.then().statusCode(201);
        list("").then().body("items", hasSize(0));
        sql.change("update support_case set status = 'WITHDRAWN' where case_id = ?", UUID.fromString(made.path("id")));
        list("").then().body("items", hasSize(1));
        Map<String, @Nullable Object> other = started(before, today.minusDays(1));
        other.put("kind", "HARDSHIP");
        request(as("OFFICER", QNG_01), other).then().statusCode(201);
        Map<String, @Nullable Object> earlier = started(before, today.minusDays(6));
        request(as("OFFICER", QNG_01), earlier).then().statusCode(201);
        list("").then().body("items", hasSize(1));
    }

    @Test
    void lines_of_programmes_and_proposals_and_care_take_it_off_the_list_as_well() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", today.minusDays(5).toString(), "RETIRED");
        List<String> served = List.of("""
                with made as (
                    insert into support_programme (programme_id, version, owner_union_id, unit_id, fund_id, kind, name, groups,
                        listed_on, amount, status, recorded_at, created_as)
                    values (gen_random_uuid(), 0, ?1, ?1, ?1, 'RETIREE_GIFT', 'Hưởng', '{RETIREES}', '?3', 1, 'LISTED', now(), '')
                    returning programme_id)
                insert into programme_line (line_id, programme_id, member_id, amount, state)
                select gen_random_uuid(), programme_id, ?2, 1, 'LISTED' from made
                """, """
                with made as (
                    insert into proposal (proposal_id, version, owner_union_id, unit_id, superior_body, title, proposed_on, stage,
                        round, recorded_at, changed_at, created_as)
                    values (gen_random_uuid(), 0, ?1, ?1, 'CĐVC', 'Hưởng', '?3', 'DRAFT', 0, now(), now(), '')
                    returning proposal_id)
                insert into proposal_line (line_id, proposal_id, beneficiary_kind, member_id, kind, amount, sent)
                select gen_random_uuid(), proposal_id, 'RETIREE', ?2, 'RETIREE_GIFT', 1, false from made
                """, """
                insert into care_commitment (commitment_id, version, owner_union_id, unit_id, kind, beneficiary_kind, fund_id,
                    amount, every_months, first_due_on, amount_of_year, written_on, status, recorded_at, member_id, created_as)
                values (gen_random_uuid(), 0, ?1, ?1, 'RETIREE_GIFT', 'RETIREE', ?1, 1, 1, '?3', 12, '?3', 'PROPOSED', now(), ?2, '')
                """);
        List<String> undone = List.of(
                "update programme_line set state = 'LEFT_OUT' where member_id = ?2",
                "update proposal set stage = 'WITHDRAWN' where title = 'Hưởng'",
                "update care_commitment set status = 'CANCELLED' where member_id = ?2");
        for (int each = 0; each < served.size(); each++) {
            list("").then().body("items", hasSize(1));
            sql.change(filled(served.get(each), who));
            list("").then().body("items", hasSize(0));
            sql.change(filled(undone.get(each), who));
        }
        list("").then().body("items", hasSize(1));
        sql.change("delete from support_programme where name = 'Hưởng'");
        sql.change("delete from proposal where title = 'Hưởng'");
        sql.change(filled("delete from care_commitment where member_id = ?2", who));
    }

    private String filled(String statement, UUID who) {
        return statement
                .replace("?1", "'" + QNG.id() + "'")
                .replace("?2", "'" + who + "'")
                .replace("?3", today.minusDays(1).toString());
    }

    @Test
    void days_that_are_over_are_only_shown_as_what_was_missed() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        person(sql, QNG_01, "Trần Văn Hưởng", today.minusDays(61).toString(), "RETIRED");
        list("").then().body("items", hasSize(0));
        list("&lapsed=true").then().body("items", hasSize(1));
        int year = today.minusDays(61).getYear();
        list("&lapsed=true&year=" + year).then().body("items", hasSize(1));
        list("&lapsed=true&year=" + (year - 1)).then().body("items", hasSize(0));
    }

    @Test
    void a_rule_holds_for_what_happens_until_the_next_one_begins_and_one_without_a_kind_ends_it() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 700);
        Map<String, @Nullable Object> next = ruleForm(QNG, "RETIRED", "OTHER", 700);
        next.put("validFrom", today.minusDays(100).toString());
        set(as("CHAIR", QNG), next).then().statusCode(201);
        Map<String, @Nullable Object> last = ruleForm(QNG, "RETIRED", null, 700);
        last.put("validFrom", today.minusDays(50).toString());
        set(as("CHAIR", QNG), last).then().statusCode(201);
        person(sql, QNG_01, "Một Hưởng", today.minusDays(101).toString(), "RETIRED");
        person(sql, QNG_01, "Hai Hưởng", today.minusDays(100).toString(), "RETIRED");
        person(sql, QNG_01, "Ba Hưởng", today.minusDays(50).toString(), "RETIRED");
        list("").then()
                .body("items.fullName", equalTo(List.of("Hai Hưởng", "Một Hưởng")))
                .body("items.start.kind", equalTo(List.of("OTHER", "RETIREE_GIFT")));
    }

    @Test
    void when_somebody_died_the_relatives_are_supported() {
        rule(QNG, "DECEASED", "BEREAVEMENT", 90);
        person(sql, QNG_02, "Trần Văn Hưởng", today.minusDays(3).toString(), "DECEASED");
        list("").then()
                .body("items[0].reason", equalTo("DECEASED"))
                .body("items[0].start.beneficiary.kind", equalTo("RELATIVE"));
    }

    @Test
    void a_noted_bereavement_entitles_until_it_is_withdrawn_and_of_two_each_needs_a_case() {
        rule(QNG, "BEREAVED", "BEREAVEMENT", 90);
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", null, null);
        note(QNG_01, who, "BEREAVEMENT", today.minusDays(40).toString()).then().statusCode(201);
        Response second = note(QNG_01, who, "BEREAVEMENT", today.minusDays(20).toString());
        second.then().statusCode(201).body("relation", equalTo("mẹ"));
        Response both = list("&reason=BEREAVED");
        both.then()
                .body("items", hasSize(2))
                .body("items[0].source", equalTo("LIFE_EVENT"))
                .body("items[0].sourceId", equalTo(second.path("id")))
                .body("items[0].start.beneficiary.kind", equalTo("MEMBER"));
        request(as("OFFICER", QNG_01), started(both, today.minusDays(30)))
                .then()
                .statusCode(201);
        list("").then().body("items.sourceId", equalTo(List.of(second.<String>path("id"))));
        Response withdrawn = step(as("OFFICER", QNG_01), second, "withdraw", Map.of("reason", "Ghi nhầm"));
        withdrawn.then().statusCode(200).body("withdrawal", equalTo("Ghi nhầm"));
        list("").then().body("items", hasSize(0));
        Refusal.of(
                step(as("OFFICER", QNG_01), withdrawn, "withdraw", Map.of("reason", "Ghi nhầm")),
                409,
                "life-event-withdrawn");
    }

    @Test
    void an_illness_entitles_when_it_has_lasted_long_enough_and_not_if_it_was_over_before() {
        Map<String, @Nullable Object> rule = ruleForm(QNG, "LONG_ILLNESS", "CRITICAL_ILLNESS", 60);
        rule.put("afterDays", 30);
        set(as("CHAIR", QNG), rule).then().statusCode(201).body("afterDays", equalTo(30));
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", null, null);
        note(QNG_01, who, "ILLNESS", today.minusDays(29).toString()).then().statusCode(201);
        list("").then().body("items", hasSize(0));
        UUID other = person(sql, QNG_01, "Lê Văn Hưởng", null, null);
        Response ill = note(QNG_01, other, "ILLNESS", today.minusDays(30).toString());
        list("").then()
                .body("items.memberId", equalTo(List.of(other.toString())))
                .body("items[0].dueFrom", equalTo(today.toString()));
        step(
                        as("OFFICER", QNG_01),
                        ill,
                        "end",
                        Map.of("date", today.minusDays(1).toString()))
                .then()
                .statusCode(200)
                .body("endedOn", equalTo(today.minusDays(1).toString()));
        list("").then().body("items", hasSize(0));
    }

    @Test
    void a_case_of_illness_that_is_open_for_long_is_an_illness_that_nobody_noted() {
        Map<String, @Nullable Object> rule = ruleForm(QNG, "LONG_ILLNESS", "CRITICAL_ILLNESS", 60);
        rule.put("afterDays", 30);
        set(as("CHAIR", QNG), rule).then().statusCode(201);
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", null, null);
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", QNG_01.id());
        form.put("kind", "ILLNESS");
        form.put("beneficiary", Map.of("kind", "MEMBER", "memberId", who));
        form.put("date", today.minusDays(31).toString());
        form.put("reason", "Ốm");
        String made = request(as("OFFICER", QNG_01), form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        list("").then()
                .body("items.source", equalTo(List.of("SUPPORT_CASE")))
                .body("items.sourceId", equalTo(List.of(made)));
        Response noted = note(QNG_01, who, "ILLNESS", today.minusDays(35).toString());
        list("").then().body("items.sourceId", equalTo(List.of(noted.<String>path("id"))));
    }

    @Test
    void before_tet_those_who_have_retired_are_entitled_and_those_who_retire_later_are_not() {
        rule(QNG, "TET_OF_RETIREES", "RETIREE_GIFT", 60);
        rule(QNG, "TET_OF_MEMBERS", "OTHER", 60);
        person(sql, QNG_01, "Một Hưởng", "2020-01-01", "RETIRED");
        person(sql, QNG_01, "Hai Hưởng", "2023-01-22", "RETIRED");
        person(sql, QNG_01, "Ba Hưởng", "2023-01-23", "RETIRED");
        list("&year=2023&lapsed=true&reason=TET_OF_RETIREES")
                .then()
                .body("items.size()", equalTo(2))
                .body("items.happenedOn", equalTo(List.of("2023-01-22", "2023-01-22")))
                .body("items.dueFrom", equalTo(List.of("2022-11-23", "2022-11-23")))
                .body("items.dueUntil", equalTo(List.of("2023-01-22", "2023-01-22")))
                .body("items.source", equalTo(List.of("CALENDAR", "CALENDAR")));
        UUID member = person(sql, QNG_02, "Bốn Hưởng", null, null);
        list("&year=2023&lapsed=true&reason=TET_OF_MEMBERS&unit=" + QNG_02.id())
                .then()
                .body("items.findAll { it.fullName.endsWith('Hưởng') }.memberId", equalTo(List.of(member.toString())));
    }

    @Test
    void who_is_set_aside_for_a_reason_is_off_the_list_until_taken_up_again() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", today.minusDays(5).toString(), "RETIRED");
        String id = list("").path("items[0].id");
        Map<String, Object> form = Map.of("memberId", who, "why", "Từ chối nhận");
        for (RequestSpecification other : List.of(as("CHAIR", QNG), as("INSPECTOR", QNG))) {
            Refusal.of(post(other, id + "/set-aside", form), 403, "forbidden");
        }
        Refusal.of(post(as("OFFICER", NAN), id + "/set-aside", form), 404, "not-found");
        Refusal.of(post(as("OFFICER", QNG), UUID.randomUUID() + "/set-aside", form), 404, "not-found");
        post(as("OFFICER", QNG), id + "/set-aside", form)
                .then()
                .statusCode(200)
                .body("setAside.why", equalTo("Từ chối nhận"));
        list("").then().body("items", hasSize(0));
        list("&setAside=true").then().body("items.id", equalTo(List.of(id)));
        Refusal.of(post(as("OFFICER", QNG), id + "/set-aside", form), 409, "entitlement-set-aside");
        Refusal.of(post(as("OFFICER", NAN), id + "/take-up", null), 404, "not-found");
        post(as("OFFICER", QNG), id + "/take-up", null).then().statusCode(204);
        list("").then().body("items.id", equalTo(List.of(id))).body("items[0]", not(hasKey("setAside")));
        Refusal.of(post(as("OFFICER", QNG), id + "/take-up", null), 404, "not-found");
    }

    @Test
    void nobody_of_another_union_and_nobody_above_sees_who_is_entitled() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", today.minusDays(5).toString(), "RETIRED");
        Response noted = note(QNG_01, who, "ILLNESS", today.minusDays(1).toString());
        for (RequestSpecification stranger : List.of(as("CHAIR", VKSTC), as("INSPECTOR", VKSTC), as("OFFICER", NAN))) {
            Refusal.of(
                    stranger.get(ENTITLEMENTS + "?unit=" + QNG.id()), 404, "not-found", "?unit", "unknown-reference");
        }
        for (RequestSpecification stranger : List.of(as("CHAIR", VKSTC), as("OFFICER", NAN), as("OFFICER", QNG_02))) {
            stranger.get(ENTITLEMENTS).then().statusCode(200).body("items", hasSize(0));
            Refusal.of(stranger.get(EVENTS + "/" + noted.path("id")), 404, "not-found");
        }
        as("OFFICER", QNG_01).get(ENTITLEMENTS).then().body("items", hasSize(1));
        Refusal.of(as("ADMIN", QNG).get(ENTITLEMENTS), 403, "forbidden");
        Refusal.of(
                note(as("CHAIR", QNG), UUID.randomUUID(), noteForm(QNG, who, "BIRTH", "2024-01-01")), 403, "forbidden");
    }

    @Test
    void what_a_note_tells_of_health_is_sealed_and_shown_for_a_purpose() {
        UUID who = person(sql, QNG_01, "Trần Văn Hưởng", null, null);
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> form = noteForm(QNG_01, who, "ILLNESS", "2023-11-05");
        Response made = note(as("OFFICER", QNG_01), id, form);
        made.then().statusCode(201).body("hasHealthNote", equalTo(true)).body("$", not(hasKey("healthNote")));
        note(as("OFFICER", QNG_01), id, form).then().statusCode(200);
        form.put("date", "2023-11-06");
        Refusal.of(note(as("OFFICER", QNG_01), id, form), 412, "already-exists");
        String kept = sql.one(
                        "select convert_from(health_note, 'LATIN1') from life_event where event_id = ?",
                        row -> row.getString(1),
                        id)
                .orElseThrow();
        assertTrue(!kept.contains("nội trú") && !kept.contains("tr"), kept);
        MovingContract.carry(QNG.id());
        as("CHAIR", QNG)
                .get(EVENTS + "/" + id + "?purpose=Thăm hỏi")
                .then()
                .statusCode(200)
                .body("healthNote", equalTo("Điều trị nội trú"));
        assertEquals(
                1L,
                sql.one(
                                "select count(*) from audit_entry where resource_id = ? and purpose = 'Thăm hỏi'",
                                row -> row.getLong(1),
                                id)
                        .orElseThrow());
    }

    @Test
    void notes_are_of_the_unions_own_people_and_of_the_past() {
        UUID who = person(sql, NAN, "Trần Văn Hưởng", null, null);
        Refusal.of(note(QNG, who, "BIRTH", "2024-01-01"), 422, "rule-broken", "/memberId", "unknown-member");
        UUID own = person(sql, QNG, "Lê Văn Hưởng", null, null);
        Refusal.of(note(QNG, own, "BIRTH", today.plusDays(1).toString()), 422, "rule-broken", "/date", "in-the-future");
        Map<String, @Nullable Object> form = noteForm(QNG, own, "BIRTH", "2024-01-01");
        form.put("relation", "mẹ");
        Refusal.of(
                note(as("OFFICER", QNG), UUID.randomUUID(), form),
                400,
                "invalid-request",
                "/relation",
                "not-for-this-kind");
        Response born = note(QNG, own, "BIRTH", "2024-01-01");
        Refusal.of(step(as("OFFICER", QNG), born, "end", Map.of("date", "2024-01-02")), 409, "life-event-does-not-end");
        Response ill = note(QNG, own, "ILLNESS", "2024-01-01");
        Refusal.of(
                step(as("OFFICER", QNG), ill, "end", Map.of("date", "2023-12-31")),
                422,
                "rule-broken",
                "/date",
                "before-it-began");
        as("OFFICER", QNG).get(EVENTS + "?member=" + own).then().statusCode(200).body("items.kind.size()", equalTo(2));
    }

    @Test
    void rules_are_set_by_the_chair_of_the_union_once_for_a_day() {
        Map<String, @Nullable Object> form = ruleForm(QNG, "BIRTH", "BIRTH", 30);
        Refusal.of(set(as("OFFICER", QNG), form), 403, "forbidden");
        String id = set(as("CHAIR", QNG), form).then().statusCode(201).extract().path("id");
        Refusal.of(set(as("CHAIR", QNG), form), 409, "rule-begins-already", "/validFrom", "taken");
        Map<String, @Nullable Object> section = ruleForm(QNG_01, "BIRTH", "BIRTH", 30);
        Refusal.of(set(as("CHAIR", QNG), section), 422, "rule-broken", "/unitId", "not-a-union");
        form.put("afterDays", 3);
        Refusal.of(set(as("CHAIR", QNG), form), 400, "invalid-request", "/afterDays", "not-for-this-kind");
        as("OFFICER", QNG).get(RULES + "/" + id).then().statusCode(200).body("withinDays", equalTo(30));
        as("OFFICER", QNG).get(RULES + "?unit=" + QNG.id()).then().body("items.id", equalTo(List.of(id)));
        Refusal.of(as("CHAIR", VKSTC).get(RULES + "/" + id), 404, "not-found");
    }

    @Test
    void the_list_goes_on_page_by_page_in_the_order_of_days() {
        rule(QNG, "RETIRED", "RETIREE_GIFT", 60);
        for (int days = 1; days <= 5; days++) {
            person(sql, QNG_01, days + " Hưởng", today.minusDays(days / 2).toString(), "RETIRED");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            Response answer = list("&limit=2" + cursor);
            seen.addAll(answer.<List<String>>path("items.id"));
            cursor = "&cursor=" + answer.path("next");
        }
        assertEquals(list("").<List<String>>path("items.id"), seen);
        assertEquals(5, seen.size());
    }

    private static Response list(String query) {
        return as("OFFICER", QNG)
                .get(ENTITLEMENTS + (query.contains("limit=") ? "?" : "?limit=100&") + query.replaceFirst("^&", ""));
    }

    private static Map<String, @Nullable Object> started(Response listed, LocalDate day) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>(listed.<Map<String, Object>>path("items[0].start"));
        form.remove("href");
        form.put("date", day.toString());
        form.put("reason", "Theo quy định");
        return form;
    }
}
