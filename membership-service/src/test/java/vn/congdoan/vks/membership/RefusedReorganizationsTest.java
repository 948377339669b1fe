package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.apply;
import static vn.congdoan.vks.membership.ReorganizationRequests.dissolve;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.enrol;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.founded;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;
import static vn.congdoan.vks.membership.ReorganizationRequests.mergeInto;
import static vn.congdoan.vks.membership.ReorganizationRequests.row;
import static vn.congdoan.vks.membership.ReorganizationRequests.unit;
import static vn.congdoan.vks.membership.ReorganizationRequests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class RefusedReorganizationsTest {

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String officer = code + "-officer";

    @Test
    void what_stands_against_it_is_told_by_the_preview_and_refused_by_the_application() {
        String union = Api.union(code, "OFFICER");
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        apply(admin, form("RENAME", List.of(first), Map.of("name", "Tên sau", "effectiveDate", "2025-09-01")));

        Map<String, Object> merge = merge(List.of(first), second);
        Api.create(admin, REORGANIZATIONS + "?dryRun=true", merge)
                .statusCode(200)
                .body("refusals.code", contains("changed-later"));
        apply(admin, merge, 422).body("errors.code", contains("changed-later"));
        Api.as(officer).get("/api/v1/units/" + first).then().body("validTo", nullValue());
    }

    @Test
    void an_admin_decides_inside_the_own_union_only_and_the_central_one_on_unions() {
        String union = Api.union(code, "OFFICER");
        String other = Api.union(Api.newCode());
        String section = Api.section(admin, union, code + "-1");

        draft(admin, dissolve(union), 403);
        draft(admin, merge(List.of(other), union), 403);
        draft(admin, form("REPARENT", List.of(section), Map.of("parentId", other)), 403);
        draft(officer, dissolve(section), 403);
        draft(Api.FIRST_ADMIN, dissolve(section), 403);
        draft(Api.FIRST_ADMIN, form("DISSOLVE", List.of(Api.central()), Map.of()), 201);
    }

    @Test
    void an_admin_of_a_section_decides_on_what_is_below_it() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String group = Api.section(admin, section, code + "-T", "GROUP", "2000-01-01");
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
    void numbers_that_would_meet_in_the_successor_are_refused() {
        String union = Api.union(code, "OFFICER");
        String third = Api.newCode();
        String other = Api.newCode();
        for (String each : List.of(third, other)) {
            String province = Api.union(each, "OFFICER");
            enrol(each + "-officer", province, Map.of("memberNumber", "0001"));
        }
        List<String> predecessors = List.of(unit(third), unit(other));

        Api.create(Api.FIRST_ADMIN, REORGANIZATIONS + "?dryRun=true", merge(predecessors, union))
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
        String path = REORGANIZATIONS + "/" + UUID.randomUUID();
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

    private ValidatableResponse put(String path, Map<String, Object> form) {
        return Api.as(admin).header("If-None-Match", "*").body(form).put(path).then();
    }
}
