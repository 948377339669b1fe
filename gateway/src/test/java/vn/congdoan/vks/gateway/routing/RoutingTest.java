package vn.congdoan.vks.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, membership",
        "/api/v1/units?code=VKSTC, membership",
        "/api/v1/members/1, membership",
        "/api/v1/assignments, membership",
        "/api/v1/campaigns, campaign",
        "/api/v1/funds/1/entries?limit=2, welfare",
    })
    void each_path_reaches_its_service_unchanged(String target, String service) throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET " + target + " HTTP/1.1")).read();
            assertEquals(200, answer.code());
            var seen = new JsonObject(answer.body());
            assertEquals(service, seen.getString("service"));
            assertTrue(seen.getString("head").startsWith("GET " + target + " HTTP/1.1\r\n"), seen.getString("head"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members/../../../internal/assignments",
                "/api/v1/members/%2e%2e/funds",
                "/api/v1/members%2f..%2f..%2finternal",
                "//internal/assignments",
                "/api/v1//funds",
                "/api/v1/members/..;/funds",
                "/api/v1/members/%5c../internal",
                "/internal/../api/v1/members",
                "http://127.0.0.1/internal/assignments",
                "/api/v1/members#/../funds",
            })
    void path_tricks_reach_no_service(String target) throws IOException {
        long before = requests();
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET " + target + " HTTP/1.1")).read();
            assertEquals(400, answer.code(), target);
            assertEquals(List.of("application/problem+json"), answer.all("content-type"), answer.toString());
            assertEquals("invalid-request", new JsonObject(answer.body()).getString("code"));
        }
        assertEquals(before, requests());
    }

    /// The HTTP server itself refuses what is no URI at all, before the gateway could say more.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members\\..\\..\\internal",
                "/api/v1/members?q=Nguyễn",
                "/api/v1/{members}",
                "/api/v1/%zz"
            })
    void what_is_no_uri_is_refused_at_once(String target) throws IOException {
        long before = requests();
        try (var wire = new Wire()) {
            wire.send(Wire.head("GET " + target + " HTTP/1.1").getBytes(StandardCharsets.UTF_8));
            assertEquals(400, wire.read().code(), target);
        }
        assertEquals(before, requests());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/assignments",
                "/api/v1/membersx",
                "/api/v1/internal",
                "/api/v1",
                "/api/v2/members",
                "/",
                "/favicon.ico",
                "/docs/no-such-page",
                "/q/no-such-page",
            })
    void unknown_paths_are_not_found_and_reach_no_service(String target) throws IOException {
        long before = requests();
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET " + target + " HTTP/1.1")).read();
            assertEquals(404, answer.code(), target);
            assertEquals("not-found", new JsonObject(answer.body()).getString("code"), target);
            assertEquals("application/problem+json", answer.all("content-type").getFirst());
        }
        assertEquals(before, requests());
    }

    private static long requests() {
        return Steering.of("membership").state().getLong("requests")
                + Steering.of("campaign").state().getLong("requests")
                + Steering.of("welfare").state().getLong("requests");
    }
}
