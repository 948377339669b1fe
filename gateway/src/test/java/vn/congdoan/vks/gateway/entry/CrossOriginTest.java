package vn.congdoan.vks.gateway.entry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@TestProfile(CrossOriginTest.OneOrigin.class)
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class CrossOriginTest {

    private static final String KNOWN = "https://app.example";

    /// One web application may call from another origin.
    public static final class OneOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("VKS_CORS_ORIGINS", KNOWN);
        }
    }

    @Test
    void a_preflight_needs_no_token() {
        var answer = given().header("Origin", KNOWN)
                .header("Access-Control-Request-Method", "PATCH")
                .header(
                        "Access-Control-Request-Headers",
                        "authorization,if-match,if-none-match,idempotency-key,accept-language,content-type")
                .options("/api/v1/members/1")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", KNOWN);
        answer.header("Access-Control-Allow-Methods", containsStringIgnoringCase("PATCH"));
        for (var header : List.of(
                "authorization", "if-match", "if-none-match", "idempotency-key", "accept-language", "content-type")) {
            answer.header("Access-Control-Allow-Headers", containsStringIgnoringCase(header));
        }
    }

    @Test
    void a_known_origin_reads_the_answer_and_the_headers_it_needs() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members/connection-headers HTTP/1.1", "Origin: " + KNOWN))
                    .read();
            assertEquals(200, answer.code());
            // The service answers with an Allow-Origin of its own, which must neither win nor stand beside.
            assertEquals(List.of(KNOWN), answer.all("access-control-allow-origin"));
            var exposed = String.join(",", answer.all("access-control-expose-headers"));
            for (var header : List.of("ETag", "Location", "X-Request-Id", "Retry-After")) {
                assertEquals(true, exposed.contains(header), exposed);
            }
        }
    }

    @Test
    void a_problem_is_readable_for_a_known_origin_too() {
        given().header("Origin", KNOWN)
                .get("/api/v1/members")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", KNOWN)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void an_unknown_origin_gets_nothing() {
        given().header("Origin", "https://evil.example")
                .auth()
                .oauth2(Tokens.valid())
                .get("/api/v1/members")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/members")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void the_origin_is_the_gateways_affair_and_not_passed_on() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "Origin: " + KNOWN))
                    .read();
            assertFalse(new JsonObject(answer.body()).getString("head").contains("app.example"));
        }
    }
}
