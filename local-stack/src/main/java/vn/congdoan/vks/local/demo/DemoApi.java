package vn.congdoan.vks.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// The public API of a system, as the demo's people use it. Whatever does not do what was asked fails with the
/// problem that the system answered.
final class DemoApi implements AutoCloseable {
    // Twice what the gateway gives a service, so that its answer comes first.
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    // A service that has just started on a busy machine may be slow at first; every step may be repeated.
    private static final int REPETITIONS = 5;

    private final URI root;
    private final Function<DemoLogins, String> tokenOf;
    private final Duration pause;
    private final Map<DemoLogins, String> tokens = new EnumMap<>(DemoLogins.class);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /// @param tokenOf asks for a token of a login; each is asked for once
    /// @param pause before a request is repeated to which the gateway answered that a service is slow or away
    DemoApi(URI gateway, Function<DemoLogins, String> tokenOf, Duration pause) {
        this.root = gateway.resolve("/api/v1/");
        this.tokenOf = tokenOf;
        this.pause = pause;
    }

    /// The id of the unit that has this code.
    UUID unitOfCode(DemoLogins by, String code) {
        HttpRequest request = request(by, "units?code=" + code).GET().build();
        JsonNode units = json(send(request)).path("items");
        if (units.size() != 1) {
            throw new DemoFailed("There is no one unit %s, but %d.".formatted(code, units.size()));
        }
        return UUID.fromString(units.get(0).path("id").asText());
    }

    JsonNode read(DemoLogins by, String path) {
        return json(send(request(by, path).GET().build()));
    }

    void post(DemoLogins by, String path, String body) {
        send(request(by, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    void perform(Step step) {
        HttpRequest.Builder request = request(step.by(), step.path()).header("Content-Type", "application/json");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(text(step.body()));
        switch (step.kind()) {
            case TRANSITION -> takeStep(step, request.POST(body));
            case ONCE -> send(once(step, body));
            case ONCE_FOR_LINES -> send(once(step, forLines(step)));
            case FINISH -> finish(step, request.POST(body));
            case ADD -> send(request.POST(body).build());
            case JOIN -> send(request.POST(body).build(), DemoApi::isJoinedAlready);
            case CREATE -> send(request.header("If-None-Match", "*").PUT(body).build());
            case PUT -> send(request.PUT(body).build());
            case ENROL -> requireNoneRejected(step, json(send(request.POST(body).build())));
        }
    }

    private HttpRequest once(Step step, HttpRequest.BodyPublisher body) {
        UUID key = DemoIds.of(step.by() + " " + step.path() + " " + text(step.body()));
        return request(step.by(), step.path())
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .header("Idempotency-Key", key.toString())
                .POST(step.body() instanceof Body.Nothing ? HttpRequest.BodyPublishers.noBody() : body)
                .build();
    }

    private HttpRequest.BodyPublisher forLines(Step step) {
        List<UUID> lines = new ArrayList<>();
        read(step.by(), draftOf(step))
                .path("lines")
                .forEach(line -> lines.add(UUID.fromString(line.path("id").asText())));
        return HttpRequest.BodyPublishers.ofString(text(((Body.OfLines) step.body()).forLines(lines)));
    }

    private void takeStep(Step step, HttpRequest.Builder transition) {
        HttpResponse<String> read = send(request(step.by(), draftOf(step)).GET().build());
        if (json(read).path("status").asText().equals("DRAFT")) {
            send(transition
                    .header("If-Match", read.headers().firstValue("ETag").orElse("*"))
                    .build());
        }
    }

    /// What other services tell arrives a moment later, so the closing of its units is waited for.
    private void finish(Step step, HttpRequest.Builder finishing) {
        String path = draftOf(step);
        HttpResponse<String> read = send(request(step.by(), path).GET().build());
        if (json(read).path("status").asText().equals("APPLIED")
                && json(read).path("finalAt").asText("").isEmpty()) {
            if (!Waiting.until(
                    () -> read(step.by(), path + "/closing").path("complete").asBoolean(), CLOSING_LIMIT)) {
                throw new DemoFailed("What " + path + " ended is not closed: " + read(step.by(), path + "/closing"));
            }
            send(finishing
                    .header("If-Match", read.headers().firstValue("ETag").orElse("*"))
                    .build());
        }
    }

    /// Whether a draft was applied before; not so if it is not even written down. Asked as somebody who has a role from
    /// the beginning.
    boolean isApplied(Step application) {
        HttpRequest request =
                request(DemoUnion.VKSTC.admin(), draftOf(application)).GET().build();
        HttpResponse<String> read = send(request, response -> response.statusCode() == 404);
        return json(read).path("status").asText().equals("APPLIED");
    }

    /// The address of the draft is that of the step, less the last segment.
    private static String draftOf(Step step) {
        return step.path().substring(0, step.path().lastIndexOf('/'));
    }

    private static void requireNoneRejected(Step step, JsonNode outcomes) {
        for (JsonNode each : outcomes.path("items")) {
            if (each.path("outcome").asText().equals("REJECTED")) {
                throw new DemoFailed(step.path() + " as " + step.by().login() + " rejected a row: " + each);
            }
        }
    }

    private HttpRequest.Builder request(DemoLogins by, String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(by, this::token));
    }

    private String token(DemoLogins by) {
        try {
            return tokenOf.apply(by);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new DemoFailed("There is no token for " + by.login() + ": " + e.getMessage(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, _ -> false);
    }

    /// @param alsoRight which answers are right beside success
    private HttpResponse<String> send(HttpRequest request, Predicate<HttpResponse<String>> alsoRight) {
        String asked = request.method() + " " + request.uri();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            for (int again = 0; again < REPETITIONS && (isSlowOrAway(response) || isNotToldYet(response)); again++) {
                Thread.sleep(pause);
                response = client.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (response.statusCode() / 100 != 2 && !alsoRight.test(response)) {
                throw new DemoFailed(asked + " was answered " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new DemoFailed(asked + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed(asked + " was interrupted", e);
        }
    }

    private static boolean isJoinedAlready(HttpResponse<String> response) {
        return response.statusCode() == 409
                && json(response).path("code").asText().equals("joined-already");
    }

    /// The service does not know yet that a unit has ended.
    private static boolean isNotToldYet(HttpResponse<String> response) {
        return response.statusCode() == 422 && response.body().contains("\"unit-not-ended\"");
    }

    private static boolean isSlowOrAway(HttpResponse<String> response) {
        return response.statusCode() == 503 || response.statusCode() == 504;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new DemoFailed(response.uri() + " did not answer JSON: " + response.body(), e);
        }
    }

    /// A body as it is sent.
    static String text(Body body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
