package vn.congdoan.vks.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class LimitsTest {

    private static final int LIMIT = 100 * 1024;

    @Test
    void refuses_a_declared_body_over_the_limit_before_it_is_sent() throws IOException {
        long before = Steering.of("membership").state().getLong("requests");
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: " + (LIMIT + 1)))
                    .read();
            assertTooLarge(answer);
        }
        assertEquals(before, Steering.of("membership").state().getLong("requests"));
    }

    @Test
    void a_client_that_sends_100_megabytes_at_once_still_reads_the_refusal() throws IOException {
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: 100000000"));
            var piece = new byte[1_000_000];
            for (int sent = 0; sent < 100; sent++) {
                wire.send(piece);
            }
            assertTooLarge(wire.read());
            assertEquals("", wire.readToEnd());
        }
    }

    @Test
    void cuts_a_chunked_body_off_at_the_limit() throws IOException {
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Transfer-Encoding: chunked"));
            var piece = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
            for (int sent = 0; sent < 10; sent++) {
                wire.send(piece);
            }
            assertTooLarge(wire.read());
        }
    }

    @Test
    void a_file_may_be_larger_where_files_are_attached_and_nowhere_else() throws IOException {
        var path = "/api/v1/support-cases/1/attachments/2";
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("PUT " + path + " HTTP/1.1", "Content-Length: " + 3 * LIMIT))
                    .send(new byte[3 * LIMIT])
                    .read();
            assertEquals(200, answer.code(), answer.toString());
        }
        for (var line : List.of(
                "PUT " + path + " HTTP/1.1 " + (3 * LIMIT + 1),
                "POST " + path + " HTTP/1.1 " + (LIMIT + 1),
                "PUT " + path + "/content HTTP/1.1 " + (LIMIT + 1),
                "PUT /api/v1/support-cases/1 HTTP/1.1 " + (LIMIT + 1))) {
            int end = line.lastIndexOf(' ');
            try (var wire = new Wire()) {
                assertTooLarge(wire.send(Wire.head(line.substring(0, end), "Content-Length:" + line.substring(end)))
                        .read());
            }
        }
        try (var wire = new Wire()) {
            wire.send(Wire.head("PUT " + path + " HTTP/1.1", "Transfer-Encoding: chunked"));
            var piece = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
            for (int sent = 0; sent < 10; sent++) {
                wire.offer(piece);
            }
            assertTooLarge(wire.read());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+5", "5,5", "99999999999999999999", "0x10", "five"})
    void refuses_a_length_that_is_none(String length) throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: " + length) + "hello")
                    .read();
            assertEquals(4, answer.code() / 100, answer.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello world\r\n0\r\n\r\n",
            })
    void refuses_chunks_that_are_none(String chunks) throws IOException {
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Transfer-Encoding: chunked") + chunks);
            var answer = wire.readToEnd();
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: gzip, chunked",
                "Host: other",
                "a b: c"
            })
    void refuses_headers_that_two_readers_could_read_differently(String header) throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", header))
                    .read();
            assertEquals(400, answer.code(), answer.toString());
        }
    }

    @Test
    void asks_for_the_body_only_when_it_will_be_taken() throws IOException {
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: 5", "Expect: 100-continue"));
            assertEquals(100, wire.read().code());
            assertEquals(200, wire.send("hello").read().code());
        }
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: 500000", "Expect: 100-continue"));
            assertTooLarge(wire.read());
        }
        try (var wire = new Wire()) {
            wire.send("POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            assertEquals(401, wire.read().code());
        }
    }

    @Test
    void gives_up_on_a_client_that_does_not_send_its_body() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: 10") + "half ")
                    .read();
            assertEquals(408, answer.code());
            assertEquals("request-timeout", new JsonObject(answer.body()).getString("code"));
        }
    }

    @Test
    void passes_on_an_answer_given_before_the_body_was_read() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members/early HTTP/1.1", "Content-Length: 10") + "half ")
                    .read();
            assertEquals(403, answer.code());
            assertEquals("no", answer.body());
            assertEquals(List.of("close"), answer.all("connection"));
        }
    }

    @Test
    void refuses_headers_over_the_limit() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "X-Bomb: " + "b".repeat(17_000)))
                    .read();
            assertEquals(431, answer.code());
            assertEquals("headers-too-large", new JsonObject(answer.body()).getString("code"));
        }
        try (var wire = new Wire()) {
            var many = "X-B: b\r\n".repeat(40_000).strip();
            var answer =
                    wire.offer(Wire.head("GET /api/v1/members HTTP/1.1", many)).read();
            assertEquals(431, answer.code());
        }
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members?q=" + "b".repeat(9_000) + " HTTP/1.1"))
                    .read();
            assertEquals(414, answer.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void refuses_methods_that_the_api_does_not_know(String method) throws IOException {
        try (var wire = new Wire()) {
            var answer =
                    wire.send(Wire.head(method + " /api/v1/members HTTP/1.1")).read();
            assertEquals(405, answer.code());
            assertEquals("method-not-allowed", new JsonObject(answer.body()).getString("code"));
            assertEquals(1, answer.all("allow").size());
        }
    }

    private static void assertTooLarge(Wire.Answer answer) {
        assertEquals(413, answer.code(), answer.toString());
        assertEquals(List.of("application/problem+json"), answer.all("content-type"));
        assertEquals("body-too-large", new JsonObject(answer.body()).getString("code"));
        assertEquals(List.of("close"), answer.all("connection"));
    }
}
