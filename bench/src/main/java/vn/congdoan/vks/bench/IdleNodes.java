package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.congdoan.vks.local.realm.DemoLogins;

/// What 63 nodes without anything to say cost the central one: each waits at the feeds of three services and asks now
/// and then how far its own feeds are and whether it shall compare, as a node's gateway does.
final class IdleNodes implements Measurement.Measuring {

    private static final int NODES = 63;
    private static final String PASSWORD = "demo-only";
    private static final List<String> SERVICES = List.of("membership", "campaign", "welfare");
    private static final Duration SLICE = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// Slices of a settled system differ by less than this part of one processor.
    private static final double STEADY = 0.03;
    /// A feed is waited at for five seconds, and everything else is asked for once a minute.
    private static final int WAITS_UNTIL_THE_REST = 12;

    private final BenchSystem system;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();

    IdleNodes(BenchSystem system) {
        this.system = system;
    }

    private record Node(String name, String login) {}

    @Override
    public List<Figure> measure(int runs) throws Exception {
        List<Node> nodes = found();
        double[] alone = new double[runs];
        double[] beside = new double[runs];
        double[] requests = new double[runs];
        for (int run = 0; run < runs; run++) {
            alone[run] = atRest().share() * 100;
            idle.set(true);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> waiting = new ArrayList<>();
                for (Node node : nodes) {
                    String token = token("congdoan", "console", node.login());
                    for (String service : SERVICES) {
                        waiting.add(threads.submit(() -> stayIdle(node, service, token)));
                    }
                }
                Seen seen = atRest();
                beside[run] = seen.share() * 100;
                requests[run] = seen.requests();
                idle.set(false);
                for (Future<Integer> each : waiting) {
                    each.get();
                }
            }
        }
        return List.of(
                Figure.of("Processor time of central's services and database at rest", "% of one", alone, ""),
                Figure.of("the same with %d idle nodes".formatted(NODES), "% of one", beside, ""),
                Figure.of("requests of theirs", "/s", requests, ""));
    }

    /// What happened in a time.
    ///
    /// @param share of one processor, of all parts
    /// @param requests a second, of the nodes
    private record Seen(double share, double requests) {}

    /// What happens once two slices following each other took about the same.
    private Seen atRest() throws Exception {
        long begin = System.nanoTime();
        double last = during(SLICE).share();
        for (double next = during(SLICE).share();
                Math.abs(next - last) > STEADY;
                next = during(SLICE).share()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("The system does not come to rest");
            }
            last = next;
        }
        return during(MEASURED);
    }

    /// The time that passes is what is measured; nothing is waited for.
    private Seen during(Duration window) throws Exception {
        double processorBefore = system.processorSeconds();
        int askedBefore = asked.get();
        Thread.sleep(window);
        return new Seen(
                (system.processorSeconds() - processorBefore) / window.toSeconds(),
                (asked.get() - askedBefore) / (double) window.toSeconds());
    }

    private int stayIdle(Node node, String service, String token) throws IOException, InterruptedException {
        String path = "/api/v1/sync/" + service;
        int epoch = 1;
        long after = 0;
        for (int wait = 0; idle.get(); wait++) {
            if (wait % WAITS_UNTIL_THE_REST == 0) {
                get(path + "/cursors/" + node.name(), token, "application/json");
                get(path + "/waiting-comparisons", token, "application/json");
            }
            HttpResponse<byte[]> feed = get(
                    "%s/changes?epoch=%d&after=%d&limit=1000&wait=5".formatted(path, epoch, after),
                    token,
                    "application/x-ndjson");
            epoch = (int) feed.headers().firstValueAsLong("Sync-Epoch").orElseThrow();
            after = feed.headers().firstValueAsLong("Sync-To").orElseThrow();
        }
        return epoch;
    }

    private HttpResponse<byte[]> get(String path, String token, String accepted)
            throws IOException, InterruptedException {
        asked.incrementAndGet();
        return send(
                200,
                HttpRequest.newBuilder(gateway(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", accepted));
    }

    private URI gateway(String path) {
        return URI.create("http://127.0.0.1:" + system.place().gatewayPort() + path);
    }

    private List<Node> found() throws Exception {
        String central =
                system.text("membership", "select unit_id from unit_version where kind = 'CENTRAL_UNION' limit 1");
        String admin = system.token(DemoLogins.TRUNGUONG_QUANTRI);
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= NODES; number++) {
            String name = "nut-%02d".formatted(number);
            String union = create(
                            admin,
                            "/api/v1/units",
                            Map.of(
                                    "kind",
                                    "PROVINCIAL_UNION",
                                    "parentId",
                                    central,
                                    "code",
                                    "DO-%02d".formatted(number),
                                    "name",
                                    "Công đoàn tỉnh để đo " + number,
                                    "validFrom",
                                    "2000-01-01"))
                    .path("id")
                    .asText();
            create(admin, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union));
            create(
                    admin,
                    "/api/v1/assignments",
                    Map.of("subject", account(name), "role", "NODE", "unitId", union, "validFrom", "2020-01-01"));
            nodes.add(new Node(name, name));
        }
        return nodes;
    }

    private JsonNode create(String token, String path, Map<String, Object> form)
            throws IOException, InterruptedException {
        return json.readTree(send(
                        201,
                        HttpRequest.newBuilder(gateway(path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(form))))
                .body());
    }

    /// @return the subject of the new account's tokens
    private String account(String login) throws IOException, InterruptedException {
        Map<String, Object> form = Map.of(
                "username",
                login,
                "enabled",
                true,
                "firstName",
                "Nút",
                "lastName",
                login,
                "email",
                login + "@congdoan.example",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        String location = send(
                        201,
                        HttpRequest.newBuilder(keycloak("/admin/realms/congdoan/users"))
                                .header("Authorization", "Bearer " + token("master", "admin-cli", "admin"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(form))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String token(String realm, String clientId, String login) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s".formatted(clientId, login, PASSWORD);
        HttpResponse<byte[]> answer = send(
                200,
                HttpRequest.newBuilder(keycloak("/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private URI keycloak(String path) {
        return URI.create("http://localhost:" + system.place().keycloakPort() + path);
    }

    private HttpResponse<byte[]> send(int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
