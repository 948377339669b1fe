package vn.congdoan.vks.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Membership-service and the identity provider's token endpoint, as another service sees them: a small HTTP server
/// that answers `/internal/directory/…` about [Organization] to those who bring the token it issued.
public final class PlayedMembership implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "service-token";
    private static final String TOKEN_ANSWER =
            "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":5}";
    private static final String UNITS = "/internal/directory/units/";
    private static final String MANY = "/internal/directory/members";
    private static final String MEMBERS = "/internal/directory/members/";

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile boolean isAway;
    private volatile boolean refusesTokens;
    private @Nullable HttpServer server;
    private @Nullable PlayedEvents events;

    /// After [LocalStack], whose broker it needs.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            events = new PlayedEvents(Objects.requireNonNull(System.getProperty(LocalStack.KAFKA)));
            String address = "http://127.0.0.1:" + started.getAddress().getPort();
            System.setProperty(Membership.ADDRESS, address);
            Map<String, String> config = new HashMap<>();
            config.put("vks.membership.url", address);
            config.put("quarkus.oidc-client.auth-server-url", address);
            config.put("quarkus.oidc-client.credentials.secret", "played-secret");
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(Membership.ADDRESS);
        if (events != null) {
            events.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getRawQuery();
            if (path.startsWith(Membership.STEERING)) {
                send(exchange, 200, steered(path.substring(Membership.STEERING.length()), subject(query)));
            } else if (path.equals("/.well-known/openid-configuration")) {
                send(exchange, 200, discovery(exchange));
            } else if (path.equals(Membership.TOKENS)) {
                asked.merge(path, 1, Integer::sum);
                send(exchange, refusesTokens ? 401 : 200, refusesTokens ? "{}" : TOKEN_ANSWER);
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{}");
            } else if (isAway) {
                send(exchange, 500, "{}");
            } else {
                Optional<String> known = path.equals(MANY) ? many(exchange) : known(path, query);
                send(exchange, known.isPresent() ? 200 : 404, known.orElse("{}"));
            }
        }
    }

    private String steered(String what, String subject) {
        switch (what) {
            case "away" -> {
                isAway = true;
                Objects.requireNonNull(events).fallSilent(true);
            }
            case "silent" -> Objects.requireNonNull(events).fallSilent(true);
            case "back" -> {
                isAway = false;
                Objects.requireNonNull(events).fallSilent(false);
                refusesTokens = false;
            }
            case "refuse-tokens" -> refusesTokens = true;
            case "end" -> ended.add(subject);
            default -> {}
        }
        return String.valueOf(asked.getOrDefault(subject, 0));
    }

    private static String discovery(HttpExchange exchange) {
        String address = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
        return "{\"issuer\":\"%1$s\",\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\"}".formatted(address);
    }

    private Optional<String> known(String path, @Nullable String query) {
        if (path.equals("/internal/directory/standing")) {
            asked.merge(subject(query), 1, Integer::sum);
            return Optional.of(standing(subject(query)));
        }
        if (path.startsWith(MEMBERS)) {
            return PlayedEvents.member(path.substring(MEMBERS.length())).map(PlayedMembership::latest);
        }
        return path.startsWith(UNITS)
                ? Organization.of(path.substring(UNITS.length()))
                        .map(PlayedEvents::unit)
                        .map(PlayedMembership::latest)
                : Optional.empty();
    }

    private Optional<String> many(HttpExchange exchange) throws IOException {
        asked.merge(MANY, 1, Integer::sum);
        String ids = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Optional.of(Arrays.stream(ids.split("[^0-9a-f-]+"))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> PlayedEvents.member(id).stream().map(state -> "\"%s\":%s".formatted(id, latest(state))))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String latest(JsonNode state) {
        return "{\"epoch\":1,\"version\":0,\"state\":" + state + "}";
    }

    private static String subject(@Nullable String query) {
        return Arrays.stream((query == null ? "" : query).split("&"))
                .filter(each -> each.startsWith("subject="))
                .map(each -> URLDecoder.decode(each.substring("subject=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /// What an account is stands in its name, `CHAIR@QNG,OFFICER@NAN`, until [Membership#end].
    private String standing(String subject) {
        String assignments = ended.contains(subject)
                ? ""
                : Arrays.stream(subject.split(","))
                        .filter(each -> each.contains("@") && !each.startsWith("MEMBER@"))
                        .map(PlayedMembership::assignment)
                        .collect(Collectors.joining(","));
        String member = subject.startsWith("MEMBER@")
                ? "{\"id\":\"%s\",\"unitId\":\"%s\"}"
                        .formatted(unitOf(subject).member(), unitOf(subject).id())
                : "null";
        return "{\"assignments\":[%s],\"member\":%s}".formatted(assignments, member);
    }

    private static String assignment(String held) {
        Organization unit = unitOf(held);
        return "{\"id\":\"%s\",\"role\":\"%s\",\"unitId\":\"%s\",\"unionId\":\"%s\"}"
                .formatted(
                        UUID.nameUUIDFromBytes(held.getBytes(StandardCharsets.UTF_8)),
                        held.replaceFirst("@.*", ""),
                        unit.id(),
                        unit.union().id());
    }

    private static Organization unitOf(String held) {
        return Organization.valueOf(held.replaceFirst(".*@", ""));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
