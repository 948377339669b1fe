package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class LocalSuperiorsTest {

    private static final Map<String, Object> DECISION =
            Map.of("number", "12/QĐ-LĐLĐ", "date", "2010-02-14", "signer", "Chủ tịch LĐLĐ");

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String keeper = code + "-keeper";
    private String union = "";
    private String federation = "";
    private String employees = "";

    @Inject
    Sql sql;

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR", "NODE");
        Api.grant(Api.FIRST_ADMIN, keeper, "OFFICER", Api.central()).statusCode(201);
        federation = externalBody("Liên đoàn Lao động " + code, "1990-01-01");
        employees = externalBody("Công đoàn Viên chức " + code, "2005-01-01");
    }

    @Test
    void an_admin_says_which_local_superior_the_union_is_under() {
        Response made = assign(form(federation, "2010-03-01", DECISION));
        made.then()
                .statusCode(201)
                .body("unitId", equalTo(union))
                .body("externalBody.id", equalTo(federation))
                .body("externalBody.kind", equalTo("OTHER"))
                .body("externalBody.name", equalTo("Liên đoàn Lao động " + code))
                .body("validFrom", equalTo("2010-03-01"))
                .body("validTo", equalTo(null))
                .body("decision.number", equalTo("12/QĐ-LĐLĐ"))
                .header("Location", containsString(path() + "/" + made.path("id")));

        Response read = Api.as(code + "-officer").get(path() + "/" + made.path("id"));
        read.then().statusCode(200).header("ETag", made.header("ETag"));
        assertEquals(made.asString(), read.asString());
        assertEquals(List.of("begun"), Traces.told(sql, made.path("id")));
        assertEquals(List.of("assign [externalBodyId, validFrom, decision]"), Traces.audited(sql, made.path("id")));
    }

    @Test
    void a_new_one_ends_the_one_before_on_its_first_day() {
        String first = assign(form(federation, "2000-01-01")).path("id");
        String second = assign(form(employees, "2010-01-01")).path("id");

        assertEquals(List.of("2000-01-01 to 2010-01-01", "2010-01-01 to null"), periods());
        assertEquals(List.of(first), idsOn("2009-12-31"));
        assertEquals(List.of(second), idsOn("2010-01-01"));
        assertEquals(List.of(), idsOn("1999-12-31"));
        assertEquals(List.of("begun", "ended"), Traces.told(sql, first));
        assertEquals(List.of("begun"), Traces.told(sql, second));
    }

    @Test
    void one_recorded_afterwards_takes_the_rest_of_the_one_it_begins_in() {
        String first = assign(form(federation, "2005-01-01")).path("id");
        String last = assign(form(federation, "2020-01-01")).path("id");
        String between = assign(form(employees, "2010-01-01"))
                .then()
                .statusCode(201)
                .body("validTo", equalTo("2020-01-01"))
                .extract()
                .path("id");
        assign(form(federation, "2001-01-01")).then().statusCode(201).body("validTo", equalTo("2005-01-01"));

        assertEquals(
                List.of(
                        "2001-01-01 to 2005-01-01",
                        "2005-01-01 to 2010-01-01",
                        "2010-01-01 to 2020-01-01",
                        "2020-01-01 to null"),
                periods());
        assertEquals(List.of(first), idsOn("2009-12-31"));
        assertEquals(List.of(between), idsOn("2019-12-31"));
        assertEquals(List.of(last), idsOn("2020-01-01"));
    }

    @Test
    void no_two_begin_on_one_day() {
        assign(form(federation, "2010-01-01")).then().statusCode(201);

        refused(assign(form(employees, "2010-01-01")), "/validFrom", "another-begins-that-day");
        assertEquals(List.of("2010-01-01 to null"), periods());
    }

    @Test
    void the_database_refuses_a_day_with_two() {
        String id = assign(form(federation, "2010-01-01")).path("id");

        PersistenceException refused =
                assertThrows(PersistenceException.class, () -> sql.change("""
                        insert into local_superior (local_superior_id, version, union_id, external_body_id, valid_from,
                            valid_to, created_as, recorded_at)
                        select gen_random_uuid(), 0, union_id, external_body_id, date '2015-01-01', date '2015-01-02', '', now()
                        from local_superior where local_superior_id = ?
                        """, UUID.fromString(id)));
        assertTrue(String.valueOf(refused.getMessage()).contains("local_superior_one_a_day"), refused.getMessage());
    }

    @Test
    void only_a_union_has_one() {
        String section = Api.section(admin, union, code + "-1");
        String path = "/api/v1/units/" + section + "/local-superiors";

        refused(Api.as(admin).body(form(federation, "2010-01-01")).post(path), "", "only-a-union");
        Api.as(admin).get(path).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void only_an_admin_of_the_union_itself_records_it() {
        String section = Api.section(admin, union, code + "-1");
        Api.grant(admin, code + "-below", "ADMIN", section).statusCode(201);
        String sibling = Api.newCode();
        Api.union(sibling);
        Map<String, Object> form = form(federation, "2010-01-01");

        for (String stranger : List.of(
                code + "-officer", code + "-chair", code + "-below", sibling + "-admin", Api.FIRST_ADMIN, keeper)) {
            Api.as(stranger).body(form).post(path()).then().statusCode(403);
            Api.as(stranger).get(path()).then().statusCode(200).body("items", hasSize(0));
        }
        Api.as(code + "-node").body(form).post(path()).then().statusCode(404);
        Api.as(code + "-node").get(path()).then().statusCode(404);
        Api.as(code + "-nobody").get(path()).then().statusCode(403).body("code", equalTo("no-assignment"));
        Api.as(admin)
                .body(form)
                .post("/api/v1/units/" + UUID.randomUUID() + "/local-superiors")
                .then()
                .statusCode(404);
    }

    @Test
    void it_names_a_body_and_a_union_of_that_day_and_a_decision_that_was_issued() {
        refused(assign(form(UUID.randomUUID().toString(), "2010-01-01")), "/externalBodyId", "unknown-external-body");
        refused(assign(form(employees, "2004-12-31")), "/externalBodyId", "external-body-not-existing-then");
        refused(assign(form(federation, "1999-12-31")), "/validFrom", "unit-not-existing-then");
        Map<String, Object> unissued = Map.of("number", "1/QĐ", "date", "2199-01-01");
        refused(assign(form(federation, "2010-01-01", unissued)), "/decision/date", "in-the-future");
        assertEquals(List.of(), periods());
    }

    @Test
    void the_list_is_paged_in_the_order_of_time() {
        for (String day : List.of("2012-01-01", "2010-01-01", "2011-01-01")) {
            assign(form(federation, day)).then().statusCode(201);
        }
        String next = Api.as(admin)
                .get(path() + "?limit=2")
                .then()
                .body("items.validFrom", equalTo(List.of("2010-01-01", "2011-01-01")))
                .extract()
                .path("next");
        Api.as(admin)
                .queryParam("cursor", next)
                .get(path() + "?limit=2")
                .then()
                .body("items.validFrom", equalTo(List.of("2012-01-01")))
                .body("next", equalTo(null));
        Api.as(admin).get(path() + "?cursor=x").then().statusCode(400);
        Api.as(admin).get(path() + "?asOf=x").then().statusCode(400);
    }

    @Test
    void who_signed_is_not_told_to_others() {
        String id = assign(form(federation, "2010-03-01", DECISION)).path("id");
        String state = sql.one("""
                        select state::text from change_pending where aggregate_id = ? and audience is null
                        union all select state::text from change where aggregate_id = ? and audience is null
                        """, row -> row.getString(1), UUID.fromString(id), UUID.fromString(id))
                .orElseThrow();

        assertTrue(state.contains("12/QĐ-LĐLĐ"), state);
        assertTrue(!state.contains("Chủ tịch"), state);
    }

    private String path() {
        return "/api/v1/units/" + union + "/local-superiors";
    }

    private Response assign(Map<String, Object> form) {
        return Api.as(admin).body(form).post(path());
    }

    private List<String> periods() {
        List<Map<String, Object>> items = Api.as(admin)
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return items.stream()
                .map(each -> each.get("validFrom") + " to " + each.get("validTo"))
                .toList();
    }

    private List<String> idsOn(String day) {
        return Api.as(admin)
                .get(path() + "?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private String externalBody(String name, String since) {
        return Api.create(keeper, "/api/v1/external-bodies", Map.of("kind", "OTHER", "name", name, "validFrom", since))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> form(String body, String day) {
        return new HashMap<>(Map.of("externalBodyId", body, "validFrom", day));
    }

    private static Map<String, Object> form(String body, String day, Map<String, Object> decision) {
        Map<String, Object> form = form(body, day);
        form.put("decision", decision);
        return form;
    }

    private static void refused(Response answer, String pointer, String rule) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(rule));
    }
}
