package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.ReorganizationRequests.DAY;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.apply;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.enrol;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.founded;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;
import static vn.congdoan.vks.membership.ReorganizationRequests.statistics;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
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
        String group = Api.section(admin, section, code + "-1-1", "GROUP", "2000-01-01");
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
        String group = Api.section(admin, union, code + "-T", "GROUP", "2000-01-01");

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

        Api.create(admin, REORGANIZATIONS + "?dryRun=true", merge(List.of(first), second))
                .statusCode(200)
                .body("membersMoving", equalTo(2))
                .body("membersEnding", equalTo(0))
                .body("assignmentsEnding", equalTo(1))
                .body("units.unit.code", contains(code + "-1"))
                .body("units.effect", contains("ENDS"))
                .body("refusals", empty());

        Api.as(officer).get("/api/v1/units/" + first).then().body("validTo", nullValue());
        Api.as(officer).get(REORGANIZATIONS + "?unit=" + first).then().body("items", empty());
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

        Api.act(admin, REORGANIZATIONS + "/" + id, "cancel", Map.of())
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        Api.act(admin, REORGANIZATIONS + "/" + id, "cancel", Map.of())
                .statusCode(409)
                .body("code", equalTo("reorganization-closed"));
        Api.act(admin, REORGANIZATIONS + "/" + id, "apply", Map.of()).statusCode(409);
    }

    @Test
    void of_an_application_and_a_cancellation_at_once_one_happens() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String id = draft(admin, form("RENAME", List.of(section), Map.of("name", "Một lần")), 201)
                .extract()
                .path("id");

        String tag = Api.as(admin).get(REORGANIZATIONS + "/" + id).getHeader("ETag");
        List<Integer> statuses = new ArrayList<>();
        for (Response each : Api.atOnce(
                6,
                () -> Api.as(admin)
                        .header("If-Match", tag)
                        .post(REORGANIZATIONS + "/" + id + (Math.random() < 0.5 ? "/apply" : "/cancel")))) {
            statuses.add(each.statusCode());
        }

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(5, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
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

        Api.create(admin, REORGANIZATIONS + "?dryRun=true", form).body("membersMoving", equalTo(1));
        apply(admin, form);

        Api.as(officer).get("/api/v1/members/" + members.getLast()).then().body("unit.id", equalTo(part));
        assertEquals(List.of("ENROLLED"), steps(members.getFirst()));
        assertEquals(List.of("ENROLLED", "MOVED"), steps(members.getLast()));
        Api.as(officer).get("/api/v1/units/" + section).then().body("validTo", nullValue());
    }

    @Test
    void as_of_a_day_a_member_is_read_where_it_was_then() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String other = Api.section(admin, union, code + "-2");
        String member = "/api/v1/members/" + enrol(officer, section, 1).getFirst();
        apply(admin, merge(List.of(section), other));

        Api.as(officer).get(member).then().body("unit.id", equalTo(other));
        Api.as(officer)
                .get(member + "?asOf=2025-06-30")
                .then()
                .statusCode(200)
                .header("ETag", endsWith("-2025-06-30\""))
                .body("unit.id", equalTo(section))
                .body("unit.code", equalTo(code + "-1"));
        Api.as(officer).get(member + "?asOf=" + DAY).then().body("unit.id", equalTo(other));
        Api.as(officer).get(member + "?asOf=2009-12-31").then().statusCode(404);
        Api.as(Api.newCode() + "-nobody")
                .get(member + "?asOf=2025-06-30")
                .then()
                .statusCode(403);
    }

    @Test
    void which_members_go_where_is_told_to_those_who_may_read_them() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String member = enrol(officer, section, 1).getFirst();
        String neighbour = Api.newCode();
        Api.union(neighbour, "OFFICER");
        String id = draft(
                        admin,
                        form(
                                "SPLIT",
                                List.of(section),
                                Map.of(
                                        "successors",
                                        List.of(
                                                Map.of("unitId", section),
                                                Map.of(
                                                        "founded",
                                                        founded(
                                                                UUID.randomUUID()
                                                                        .toString(),
                                                                union,
                                                                code + "-2"),
                                                        "members",
                                                        List.of(member))))),
                        201)
                .extract()
                .path("id");
        String record = REORGANIZATIONS + "/" + id;

        Api.as(officer).get(record).then().body("successors[1].members", contains(member));
        Api.as(neighbour + "-officer").get(record).then().body("successors[1].members", empty());
        Api.as(neighbour + "-officer")
                .get(REORGANIZATIONS + "?unit=" + section)
                .then()
                .body("items[0].successors[1].members", empty());
    }

    private List<String> steps(String member) {
        return sql.list(
                "select kind from membership_step where member_id = ? order by membership_step_id",
                row -> row.getString(1),
                UUID.fromString(member));
    }
}
