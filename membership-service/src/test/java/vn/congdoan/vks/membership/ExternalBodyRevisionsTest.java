package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// What is written down about an external body changes by merge patches.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ExternalBodyRevisionsTest {

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
    void the_name_is_corrected_and_the_end_set_and_taken_back() {
        Response made = record(body("Liên đoàn " + code));
        String path = BODIES + "/" + made.path("id");

        Api.as(keeper)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"name\": \"Khác\"}")
                .patch(path)
                .then()
                .statusCode(428);
        Response named = patch(keeper, path, made.header("ETag"), "{\"name\": \"Hội đồng " + code + "\"}");
        named.then().statusCode(200).body("name", equalTo("Hội đồng " + code)).body("provinceCode", equalTo("62"));
        patch(keeper, path, made.header("ETag"), "{\"name\": \"Khác\"}").then().statusCode(412);
        Response ended = patch(keeper, path, named.header("ETag"), "{\"validTo\": \"2025-07-01\"}");
        ended.then().statusCode(200).body("validTo", equalTo("2025-07-01"));
        assertEquals(0, named("Hội đồng " + code), "it has ended");
        Response same = patch(keeper, path, ended.header("ETag"), "{\"validTo\": \"2025-07-01\"}");
        assertEquals(ended.header("ETag"), same.header("ETag"), "nothing changed");
        patch(keeper, path, ended.header("ETag"), "{\"validTo\": null}")
                .then()
                .statusCode(200)
                .body("validTo", equalTo(null));
        assertEquals(1, named("Hội đồng " + code));
        assertEquals(0, named("Liên đoàn " + code), "found by its former name");

        assertEquals(List.of("recorded", "revised", "revised", "revised"), told(made.path("id")));
        assertEquals(
                List.of(
                        "create [kind, name, provinceCode, validFrom, validTo]",
                        "patch [name]",
                        "patch [validTo]",
                        "patch [validTo]"),
                Traces.audited(sql, made.path("id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"OTHER\"}", "{\"name\": null}", "{\"name\": \"\"}", "{\"name\": 7}",
                        "{\"validTo\": \"2025-06-31\"}",
                "{\"validTo\": {}}", "{\"provinceCode\": \"51\"}", "{\"validFrom\": \"2000-01-01\"}", "[]", "\"x\""
            })
    void a_patch_of_anything_else_is_refused(String patch) {
        Response made = record(body("Liên đoàn " + code));
        patch(keeper, BODIES + "/" + made.path("id"), made.header("ETag"), patch)
                .then()
                .statusCode(400);
    }

    @Test
    void a_body_does_not_end_before_it_begins() {
        Response made = record(body("Liên đoàn " + code));
        patch(keeper, BODIES + "/" + made.path("id"), "*", "{\"validTo\": \"1990-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validTo"));
    }

    @Test
    void of_officers_who_change_one_version_at_once_one_wins() {
        Response made = record(body("Liên đoàn " + code));
        AtomicInteger names = new AtomicInteger();
        List<Response> answers = Api.atOnce(
                4,
                () -> patch(
                        keeper,
                        BODIES + "/" + made.path("id"),
                        made.header("ETag"),
                        "{\"name\": \"Hội " + names.incrementAndGet() + " " + code + "\"}"));

        assertEquals(
                List.of(200, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(List.of("recorded", "revised"), told(made.path("id")));
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

    private List<String> told(String id) {
        return Traces.told(sql, id);
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
