package vn.congdoan.vks.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class HeadersTest {

    @Test
    void what_concerns_one_connection_stays_there() throws IOException {
        var seen = seen(
                "Connection: keep-alive, X-Hop",
                "X-Hop: hop",
                "Keep-Alive: timeout=9",
                "Proxy-Authorization: Basic YTpi",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-After",
                "Upgrade: websocket",
                "Expect: nothing");
        for (var name : List.of(
                "x-hop",
                "keep-alive",
                "proxy-authorization",
                "proxy-connection",
                "te",
                "trailer",
                "upgrade",
                "expect")) {
            assertFalse(seen.contains("\r\n" + name + ":"), name + " in " + seen);
        }
    }

    @Test
    void what_a_client_says_about_its_own_origin_is_not_believed() throws IOException {
        var seen = seen(
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /x",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6");
        assertFalse(seen.contains("6.6.6.6"), seen);
        assertFalse(seen.contains("evil"), seen);
        assertFalse(seen.contains("x-forwarded-prefix"), seen);
        assertTrue(seen.contains("\r\nx-forwarded-for: 127.0.0.1"), seen);
        assertTrue(seen.contains("\r\nx-forwarded-proto: http\r\n"), seen);
        assertTrue(seen.contains("\r\nx-forwarded-host: gateway"), seen);
    }

    @Test
    void everything_else_reaches_the_service() throws IOException {
        var seen = seen(
                "If-Match: \"3-full\"",
                "If-None-Match: *",
                "Idempotency-Key: abc",
                "Accept-Language: en",
                "Accept: text/csv",
                "X-Custom: one",
                "X-Custom: two");
        for (var line : List.of(
                "if-match: \"3-full\"",
                "if-none-match: *",
                "idempotency-key: abc",
                "accept-language: en",
                "accept: text/csv",
                "x-custom: one",
                "x-custom: two")) {
            assertTrue(seen.contains("\r\n" + line), line + " in " + seen);
        }
    }

    @Test
    void the_service_is_told_the_request_id_that_the_client_gets() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "X-Request-Id: my-Request-1"))
                    .read();
            assertEquals(List.of("my-Request-1"), answer.all("x-request-id"));
            assertTrue(new JsonObject(answer.body()).getString("head").contains("X-Request-Id: my-Request-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "<script>", "a.b", "${jndi:x}"})
    void an_unfit_request_id_is_replaced(String unfit) throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "X-Request-Id: " + unfit))
                    .read();
            assertEquals(1, answer.all("x-request-id").size());
            assertTrue(answer.all("x-request-id").getFirst().matches("[0-9a-f-]{36}"));
        }
    }

    @Test
    void a_request_id_longer_than_64_is_replaced() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "X-Request-Id: " + "a".repeat(65)))
                    .read();
            assertEquals(36, answer.all("x-request-id").getFirst().length());
        }
    }

    @Test
    void of_the_answer_too_only_what_concerns_the_client_goes_on() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members/connection-headers HTTP/1.1"))
                    .read();
            assertEquals(200, answer.code());
            for (var name : List.of(
                    "connection",
                    "keep-alive",
                    "x-hop",
                    "proxy-authenticate",
                    "upgrade",
                    "trailer",
                    "transfer-encoding",
                    "access-control-allow-origin",
                    "server")) {
                assertEquals(List.of(), answer.all(name), name);
            }
            assertEquals(List.of("<a>", "<b>"), answer.all("link"));
            assertEquals(List.of("Authorization"), answer.all("vary"));
            assertEquals(List.of("nosniff"), answer.all("x-content-type-options"));
            assertFalse(answer.all("x-request-id").contains("from-the-service"));
            assertEquals(List.of("2"), answer.all("content-length"));
        }
    }

    @Test
    void an_answer_never_has_two_lengths() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members/both-lengths HTTP/1.1"))
                    .read();
            assertEquals(
                    1,
                    answer.all("content-length").size()
                            + answer.all("transfer-encoding").size(),
                    answer.toString());
            assertEquals("hello", answer.body());
        }
    }

    @Test
    void two_different_lengths_reach_nobody() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: 5", "Content-Length: 7")
                            + "hello")
                    .read();
            assertEquals(400, answer.code());
        }
    }

    @Test
    void of_a_length_beside_chunks_only_the_chunks_go_on() throws IOException {
        try (var wire = new Wire()) {
            var smuggled = "0\r\n\r\nGET /internal/assignments HTTP/1.1\r\nHost: a\r\n\r\n";
            wire.send(Wire.head(
                            "POST /api/v1/members HTTP/1.1",
                            "Content-Length: " + smuggled.length(),
                            "Transfer-Encoding: chunked")
                    + smuggled);
            var seen = new JsonObject(wire.read().body());
            assertEquals(0, seen.getInteger("bodyLength"));
            assertFalse(seen.getString("head").toLowerCase(Locale.ROOT).contains("content-length"));
            // What followed is a request of its own, and judged as one.
            assertEquals(404, wire.read().code());
        }
    }

    @Test
    void a_folded_header_goes_on_in_one_line() throws IOException {
        assertTrue(seen("X-Custom: one\r\n two").contains("\r\nx-custom: one two\r\n"));
    }

    @Test
    void an_answer_that_ends_with_the_connection_arrives_whole() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members/until-close HTTP/1.1"))
                    .read();
            assertEquals("all of it", answer.body());
            assertEquals(List.of("chunked"), answer.all("transfer-encoding"));
        }
    }

    @Test
    void a_client_of_http_1_0_gets_an_answer_it_can_read() throws IOException {
        try (var wire = new Wire()) {
            var all = wire.send(Wire.head("GET /api/v1/members/until-close HTTP/1.0"))
                    .readToEnd();
            assertTrue(all.endsWith("\r\n\r\nall of it"), all);
            assertFalse(all.toLowerCase(Locale.ROOT).contains("transfer-encoding"), all);
        }
    }

    @Test
    void an_answer_without_body_has_none() throws IOException {
        try (var wire = new Wire()) {
            for (var path : List.of("no-content", "not-modified")) {
                var answer = wire.send(Wire.head("GET /api/v1/members/" + path + " HTTP/1.1"))
                        .read();
                assertEquals(List.of("\"7\""), answer.all("etag"));
                assertEquals(List.of(), answer.all("transfer-encoding"));
            }
            // The same connection goes on with a proper answer: nothing was left on it.
            assertEquals(
                    200,
                    wire.send(Wire.head("GET /api/v1/members HTTP/1.1")).read().code());
        }
    }

    @Test
    void a_head_request_gets_the_headers_alone() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("HEAD /api/v1/members HTTP/1.1", "Connection: close"))
                    .readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.contains("etag: \"3-full\""), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @Test
    void interim_answers_of_a_service_are_passed_over() throws IOException {
        try (var wire = new Wire()) {
            assertEquals(
                    200,
                    wire.send(Wire.head("GET /api/v1/members/interim HTTP/1.1"))
                            .read()
                            .code());
        }
    }

    @Test
    void the_place_of_something_created_is_on_the_gateway() throws IOException {
        try (var wire = new Wire()) {
            var created = wire.send(Wire.head("POST /api/v1/members/created HTTP/1.1", "Content-Length: 0"))
                    .read();
            assertEquals(List.of("/api/v1/members/1"), created.all("location"));
            var elsewhere = wire.send(Wire.head("GET /api/v1/members/elsewhere HTTP/1.1"))
                    .read();
            assertEquals(List.of("https://elsewhere.example/"), elsewhere.all("location"));
        }
    }

    @Test
    void a_services_own_problem_goes_on_untouched() throws IOException {
        try (var wire = new Wire()) {
            var answer =
                    wire.send(Wire.head("GET /api/v1/members/problem HTTP/1.1")).read();
            assertEquals(409, answer.code());
            assertEquals(List.of("application/problem+json"), answer.all("content-type"));
            assertEquals("{\"code\":\"conflict\"}", answer.body());
        }
    }

    private static String seen(String... headers) throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", headers))
                    .read();
            assertEquals(200, answer.code(), answer.toString());
            return new JsonObject(answer.body()).getString("head").toLowerCase(Locale.ROOT) + "\r\n";
        }
    }
}
