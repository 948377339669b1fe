package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReorganizationsTest {

    private static final String PATH = "/api/v1/reorganizations";
    private static final String DAY = "2025-07-01";

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String officer = code + "-officer";

    @Test
    void a_merged_union_ends_with_its_assignments_and_its_members_go_on_in_the_successor() {
        String other = Api.newCode();
        String successor = Api.union(code, "OFFICER");
        String ending = Api.union(other, "OFFICER");
        String section = Api.section(other + "-admin", ending, other + "-1");
        List<String> direct = enrol(other + "-officer", ending, 2);
        List<String> inSection = enrol(other + "-officer", section, 1);
        enrol(officer, successor, 1);

        apply(Api.FIRST_ADMIN, merge(List.of(ending), successor));

        Api.as(officer).get("/api/v1/units/" + ending).then().body("validTo", equalTo(DAY));
        Api.as(officer)
                .get("/api/v1/units/" + section)
                .then()
                .body("parentId", equalTo(successor))
                .body("unionId", equalTo(successor))
                .body("validFrom", equalTo(DAY));
        for (String member : List.of(direct.getFirst(), inSection.getFirst())) {
            Api.as(officer).get("/api/v1/members/" + member).then().statusCode(200);
        }
        Api.as(officer)
                .get("/api/v1/members/" + direct.getFirst())
                .then()
                .body("unit.id", equalTo(successor))
                .body("status", equalTo("ACTIVE"));
        Api.as(other + "-officer").get("/api/v1/members").then().statusCode(403);
        statistics(officer, successor, "2025-06-30").body("own.members", equalTo(1));
        statistics(officer, successor, DAY).body("own.members", equalTo(4)).body("direct.members", equalTo(3));
        statistics(Api.FIRST_ADMIN, ending, "2025-06-30").body("own.members", equalTo(3));
    }

    @Test
    void officers_of_the_successor_read_what_the_ended_union_left_behind() {
        String other = Api.newCode();
        String successor = Api.union(code, "OFFICER");
        String ending = Api.union(other, "OFFICER", "CHAIR");
        String left = enrol(other + "-officer", ending, 1).getFirst();
        Api.act(
                        other + "-officer",
                        "/api/v1/members/" + left,
                        "end",
                        Map.of("reason", "RETIRED", "effectiveDate", "2024-01-01"))
                .statusCode(200);
        Api.as(officer).get("/api/v1/members/" + left).then().statusCode(404);

        apply(Api.FIRST_ADMIN, merge(List.of(ending), successor));

        Api.as(officer)
                .get("/api/v1/members/" + left)
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("unit.id", equalTo(ending));
    }

    @Test
    void a_section_is_divided_and_those_not_named_go_to_the_first() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        List<String> members = enrol(officer, section, 3);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        apply(
                admin,
                form(
                        "SPLIT",
                        List.of(section),
                        Map.of(
                                "successors",
                                List.of(
                                        Map.of("founded", founded(first, union, code + "-A")),
                                        Map.of(
                                                "founded",
                                                founded(second, union, code + "-B"),
                                                "members",
                                                List.of(members.get(1)))))));

        Api.as(officer).get("/api/v1/members/" + members.getFirst()).then().body("unit.id", equalTo(first));
        Api.as(officer).get("/api/v1/members/" + members.get(1)).then().body("unit.id", equalTo(second));
        statistics(officer, union, DAY)
                .body("own.members", equalTo(3))
                .body("children.unit.code", contains(code + "-A", code + "-B"))
                .body("children.members", contains(2, 1));
        statistics(officer, union, "2025-06-30").body("children.unit.code", contains(code + "-1"));
    }

    @Test
    void a_dissolved_unit_ends_with_all_below_it_and_with_the_memberships() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String group = Api.create(
                        admin,
                        "/api/v1/units",
                        Map.of(
                                "kind",
                                "GROUP",
                                "parentId",
                                section,
                                "code",
                                code + "-1-1",
                                "name",
                                "Tổ",
                                "validFrom",
                                "2000-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        String member = enrol(officer, group, 1).getFirst();

        apply(admin, form("DISSOLVE", List.of(section), Map.of()));

        Api.as(officer)
                .get("/api/v1/members/" + member)
                .then()
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("UNIT_DISSOLVED"));
        Api.as(officer).get("/api/v1/units/" + group).then().body("validTo", equalTo(DAY));
        statistics(officer, union, DAY).body("own.members", equalTo(0));
    }

    @Test
    void a_renamed_unit_has_its_old_name_before_the_day() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");

        apply(admin, form("RENAME", List.of(section), Map.of("name", "Bộ phận mới", "code", code + "-9")));

        Api.as(officer)
                .get("/api/v1/units/" + section)
                .then()
                .body("name", equalTo("Bộ phận mới"))
                .body("code", equalTo(code + "-9"));
        statistics(officer, section, "2025-06-30").body("unit.name", equalTo("Bộ phận " + code + "-1"));
        Api.as(officer)
                .get("/api/v1/units/" + section + "?asOf=2025-06-30")
                .then()
                .body("code", equalTo(code + "-1"))
                .body("validTo", equalTo(DAY));
        Api.as(officer)
                .get("/api/v1/units?asOf=2025-06-30&parent=" + union)
                .then()
                .body("items.code", contains(code + "-1"));
        Api.as(officer).get("/api/v1/units?parent=" + union).then().body("items.code", contains(code + "-9"));
    }

    @Test
    void a_unit_goes_under_another_with_all_that_is_below_it() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String group = Api.create(
                        admin,
                        "/api/v1/units",
                        Map.of(
                                "kind",
                                "GROUP",
                                "parentId",
                                union,
                                "code",
                                code + "-T",
                                "name",
                                "Tổ",
                                "validFrom",
                                "2000-01-01"))
                .statusCode(201)
                .extract()
                .path("id");

        apply(admin, form("REPARENT", List.of(group), Map.of("parentId", section)));

        Api.as(officer).get("/api/v1/units/" + group).then().body("parentId", equalTo(section));
        apply(admin, form("REPARENT", List.of(section), Map.of("parentId", group)), 422)
                .body("errors.code", hasItem("below-itself"));
    }

    @Test
    void a_preview_tells_everything_and_changes_nothing() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        enrol(officer, first, 2);
        Api.grant(admin, code + "-x", "OFFICER", first).statusCode(201);

        Api.create(admin, PATH + "?dryRun=true", merge(List.of(first), second))
                .statusCode(200)
                .body("membersMoving", equalTo(2))
                .body("membersEnding", equalTo(0))
                .body("assignmentsEnding", equalTo(1))
                .body("units.unit.code", contains(code + "-1"))
                .body("units.effect", contains("ENDS"))
                .body("refusals", empty());

        Api.as(officer).get("/api/v1/units/" + first).then().body("validTo", nullValue());
        Api.as(officer).get(PATH + "?unit=" + first).then().body("items", empty());
    }

    @Test
    void what_stands_against_it_is_told_by_the_preview_and_refused_by_the_application() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        apply(admin, form("RENAME", List.of(first), Map.of("name", "Tên sau", "effectiveDate", "2025-09-01")));

        Map<String, Object> merge = merge(List.of(first), second);
        Api.create(admin, PATH + "?dryRun=true", merge)
                .statusCode(200)
                .body("refusals.code", contains("changed-later"));
        apply(admin, merge, 422).body("errors.code", contains("changed-later"));
        Api.as(officer).get("/api/v1/units/" + first).then().body("validTo", nullValue());
    }

    @Test
    void one_to_come_is_scheduled_and_done_when_its_day_has_come() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        LocalDate tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        Map<String, Object> form =
                form("RENAME", List.of(section), Map.of("name", "Mai", "effectiveDate", "" + tomorrow));
        String id = apply(admin, form, 200)
                .body("status", equalTo("SCHEDULED"))
                .extract()
                .path("id");
        Api.as(officer).get("/api/v1/units/" + section).then().body("name", not(equalTo("Mai")));

        Api.act(admin, PATH + "/" + id, "cancel", Map.of()).statusCode(200).body("status", equalTo("CANCELLED"));
        Api.act(admin, PATH + "/" + id, "cancel", Map.of())
                .statusCode(409)
                .body("code", equalTo("reorganization-closed"));
        Api.act(admin, PATH + "/" + id, "apply", Map.of()).statusCode(409);
    }

    @Test
    void of_an_application_and_a_cancellation_at_once_one_happens() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String id = draft(admin, form("RENAME", List.of(section), Map.of("name", "Một lần")), 201)
                .extract()
                .path("id");

        String tag = Api.as(admin).get(PATH + "/" + id).getHeader("ETag");
        List<Integer> statuses = new ArrayList<>();
        for (Response each : Api.atOnce(
                6,
                () -> Api.as(admin)
                        .header("If-Match", tag)
                        .post(PATH + "/" + id + (Math.random() < 0.5 ? "/apply" : "/cancel")))) {
            statuses.add(each.statusCode());
        }

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(5, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
    }

    @Test
    void an_admin_decides_inside_the_own_union_only_and_the_central_one_on_unions() {
        String union = Api.union(code, "OFFICER");
        String other = Api.union(Api.newCode());
        String section = Api.section(admin, union, code + "-1");

        draft(admin, form("DISSOLVE", List.of(union), Map.of()), 403);
        draft(admin, merge(List.of(other), union), 403);
        draft(admin, form("REPARENT", List.of(section), Map.of("parentId", other)), 403);
        draft(officer, form("DISSOLVE", List.of(section), Map.of()), 403);
        draft(Api.FIRST_ADMIN, form("DISSOLVE", List.of(section), Map.of()), 403);
        draft(Api.FIRST_ADMIN, form("DISSOLVE", List.of(Api.central()), Map.of()), 201);
    }

    @Test
    void an_admin_of_a_section_decides_on_what_is_below_it() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String group = Api.create(
                        admin,
                        "/api/v1/units",
                        Map.of(
                                "kind",
                                "GROUP",
                                "parentId",
                                section,
                                "code",
                                code + "-T",
                                "name",
                                "Tổ",
                                "validFrom",
                                "2000-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        Api.grant(admin, code + "-below", "ADMIN", section).statusCode(201);

        apply(code + "-below", form("RENAME", List.of(group), Map.of("name", "Tổ mới")));
        draft(code + "-below", form("REPARENT", List.of(group), Map.of("parentId", union)), 403)
                .body("errors[0].pointer", equalTo("/parentId"));
    }

    @Test
    void history_is_not_woven_into_what_came_later() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        String third = Api.section(admin, union, code + "-3");
        apply(admin, with(merge(List.of(second), third), "effectiveDate", "2025-09-01"));

        apply(admin, merge(List.of(first), second), 422).body("errors.code", contains("changed-later"));
        apply(admin, with(merge(List.of(third), second), "effectiveDate", "2025-06-01"), 422)
                .body("errors.code", hasItem("changed-later"));
        Api.section(admin, first, code + "-4", "GROUP", "2025-08-01");
        apply(admin, merge(List.of(first), third), 422).body("errors.code", contains("units-later"));
    }

    @Test
    void sections_that_came_from_a_merged_union_go_on_into_others_on_the_same_day() {
        String other = Api.newCode();
        String successor = Api.union(code, "OFFICER");
        String ending = Api.union(other, "OFFICER");
        String coming = Api.section(other + "-admin", ending, other + "-1");
        String staying = Api.section(admin, successor, code + "-1");
        String member = enrol(other + "-officer", coming, 1).getFirst();
        apply(Api.FIRST_ADMIN, merge(List.of(ending), successor));

        apply(admin, merge(List.of(coming), staying));

        Api.as(officer)
                .get("/api/v1/units/" + coming)
                .then()
                .body("validTo", equalTo(DAY))
                .body("unionId", equalTo(ending));
        Api.as(officer).get("/api/v1/members/" + member).then().body("unit.id", equalTo(staying));
        statistics(officer, successor, DAY)
                .body("own.members", equalTo(1))
                .body("children.unit.code", contains(code + "-1"));
    }

    @Test
    void a_new_unit_may_take_the_code_of_one_that_ends_and_no_other() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        Api.section(admin, union, code + "-3");
        String id = UUID.randomUUID().toString();

        apply(admin, mergeInto(List.of(first, second), founded(id, union, code + "-3")), 422)
                .body("errors.code", contains("code-taken"));
        apply(admin, mergeInto(List.of(first, second), founded(id, first, code + "-5")), 422)
                .body("errors.code", hasItem("below-itself"));
        apply(admin, mergeInto(List.of(first, second), founded(id, union, code + "-1")));
        Api.as(officer).get("/api/v1/units/" + id).then().body("code", equalTo(code + "-1"));
    }

    @Test
    void whoever_stays_in_a_divided_unit_takes_no_step() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        List<String> members = enrol(officer, section, 3);
        String part = UUID.randomUUID().toString();
        Map<String, Object> form = form(
                "SPLIT",
                List.of(section),
                Map.of(
                        "successors",
                        List.of(
                                Map.of("unitId", section),
                                Map.of(
                                        "founded",
                                        founded(part, union, code + "-2"),
                                        "members",
                                        List.of(members.getLast())))));

        Api.create(admin, PATH + "?dryRun=true", form).body("membersMoving", equalTo(1));
        apply(admin, form);

        Api.as(officer).get("/api/v1/members/" + members.getLast()).then().body("unit.id", equalTo(part));
        assertEquals(List.of("ENROLLED"), steps(members.getFirst()));
        assertEquals(List.of("ENROLLED", "MOVED"), steps(members.getLast()));
        Api.as(officer).get("/api/v1/units/" + section).then().body("validTo", nullValue());
    }

    @Test
    void numbers_that_would_meet_in_the_successor_are_refused() {
        String union = Api.union(code, "OFFICER");
        String third = Api.newCode();
        String other = Api.newCode();
        for (String each : List.of(third, other)) {
            String province = Api.union(each, "OFFICER");
            enrol(each + "-officer", province, Map.of("memberNumber", "0001"));
        }
        List<String> predecessors = List.of(unit(third), unit(other));

        Api.create(Api.FIRST_ADMIN, PATH + "?dryRun=true", merge(predecessors, union))
                .statusCode(200)
                .body("refusals.code", contains("numbers-taken"));
        apply(Api.FIRST_ADMIN, merge(predecessors, union), 422).body("errors.code", contains("numbers-taken"));
    }

    @Test
    void nobody_is_enrolled_or_given_a_role_in_a_unit_that_has_ended() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        apply(admin, merge(List.of(first), second));

        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of(row(first, Map.of()))))
                .statusCode(200)
                .body("items[0].outcome", equalTo("REJECTED"))
                .body("items[0].errors[0].code", equalTo("unit-ended"));
        Api.grant(admin, code + "-late", "OFFICER", first)
                .statusCode(422)
                .body("errors[0].code", equalTo("unit-ended"));
    }

    @Test
    void what_was_applied_is_neither_applied_nor_cancelled_again_and_its_creation_may_be_repeated() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        String path = PATH + "/" + UUID.randomUUID();
        Map<String, Object> form = merge(List.of(first), second);
        put(path, form).statusCode(201);
        Api.act(admin, path, "apply", Map.of()).statusCode(200);

        put(path, form).statusCode(200).body("status", equalTo("APPLIED"));
        Api.act(admin, path, "apply", Map.of()).statusCode(409).body("code", equalTo("reorganization-closed"));
        Api.act(admin, path, "cancel", Map.of()).statusCode(409);
    }

    @Test
    void members_named_for_a_part_must_be_in_the_unit() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        Map<String, Object> form = form(
                "SPLIT",
                List.of(section),
                Map.of(
                        "successors",
                        List.of(
                                Map.of("unitId", section),
                                Map.of(
                                        "founded",
                                        founded(UUID.randomUUID().toString(), union, code + "-2"),
                                        "members",
                                        List.of(UUID.randomUUID().toString())))));

        apply(admin, form, 422).body("errors.code", contains("members-not-there"));
    }

    @Test
    void a_form_says_what_its_kind_needs() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");

        draft(admin, form("RENAME", List.of(section), Map.of()), 422).body("errors[0].pointer", equalTo("/name"));
        draft(admin, form("MERGE", List.of(section), Map.of()), 422).body("errors[0].pointer", equalTo("/successors"));
        draft(admin, form("REPARENT", List.of(section), Map.of()), 422).body("errors[0].pointer", equalTo("/parentId"));
        draft(admin, form("DISSOLVE", List.of(UUID.randomUUID().toString()), Map.of()), 422)
                .body("errors[0].code", equalTo("unit-not-existing-then"));
        draft(admin, form("DISSOLVE", List.of(), Map.of()), 400);
    }

    private List<String> enrol(String by, String unit, int members) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < members; row++) {
            rows.add(row(unit, Map.of()));
        }
        return enrol(by, rows);
    }

    private void enrol(String by, String unit, Map<String, ?> more) {
        enrol(by, List.of(row(unit, more)));
    }

    private List<String> enrol(String by, List<Map<String, Object>> rows) {
        Api.create(by, "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .body("items.findAll { it.outcome != 'CREATED' }", empty());
        return rows.stream().map(row -> (String) row.get("id")).toList();
    }

    private static Map<String, Object> row(String unit, Map<String, ?> more) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "unitId",
                unit,
                "fullName",
                "Nguyễn Văn An",
                "gender",
                "MALE",
                "birth",
                Map.of("year", 1980),
                "joinedOn",
                "2010-01-01",
                "placedSince",
                "2010-01-01"));
        row.putAll(more);
        return row;
    }

    private List<String> steps(String member) {
        return sql.list(
                "select kind from membership_step where member_id = ? order by membership_step_id",
                row -> row.getString(1),
                UUID.fromString(member));
    }

    private static String unit(String code) {
        return Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units?code=" + code)
                .then()
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse put(String path, Map<String, Object> form) {
        return Api.as(admin).header("If-None-Match", "*").body(form).put(path).then();
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> mergeInto(List<String> predecessors, Map<String, Object> founded) {
        return form("MERGE", predecessors, Map.of("successors", List.of(Map.of("founded", founded))));
    }

    private static Map<String, Object> merge(List<String> predecessors, String successor) {
        return form("MERGE", predecessors, Map.of("successors", List.of(Map.of("unitId", successor))));
    }

    private static Map<String, Object> founded(String id, String parent, String code) {
        return Map.of("id", id, "kind", "SECTION", "parentId", parent, "code", code, "name", "Bộ phận " + code);
    }

    private static Map<String, Object> form(String kind, List<String> predecessors, Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "kind",
                kind,
                "effectiveDate",
                DAY,
                "decision",
                Map.of("number", "01/QĐ", "date", "2025-06-12"),
                "predecessors",
                predecessors));
        form.putAll(more);
        return form;
    }

    private static ValidatableResponse draft(String by, Map<String, Object> form, int status) {
        return Api.create(by, PATH, form).statusCode(status);
    }

    private static ValidatableResponse apply(String by, Map<String, Object> form) {
        return apply(by, form, 200).body("status", equalTo("APPLIED"));
    }

    private static ValidatableResponse apply(String by, Map<String, Object> form, int status) {
        String id = draft(by, form, 201).extract().path("id");
        return Api.act(by, PATH + "/" + id, "apply", Map.of()).statusCode(status);
    }

    private static ValidatableResponse statistics(String by, String unit, String day) {
        return Api.as(by)
                .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                .then()
                .statusCode(200);
    }
}
