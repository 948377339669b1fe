package vn.congdoan.vks.gateway.entry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class EntryTest {

    @Test
    void tells_problems_in_the_readers_language() {
        given().get("/api/v1/members")
                .then()
                .statusCode(401)
                .header("Content-Language", "vi")
                .header("Cache-Control", "no-store")
                .body("title", equalTo("Chưa đăng nhập"));
        given().header("Accept-Language", "en")
                .get("/api/v1/members")
                .then()
                .statusCode(401)
                .header("Content-Language", "en")
                .body("title", equalTo("Not signed in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members",
                "/nothing",
                "/openapi.json",
                "/docs/",
                "/q/health",
                "/q/metrics",
                "/docs/x",
                "/q/x"
            })
    void every_answer_has_a_request_id_and_forbids_sniffing(String path) {
        given().header("X-Request-Id", "abc-1")
                .get(path)
                .then()
                .header("X-Request-Id", "abc-1")
                .header("X-Content-Type-Options", "nosniff");
        given().get(path).then().header("X-Request-Id", notNullValue());
    }

    @Test
    void logs_each_request_once_without_what_is_personal() throws InterruptedException {
        try (var log = new Listening()) {
            given().auth()
                    .oauth2(Tokens.valid())
                    .header("X-Request-Id", "log-1")
                    .body("{\"name\":\"secret-body\"}")
                    .post("/api/v1/members/secret-id/admit?q=secret-query");
            var line = log.next("log-1");
            assertEquals("/api/v1/members/{id}/admit", line.getMdc("route"));
            assertEquals("POST", line.getMdc("method"));
            assertEquals("200", line.getMdc("status"));
            assertTrue(Long.parseLong(line.getMdc("durationMillis")) >= 0);
            var everything = new SimpleFormatter().formatMessage(line) + line.getMdcCopy();
            assertFalse(everything.contains("secret"), everything);
        }
    }

    @Test
    void logs_refused_and_cut_off_requests_too() throws IOException, InterruptedException {
        try (var log = new Listening()) {
            given().header("X-Request-Id", "log-2").get("/api/v1/members");
            assertEquals("401", log.next("log-2").getMdc("status"));
            given().header("X-Request-Id", "log-3").get("/secret-path");
            assertEquals("/**", log.next("log-3").getMdc("route"));
            try (var wire = new Wire()) {
                wire.send(Wire.head("GET /api/v1/funds/half HTTP/1.1", "X-Request-Id: log-4"))
                        .readToEnd();
            }
            assertEquals("false", log.next("log-4").getMdc("complete"));
        }
    }

    @Test
    void counts_requests_by_template_and_not_by_path() {
        given().auth().oauth2(Tokens.valid()).get("/api/v1/members/secret-path-part");
        given().get("/secret-path-part");
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/api/v1/members/{id}\""))
                .body(not(containsString("secret-path-part")));
    }

    @Test
    void is_live_and_ready_and_says_what_it_knows_of_the_services() {
        given().auth().oauth2(Tokens.valid()).get("/api/v1/funds").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'services' }.data.welfare", containsString("answered"));
    }

    @Test
    void logs_a_page_under_another_name_once() throws InterruptedException {
        try (var log = new Listening()) {
            given().header("X-Request-Id", "log-5").get("/docs/");
            given().header("X-Request-Id", "log-6").get("/openapi.json");
            assertEquals("200", log.next("log-5").getMdc("status"));
            assertEquals("log-6", log.lines.take().getMdc("requestId"));
        }
    }

    @Test
    void a_refusal_does_not_cost_the_client_its_connection() throws IOException {
        try (var wire = new Wire()) {
            for (var path : List.of("/api/v1/members", "/nothing", "/api/v1/%2e", "/api/v1/members")) {
                var answer = wire.send("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                        .read();
                assertEquals(4, answer.code() / 100);
                assertEquals(List.of(), answer.all("connection"));
            }
            assertEquals(
                    200,
                    wire.send(Wire.head("GET /api/v1/members HTTP/1.1")).read().code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.json", "/q/health", "/q/health/live", "/q/metrics", "/docs/"})
    void a_page_is_only_read(String page) {
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            given().request(method, page)
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .contentType("application/problem+json");
        }
        given().options(page).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        given().head(page).then().statusCode(200);
        given().get(page).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members?q=%",
                "/api/v1/members?q=a|b",
                "/api/v1/members/{abc}",
                "/api/v1/members/Nguy\u00e1\u00bb\u0085n",
                "/api/v1/members?q=\u00c4\u0091",
                "/q/health?%zz",
                "/{"
            })
    void an_address_that_is_no_uri_is_refused_like_any_other(String address) throws Exception {
        try (var log = new Listening();
                var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET " + address + " HTTP/1.1", "X-Request-Id: log-uri"))
                    .read();
            assertEquals(400, answer.code());
            assertEquals(List.of("application/problem+json"), answer.all("content-type"));
            assertEquals(List.of("log-uri"), answer.all("x-request-id"));
            assertTrue(answer.body().contains("\"requestId\":\"log-uri\""), answer.body());
            assertEquals("400", log.next("log-uri").getMdc("status"));
        }
    }

    @Test
    void a_request_without_host_is_refused() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send("GET /api/v1/members HTTP/1.1\r\n\r\n").read();
            assertEquals(400, answer.code());
            assertEquals(List.of("application/problem+json"), answer.all("content-type"));
        }
    }

    /// Collects the lines of the access log.
    private static final class Listening extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger("vn.congdoan.vks.gateway.access");
        private final BlockingQueue<ExtLogRecord> lines = new LinkedBlockingQueue<>();

        Listening() {
            logger.addHandler(this);
        }

        ExtLogRecord next(String requestId) throws InterruptedException {
            while (true) {
                var line = lines.poll(10, TimeUnit.SECONDS);
                assertTrue(line != null, "no line for " + requestId);
                Map<String, String> fields = line.getMdcCopy();
                if (requestId.equals(fields.get("requestId"))) {
                    return line;
                }
            }
        }

        @Override
        public void publish(LogRecord line) {
            var whole = ExtLogRecord.wrap(line);
            whole.copyMdc();
            lines.add(whole);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
