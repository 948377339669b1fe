package vn.congdoan.vks.gateway.forwarding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class FailuresTest {

    private static final Steering WELFARE = Steering.of("welfare");

    @Test
    void a_service_that_is_down_is_unavailable_and_the_others_go_on() {
        WELFARE.stop();
        try {
            problem("/api/v1/funds", 503, "upstream-unavailable")
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("welfare"));
            given().auth().oauth2(Tokens.valid()).get("/api/v1/members").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            WELFARE.start();
        }
        given().auth().oauth2(Tokens.valid()).get("/api/v1/funds").then().statusCode(200);
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_too_slow() {
        problem("/api/v1/funds/silent", 504, "upstream-timeout").time(lessThan(5_000L));
        WELFARE.await(state -> state.getInteger("open") <= 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "closing", "strange-status"})
    void a_service_that_does_not_speak_http_is_broken(String behaviour) {
        problem("/api/v1/funds/" + behaviour, 502, "upstream-broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "half-chunked", "stalling"})
    void an_answer_that_breaks_off_does_not_look_complete(String behaviour) throws IOException {
        try (var wire = new Wire()) {
            var all = wire.send(Wire.head("GET /api/v1/funds/" + behaviour + " HTTP/1.1"))
                    .readToEnd();
            assertTrue(all.startsWith("HTTP/1.1 200"), all);
            boolean chunked = all.contains("chunked");
            assertTrue(chunked ? !all.endsWith("0\r\n\r\n") : all.length() < 500, all);
        }
    }

    @Test
    void clients_that_go_away_leave_no_connection_behind() throws IOException {
        for (int round = 0; round < 5; round++) {
            List<Wire> wires = new ArrayList<>();
            long before = WELFARE.state().getLong("requests");
            for (int client = 0; client < 8; client++) {
                var wire = new Wire();
                wires.add(wire.send(Wire.head("GET /api/v1/funds/silent HTTP/1.1")));
            }
            WELFARE.await(state -> state.getLong("requests") >= before + 8);
            for (var wire : wires) {
                wire.abort();
            }
            WELFARE.await(state -> state.getInteger("open") == 0);
        }
        given().auth().oauth2(Tokens.valid()).get("/api/v1/funds").then().statusCode(200);
    }

    @Test
    void a_client_that_goes_away_while_it_sends_leaves_no_connection_behind() throws IOException {
        long before = WELFARE.state().getLong("received");
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/funds HTTP/1.1", "Content-Length: 1000"))
                    .send("some");
            WELFARE.await(state -> state.getLong("received") >= before + 4);
            int open = WELFARE.state().getInteger("open");
            wire.abort();
            WELFARE.await(state -> state.getInteger("open") < open);
        }
    }

    @Test
    void a_client_that_goes_away_while_it_reads_leaves_no_connection_behind() throws IOException {
        try (var wire = new Wire()) {
            wire.send(Wire.head("GET /api/v1/funds/large?size=100000000 HTTP/1.1"));
            wire.readOctets(100_000);
            int open = WELFARE.state().getInteger("open");
            wire.abort();
            WELFARE.await(state -> state.getInteger("open") < open);
        }
    }

    @Test
    void more_requests_than_a_slow_service_can_hold_are_refused_at_once()
            throws InterruptedException, ExecutionException {
        var token = Tokens.valid();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int client = 0; client < 40; client++) {
                answers.add(clients.submit(() -> given().auth()
                        .oauth2(token)
                        .get("/api/v1/funds/silent")
                        .jsonPath()
                        .getString("code")));
            }
            List<String> codes = new ArrayList<>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertTrue(codes.contains("upstream-unavailable"), codes.toString());
            assertEquals(
                    List.of("upstream-timeout", "upstream-unavailable"),
                    codes.stream().distinct().sorted().toList());
        }
        given().auth().oauth2(token).get("/api/v1/members").then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/funds").then().statusCode(200);
    }

    @Test
    void a_restarted_service_is_found_again() {
        given().auth().oauth2(Tokens.valid()).get("/api/v1/funds").then().statusCode(200);
        WELFARE.stop();
        WELFARE.start();
        int status = 0;
        // The first request may still meet a connection of the old process.
        for (int attempt = 0; attempt < 10 && status != 200; attempt++) {
            status = given().auth().oauth2(Tokens.valid()).get("/api/v1/funds").statusCode();
        }
        assertEquals(200, status);
    }

    private static ValidatableResponse problem(String path, int status, String code) {
        return given().auth()
                .oauth2(Tokens.valid())
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("/problems/" + code))
                .body("requestId", notNullValue());
    }
}
