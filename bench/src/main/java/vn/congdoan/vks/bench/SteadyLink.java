package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.system.Place;

/// How soon the central node can read what a province has committed, over a link that delays every byte, and how many
/// bytes go up for it: two whole systems, each with its own gateway.
final class SteadyLink implements Measurement.Measuring {

    private static final String NODE = "qng";
    private static final String DELAY = "50";
    private static final int WARM_UP = 60;
    private static final int CHANGES = 300;
    private static final long PAUSE = 50_000_000;
    private static final long LOOK_EVERY = 1_000_000;
    private static final long PATIENCE = 60_000_000_000L;

    private final BenchSystem system;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(20_261_123);

    SteadyLink(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws Exception {
        Place node = system.startNode(NODE);
        String union = system.text("membership", "select unit_id from unit_version where code = 'QNG' limit 1");
        awaitOwnedBy(union);
        system.shapeLink(NODE, "slow", DELAY);
        run(node, union, WARM_UP);
        double[] half = new double[runs];
        double[] most = new double[runs];
        double[] bytes = new double[runs];
        for (int run = 0; run < runs; run++) {
            double changesBefore = carried(node, "changes");
            double bytesBefore = carried(node, "bytes");
            double[] sorted = run(node, union, CHANGES);
            half[run] = sorted[sorted.length / 2];
            most[run] = sorted[(int) (sorted.length * 0.99)];
            bytes[run] = (carried(node, "bytes") - bytesBefore) / (carried(node, "changes") - changesBefore);
        }
        return List.of(
                Figure.of(
                        "Answered at the province → readable at central, 50 ms of delay each way, p50", "ms", half, ""),
                Figure.of("the same, p99", "ms", most, "≤ 1,000 ms"),
                Figure.of("packed, one change at a time", "bytes/change", bytes, ""));
    }

    private void awaitOwnedBy(String union) throws SQLException {
        long begin = System.nanoTime();
        while (system.number(
                        "membership",
                        "select count(*) from home where union_id = '%s' and node = '%s'".formatted(union, NODE))
                == 0) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IllegalStateException("The records have not moved to the node");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /// The latencies in milliseconds, sorted.
    private double[] run(Place node, String union, int changes) throws Exception {
        String officer = KeycloakServer.at(node.keycloakPort(), node.keycloakManagementPort())
                .tokenOf(DemoLogins.QUANGNGAI_CANBO);
        double[] latencies = new double[changes];
        try (Connection central = system.connect("membership");
                PreparedStatement arrived =
                        central.prepareStatement("select exists (select from member where member_id = ?)")) {
            for (int change = 0; change < changes; change++) {
                UUID member = new UUID(random.nextLong(), random.nextLong());
                arrived.setObject(1, member);
                enrol(node, officer, union, member);
                long answered = System.nanoTime();
                while (!holds(arrived)) {
                    if (System.nanoTime() - answered > PATIENCE) {
                        throw new IllegalStateException("Nothing arrives");
                    }
                    LockSupport.parkNanos(LOOK_EVERY);
                }
                latencies[change] = (System.nanoTime() - answered) / 1e6;
                LockSupport.parkNanos(random.nextLong(PAUSE));
            }
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private void enrol(Place node, String officer, String union, UUID member) throws IOException, InterruptedException {
        byte[] form = json.writeValueAsBytes(Map.of(
                "items",
                List.of(Map.of(
                        "id",
                        member,
                        "unitId",
                        union,
                        "fullName",
                        VietnameseNames.next(random, true),
                        "birth",
                        Map.of("year", 1985),
                        "gender",
                        "FEMALE",
                        "joinedOn",
                        "2010-05-01"))));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + node.gatewayPort() + "/api/v1/members/enrolments"))
                .header("Authorization", "Bearer " + officer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(form))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("CREATED")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /// What went up so far, of the own gateway's metrics.
    private double carried(Place node, String what) throws IOException, InterruptedException {
        String metrics = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.gatewayPort() + "/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher line = Pattern.compile(
                        "(?m)^vks_sync_" + what + "_total\\{(?=[^}]*\"up\")(?=[^}]*\"membership\")[^}]*} (\\S+)$")
                .matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("No metric of " + what);
        }
        return Double.parseDouble(line.group(1));
    }

    private static boolean holds(PreparedStatement condition) throws SQLException {
        try (ResultSet row = condition.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
