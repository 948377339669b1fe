package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ExternalBodiesTest {

    private static final String BODIES = "/api/v1/external-bodies";

    private final String code = Api.newCode();
    private final String keeper = code + "-keeper";

    @Inject
    Sql sql;

    @BeforeEach
    void appointKeeper() {
        Api.grant(Api.FIRST_ADMIN, keeper, "OFFICER", Api.central()).statusCode(201);
    }

    @Test
    void an_officer_of_the_central_union_records_what_all_staff_read() {
        String other = Api.newCode();
        Api.union(other, "CASHIER");
        Response made = record(body("Liên đoàn  Lao động " + code));
        made.then()
                .statusCode(201)
                .body("kind", equalTo("PROVINCIAL_CONFEDERATION_OF_LABOUR"))
                .body("name", equalTo("Liên đoàn Lao động " + code))
                .body("provinceCode", equalTo("62"))
                .body("validFrom", equalTo("1991-10-01"))
                .body("validTo", equalTo(null));

        String path = BODIES + "/" + made.path("id");
        assertEquals(path, made.header("Location").replaceFirst("^https?://[^/]+", ""));
        Response read = Api.as(other + "-cashier").get(path);
        read.then().statusCode(200);
        assertEquals(made.asString(), read.asString());
        assertEquals(made.header("ETag"), read.header("ETag"));
    }

    @Test
    void nobody_else_keeps_them() {
        String union = Api.union(code, "OFFICER", "CHAIR", "NODE");
        String section = Api.section(Api.FIRST_ADMIN, Api.central(), code + "-S");
        Api.grant(Api.FIRST_ADMIN, code + "-section", "OFFICER", section).statusCode(201);
        Api.grant(Api.FIRST_ADMIN, code + "-decider", "CHAIR", Api.central()).statusCode(201);
        Response made = record(body("Công đoàn Viên chức " + code));
        String path = BODIES + "/" + made.path("id");

        for (String stranger : List.of("officer", "chair", "admin", "section", "decider")) {
            var as = Api.as(code + "-" + stranger);
            as.body(body("Khác " + code)).post(BODIES).then().statusCode(403);
            Api.as(code + "-" + stranger)
                    .header("If-None-Match", "*")
                    .body(body("Khác " + code))
                    .put(BODIES + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
            patch(code + "-" + stranger, path, "*", "{\"name\": \"Khác\"}")
                    .then()
                    .statusCode(403);
        }
        Api.as(Api.FIRST_ADMIN).body(body("Khác " + code)).post(BODIES).then().statusCode(403);
        patch(code + "-node", path, "*", "{\"name\": \"Khác\"}").then().statusCode(404);
        Api.as(code + "-node").get(path).then().statusCode(404);
        Api.as(code + "-nobody").get(path).then().statusCode(403).body("code", equalTo("no-assignment"));
        Api.as(code + "-officer").get(path).then().statusCode(200).body("name", equalTo("Công đoàn Viên chức " + code));
        assertEquals(1, named("Công đoàn Viên chức " + code));
        assertEquals(0, named("Khác " + code), union);
    }

    @Test
    void only_an_officer_at_the_central_union_is_told_that_he_may() {
        String union = Api.union(code, "OFFICER");
        String path = "assignments.find { it.unit.id == '%s' }.permissions";

        Api.as(keeper).get("/api/v1/me").then().body(path.formatted(Api.central()), hasItem("KEEP_CATALOGUES"));
        Api.as(code + "-officer")
                .get("/api/v1/me")
                .then()
                .body(path.formatted(union), hasItem("KEEP_MEMBERS"))
                .body(path.formatted(union), not(hasItem("KEEP_CATALOGUES")));
    }

    @Test
    void a_creation_with_the_clients_id_can_be_repeated() {
        String path = BODIES + "/" + UUID.randomUUID();
        Map<String, Object> body = body("Ủy ban nhân dân " + code);

        Api.as(keeper).body(body).put(path).then().statusCode(428);
        Api.as(keeper).header("If-None-Match", "*").body(body).put(path).then().statusCode(201);
        Api.as(keeper).header("If-None-Match", "*").body(body).put(path).then().statusCode(200);
        Api.as(keeper)
                .header("If-None-Match", "*")
                .body(body("Ủy ban nhân dân khác " + code))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("already-exists"));
    }

    @Test
    void a_creation_under_a_key_has_one_effect() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body("Thủ tướng " + code);
        Response first =
                Api.as(keeper).header("Idempotency-Key", key).body(body).post(BODIES);
        Response again =
                Api.as(keeper).header("Idempotency-Key", key).body(body).post(BODIES);

        first.then().statusCode(201);
        again.then().statusCode(201);
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1, named("Thủ tướng " + code));
    }

    @Test
    void one_kind_and_name_stand_once_on_a_day() {
        Map<String, Object> ended = body("Liên đoàn " + code);
        ended.put("validTo", "2025-07-01");
        record(ended).then().statusCode(201);

        record(body("Liên đoàn " + code)).then().statusCode(409).body("code", equalTo("external-body-exists"));
        Map<String, Object> next = body("Liên đoàn " + code);
        next.put("validFrom", "2025-07-01");
        record(next).then().statusCode(201);
        Map<String, Object> ofAnotherKind = body("Liên đoàn " + code);
        ofAnotherKind.put("kind", "OTHER");
        record(ofAnotherKind).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "provinceCode, 03,         422, /provinceCode, unknown-province",
        "validTo,      1991-10-01, 422, /validTo,      empty-period",
        "provinceCode, 5,          400, /provinceCode, ",
        "kind,         LABOUR,     400, /kind,         ",
        "validFrom,    01/10/1991, 400, /validFrom,    ",
        "name,         ' ',        400, /name,         ",
        "surprise,     1,          400, /surprise,     ",
    })
    void what_cannot_be_is_refused(String field, String value, int status, String pointer, String rule) {
        Map<String, Object> form = body("Cơ quan " + code);
        form.put(field, value);
        var answer = record(form).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
        if (rule != null) {
            answer.body("errors[0].code", equalTo(rule));
        }
    }

    @Test
    void a_body_of_a_province_that_is_no_more_can_be_recorded() {
        record(body("Liên đoàn Lao động Kon Tum " + code))
                .then()
                .statusCode(201)
                .body("provinceCode", equalTo("62"));
    }

    @Test
    void bodies_are_found_by_kind_day_and_name_without_diacritics_and_paged_in_vietnamese_order() {
        for (String name : List.of("Đoàn", "Ủy ban", "Âu", "Dân", "An")) {
            Map<String, Object> form = body(name + " " + code);
            form.put("kind", "OTHER");
            record(form).then().statusCode(201);
        }
        Map<String, Object> ended = body("Bộ " + code);
        ended.put("validTo", "2000-01-01");
        record(ended).then().statusCode(201);

        String path = BODIES + "?kind=OTHER&limit=3&q=" + code.toLowerCase(java.util.Locale.ROOT);
        String next = Api.as(keeper)
                .get(path)
                .then()
                .body("items.name", equalTo(List.of("An " + code, "Âu " + code, "Dân " + code)))
                .extract()
                .path("next");
        Api.as(keeper)
                .queryParam("cursor", next)
                .get(path)
                .then()
                .body("items.name", equalTo(List.of("Đoàn " + code, "Ủy ban " + code)))
                .body("next", equalTo(null));
        Api.as(keeper).get(BODIES + "?q=uy ban " + code).then().body("items", hasSize(1));
        Api.as(keeper).get(BODIES + "?asOf=1999-12-31&q=bo " + code).then().body("items", hasSize(1));
        Api.as(keeper).get(BODIES + "?asOf=2000-01-01&q=bo " + code).then().body("items", hasSize(0));
    }

    @Test
    void a_change_is_told_to_everybody() {
        Response made = record(body("Liên đoàn " + code));
        Map<String, Object> told = sql.one(
                        """
                        select audience is null as everybody, owner_union_id::text as owner, state->>'name' as name
                        from change_pending where aggregate_id = ?
                        union all
                        select audience is null, owner_union_id::text, state->>'name' from change where aggregate_id = ?
                        """,
                        row -> Map.<String, Object>of(
                                "everybody", row.getBoolean(1), "owner", row.getString(2), "name", row.getString(3)),
                        UUID.fromString(made.path("id")),
                        UUID.fromString(made.path("id")))
                .orElseThrow();

        assertEquals(Map.of("everybody", true, "owner", Api.central(), "name", "Liên đoàn " + code), told);
    }

    private Response record(Map<String, Object> form) {
        return Api.as(keeper).body(form).post(BODIES);
    }

    private static Response patch(String by, String path, String tag, String patch) {
        return Api.as(by)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(patch)
                .patch(path);
    }

    private int named(String name) {
        return Api.as(keeper)
                .queryParam("q", name)
                .get(BODIES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private static Map<String, Object> body(String name) {
        return new HashMap<>(Map.of(
                "kind",
                "PROVINCIAL_CONFEDERATION_OF_LABOUR",
                "name",
                name,
                "provinceCode",
                "62",
                "validFrom",
                "1991-10-01"));
    }
}
