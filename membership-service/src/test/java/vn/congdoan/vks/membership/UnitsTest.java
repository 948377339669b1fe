package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class UnitsTest {

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String admin = code + "-admin";

    @Test
    void the_first_start_makes_the_central_union_and_its_admin() {
        Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units?kind=CENTRAL_UNION")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", equalTo("VKSTC"));
    }

    @Test
    void only_the_central_union_founds_unions() {
        String union = Api.union(code);

        Api.create(admin, "/api/v1/units", unit("PROVINCIAL_UNION", Api.central(), code + "-X"))
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/parentId"));
        Api.create(admin, "/api/v1/units", unit("PROVINCIAL_UNION", union, code + "-X"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void a_union_is_kept_by_the_one_above_it_and_a_section_by_its_own() {
        String union = Api.union(code);
        String section = Api.section(admin, union, code + "-1");

        assertEquals(List.of(Api.central()), keepers(Api.central()));
        assertEquals(List.of(Api.central()), keepers(union));
        assertEquals(List.of(union), keepers(section));
    }

    /// Whose record the change log says a unit is.
    private List<String> keepers(String unit) {
        UUID id = UUID.fromString(unit);
        return sql.list("""
                select distinct owner_union_id from (
                    select owner_union_id from change_pending where aggregate_id = ? and aggregate_type = 'unit'
                    union select owner_union_id from change where aggregate_id = ? and aggregate_type = 'unit') told
                """, row -> row.getString(1), id, id);
    }

    @Test
    void an_admin_founds_sections_inside_the_own_union_only() {
        String union = Api.union(code);
        String other = Api.union(Api.newCode());

        Api.create(admin, "/api/v1/units", unit("SECTION", union, code + "-1"))
                .statusCode(201)
                .body("unionId", equalTo(union));
        Api.create(admin, "/api/v1/units", unit("SECTION", other, code + "-2")).statusCode(403);
        Api.create(Api.FIRST_ADMIN, "/api/v1/units", unit("SECTION", union, code + "-3"))
                .statusCode(403);
    }

    @Test
    void a_code_is_taken_once_in_a_union() {
        String union = Api.union(code);
        String other = Api.union(Api.newCode());
        Api.section(admin, union, code + "-1");

        Api.create(admin, "/api/v1/units", unit("SECTION", union, code + "-1"))
                .statusCode(409)
                .body("code", equalTo("unit-code-taken"));
        Api.create(Api.FIRST_ADMIN, "/api/v1/units", unit("PROVINCIAL_UNION", Api.central(), code))
                .statusCode(409)
                .body("code", equalTo("unit-code-taken"));
        Api.as(Api.FIRST_ADMIN).get("/api/v1/units/" + other).then().statusCode(200);
    }

    @Test
    void nobody_takes_the_code_of_a_union_and_no_union_one_that_is_in_use() {
        String union = Api.union(code);
        String other = Api.newCode();
        Api.union(other);
        Api.section(admin, union, code + "-1");

        for (String taken : List.of("VKSTC", other, code)) {
            Api.create(admin, "/api/v1/units", unit("SECTION", union, taken))
                    .statusCode(409)
                    .body("code", equalTo("unit-code-taken"));
        }
        Api.create(Api.FIRST_ADMIN, "/api/v1/units", unit("PROVINCIAL_UNION", Api.central(), code + "-1"))
                .statusCode(409)
                .body("code", equalTo("unit-code-taken"));
    }

    @Test
    void sections_of_two_unions_may_share_a_code() {
        String other = Api.newCode();
        String shared = code + "-P1";
        Api.section(admin, Api.union(code), shared);
        Api.section(other + "-admin", Api.union(other), shared);

        Api.as(admin).get("/api/v1/units?code=" + shared).then().body("items", hasSize(2));
    }

    @Test
    void of_one_code_on_different_days_the_union_comes_first() {
        String union = Api.union(code);
        String shared = Api.newCode();
        Map<String, Object> later = new HashMap<>(unit("PROVINCIAL_UNION", Api.central(), shared));
        later.put("validFrom", "2190-01-01");
        Map<String, Object> group = unit("GROUP", union, shared);
        foundUntil(group, "2020-01-01");
        Api.create(Api.FIRST_ADMIN, "/api/v1/units", later).statusCode(201);

        String path = "/api/v1/units?limit=1&code=" + shared;
        String next = Api.as(admin)
                .get(path)
                .then()
                .body("items.kind", equalTo(List.of("PROVINCIAL_UNION")))
                .extract()
                .path("next");
        Api.as(admin)
                .queryParam("cursor", next)
                .get(path)
                .then()
                .body("items.kind", equalTo(List.of("GROUP")))
                .body("next", equalTo(null));
    }

    private void foundUntil(Map<String, Object> form, String end) {
        String id = Api.create(admin, "/api/v1/units", form)
                .statusCode(201)
                .extract()
                .path("id");
        sql.change("update unit_version set valid_to = ?::date where unit_id = ?", end, UUID.fromString(id));
    }

    @Test
    void nothing_is_founded_below_a_unit_that_has_ended() {
        String union = Api.union(code);
        String section = Api.section(admin, union, code + "-1");
        sql.change("update unit_version set valid_to = '2020-01-01' where unit_id = ?", UUID.fromString(section));

        Api.create(admin, "/api/v1/units", unit("GROUP", section, code + "-1-1"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parentId"))
                .body("errors[0].code", equalTo("unit-ended"));
    }

    @Test
    void a_creation_with_the_clients_id_can_be_repeated() {
        String union = Api.union(code);
        String path = "/api/v1/units/" + UUID.randomUUID();
        Map<String, Object> body = unit("SECTION", union, code + "-1");

        Api.as(admin)
                .header("Accept-Language", "en")
                .body(body)
                .put(path)
                .then()
                .statusCode(428)
                .body("detail", containsString("If-None-Match: *"));
        Api.as(admin).header("If-None-Match", "*").body(body).put(path).then().statusCode(201);
        Api.as(admin).header("If-None-Match", "*").body(body).put(path).then().statusCode(200);
        Api.as(admin)
                .header("If-None-Match", "*")
                .body(unit("SECTION", union, code + "-2"))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("already-exists"));
    }

    @Test
    void a_unit_is_not_in_the_tree_before_its_first_day_but_found_by_its_code() {
        String union = Api.union(code);
        Map<String, Object> later = new HashMap<>(unit("SECTION", union, code + "-9"));
        later.put("validFrom", "2190-01-01");
        Api.create(admin, "/api/v1/units", later).statusCode(201);

        Api.as(admin).get("/api/v1/units?parent=" + union).then().body("items.code", not(hasItem(code + "-9")));
        Api.as(admin).get("/api/v1/units?code=" + code + "-9").then().body("items.code", hasItem(code + "-9"));
    }

    @Test
    void units_are_found_without_regard_to_diacritics_and_paged_by_code() {
        String union = Api.union(code);
        for (int number = 1; number <= 5; number++) {
            Api.section(admin, union, code + "-" + number);
        }

        String next = Api.as(admin)
                .get("/api/v1/units?limit=3&q=BO PHAN " + code)
                .then()
                .body("items.code", equalTo(List.of(code + "-1", code + "-2", code + "-3")))
                .extract()
                .path("next");
        Api.as(admin)
                .queryParam("cursor", next)
                .get("/api/v1/units?limit=3&q=bộ phận " + code)
                .then()
                .body("items.code", equalTo(List.of(code + "-4", code + "-5")))
                .body("next", equalTo(null));
    }

    private static Map<String, Object> unit(String kind, String parent, String code) {
        return Map.of(
                "kind", kind, "parentId", parent, "code", code, "name", "Đơn vị " + code, "validFrom", "2001-01-01");
    }
}
