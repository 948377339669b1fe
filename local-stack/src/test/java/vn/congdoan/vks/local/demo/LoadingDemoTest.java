package vn.congdoan.vks.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.realm.DemoLogins;

/// Against a played gateway that notes what it is asked.
@NullMarked
class LoadingDemoTest {
    private static final String ONE_SYSTEM = "019366a0-0000-7000-8000-000000000001";
    private static final String ANOTHER_SYSTEM = "019366a0-0000-7000-8000-000000000002";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<Function<String, Answer>> answers = new AtomicReference<>(LoadingDemoTest::kindly);
    private final AtomicReference<String> centralUnion = new AtomicReference<>(ONE_SYSTEM);

    @TempDir
    Path directory = Path.of("");

    private final HttpServer gateway;

    private record Answer(int status, String body) {}

    LoadingDemoTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void loads_everything_once_and_then_only_looks_at_which_system_it_is() {
        assertTrue(load().startsWith("demo: 4 unions, 78 sections, 1,548 members in "));
        int whole = asked.size();
        List<Step> steps = DemoScenario.of(UUID.fromString(ONE_SYSTEM));
        long looks = DemoReorganizations.applications(steps).count()
                + steps.stream()
                        .filter(step -> step.kind() == Step.Kind.ONCE_FOR_LINES)
                        .count();
        assertEquals(1 + looks + steps.size(), whole);
        assertEquals("demo: already there", load());
        assertEquals(whole + 1, asked.size());
    }

    @Test
    void loads_again_where_the_system_is_another_one() {
        load();
        centralUnion.set(ANOTHER_SYSTEM);
        assertTrue(load().contains("1,548 members"));
    }

    @Test
    void makes_whole_what_a_failure_left_half_done() {
        answers.set(request -> request.contains("/campaigns/") ? new Answer(503, "") : kindly(request));
        assertThrows(DemoFailed.class, this::load);
        answers.set(LoadingDemoTest::kindly);
        assertTrue(load().contains("1,548 members"));
    }

    @Test
    void asks_again_where_a_service_was_slow_or_away() {
        AtomicInteger rows = new AtomicInteger();
        answers.set(request -> request.startsWith("POST") && rows.getAndIncrement() < 3
                ? new Answer(rows.get() == 2 ? 503 : 504, "")
                : kindly(request));
        assertTrue(load().contains("1,548 members"));
    }

    @Test
    void loads_again_where_the_note_was_cut_off() throws IOException {
        load();
        Files.writeString(note(), "");
        assertTrue(load().contains("1,548 members"));
    }

    @Test
    void fails_with_the_request_and_the_problem() {
        answers.set(request ->
                request.contains("/funds/") ? new Answer(403, "{\"code\":\"not-permitted\"}") : kindly(request));
        DemoFailed failure = assertThrows(DemoFailed.class, this::load);
        assertTrue(String.valueOf(failure.getMessage()).contains("/api/v1/funds/"), failure::getMessage);
        assertTrue(String.valueOf(failure.getMessage()).contains("403: {\"code\":\"not-permitted\"}"));
    }

    @Test
    void fails_where_one_row_is_rejected() {
        answers.set(request -> request.startsWith("POST")
                ? new Answer(200, "{\"items\":[{\"outcome\":\"UNCHANGED\"},{\"index\":1,\"outcome\":\"REJECTED\"}]}")
                : kindly(request));
        DemoFailed failure = assertThrows(DemoFailed.class, this::load);
        assertTrue(String.valueOf(failure.getMessage()).contains("\"index\":1"), failure::getMessage);
    }

    @Test
    void fails_where_there_is_no_token() {
        DemoFailed failure = assertThrows(
                DemoFailed.class,
                () -> load(person -> {
                    throw new IllegalStateException("Keycloak answered 401");
                }));
        assertTrue(String.valueOf(failure.getMessage()).contains("trunguong.quantri: Keycloak answered 401"));
    }

    @Test
    void creates_only_what_is_not_there() {
        load();
        for (String request : asked) {
            boolean creation = request.startsWith("PUT") && !request.contains("/account");
            assertEquals(creation, request.endsWith("If-None-Match: *"), request);
        }
    }

    @Test
    void launches_a_draft_and_leaves_what_is_launched_alone() {
        answers.set(request -> request.startsWith("GET") ? new Answer(200, "{\"status\":\"DRAFT\"}") : kindly(request));
        load();
        assertEquals(11, launches());
        asked.clear();
        centralUnion.set(ANOTHER_SYSTEM);
        answers.set(
                request -> request.startsWith("GET") ? new Answer(200, "{\"status\":\"LAUNCHED\"}") : kindly(request));
        load();
        assertEquals(0, launches());
    }

    @Test
    void goes_on_after_the_last_reorganization_that_is_applied() {
        List<Step> steps = DemoScenario.of(UUID.fromString(ONE_SYSTEM));
        List<Step> applications = DemoReorganizations.applications(steps).toList();
        Step applied = applications.get(1);
        String draft = applied.path().substring(0, applied.path().lastIndexOf('/'));
        answers.set(request -> request.equals("GET /api/v1/" + draft)
                ? new Answer(200, "{\"status\":\"APPLIED\"}")
                : request.startsWith("GET") ? new Answer(404, "{}") : kindly(request));
        assertThrows(DemoFailed.class, this::load);
        answers.set(request ->
                request.equals("GET /api/v1/" + draft) ? new Answer(200, "{\"status\":\"APPLIED\"}") : kindly(request));
        asked.clear();
        load();
        int left = steps.size() - steps.indexOf(applied) - 1;
        assertEquals(1 + applications.size() - 1 + left, asked.size());
        assertFalse(asked.stream().anyMatch(request -> request.contains("/enrolments")));
    }

    private long launches() {
        return asked.stream()
                .filter(request -> request.startsWith("POST") && request.contains("/launch"))
                .count();
    }

    @Test
    void leaves_alone_who_takes_part_already_but_no_other_conflict() {
        answers.set(request ->
                request.contains("/participants") ? new Answer(409, "{\"code\":\"joined-already\"}") : kindly(request));
        assertTrue(load().contains("1,548 members"));
        centralUnion.set(ANOTHER_SYSTEM);
        answers.set(request ->
                request.contains("/participants") ? new Answer(409, "{\"code\":\"wrong-status\"}") : kindly(request));
        assertThrows(DemoFailed.class, this::load);
    }

    private String load() {
        return load(person -> "token-of-" + person.login());
    }

    private String load(Function<DemoLogins, String> tokens) {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        return new LoadingDemo(address, tokens, note(), Duration.ZERO).run();
    }

    private Path note() {
        return directory.resolve("demo-loaded");
    }

    private static Answer kindly(String request) {
        return new Answer(request.startsWith("PUT") ? 201 : 200, "{\"items\":[{\"outcome\":\"CREATED\"}]}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI()
                    + (condition == null ? "" : " If-None-Match: " + condition);
            asked.add(request);
            Answer answer = request.startsWith("GET /api/v1/units?code=VKSTC")
                    ? new Answer(200, "{\"items\":[{\"id\":\"" + centralUnion.get() + "\"}]}")
                    : answers.get().apply(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
