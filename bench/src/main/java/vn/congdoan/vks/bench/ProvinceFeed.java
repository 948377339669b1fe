package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

/// The feed of a province whose node has enrolled members while it was alone, as that node's gateway would hand
/// it over to membership-service of the central node, one batch after the other.
final class ProvinceFeed {

    /// As many as a gateway asks for at a time.
    static final int BATCH = 1_000;

    static final String NODE = "qng";

    private static final int EPOCH = 1;

    private final BenchSystem system;
    private final UUID union;
    private final UUID central;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(20_261_124);
    private long position;

    private ProvinceFeed(BenchSystem system, UUID central) throws IOException, InterruptedException {
        this.system = system;
        this.central = central;
        this.union = found();
    }

    /// Founds a province and registers its node, which from then on alone writes the province's records.
    static ProvinceFeed found(BenchSystem system) throws Exception {
        String root =
                system.text("membership", "select unit_id from unit_version where kind = 'CENTRAL_UNION' limit 1");
        return new ProvinceFeed(system, UUID.fromString(root));
    }

    private UUID found() throws IOException, InterruptedException {
        String admin = system.token(DemoLogins.TRUNGUONG_QUANTRI);
        JsonNode made = create(
                admin,
                "/api/v1/units",
                Map.of(
                        "kind", "PROVINCIAL_UNION",
                        "parentId", central,
                        "code", "DO-QNG",
                        "name", "Công đoàn tỉnh để đo",
                        "validFrom", "2000-01-01"));
        String id = made.path("id").asText();
        create(admin, "/api/v1/sync/nodes", Map.of("name", NODE, "unionId", id));
        create(
                admin,
                "/api/v1/assignments",
                Map.of(
                        "subject",
                        DemoClients.NODE_QNG.subject(),
                        "role",
                        "NODE",
                        "unitId",
                        id,
                        "validFrom",
                        "2020-01-01"));
        return UUID.fromString(id);
    }

    private JsonNode create(String token, String path, Map<String, Object> form)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(form)))
                .build();
        return json.readTree(require(201, request));
    }

    /// The last position that was made.
    long position() {
        return position;
    }

    /// So many enrolments more, packed for the way.
    List<byte[]> enrolments(int count) throws IOException {
        List<byte[]> batches = new ArrayList<>();
        long head = position + count;
        while (position < head) {
            batches.add(batch(head));
        }
        return batches;
    }

    private byte[] batch(long head) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream lines = new GZIPOutputStream(packed)) {
            lines.write(json.writeValueAsBytes(Map.of(
                    "sender", NODE,
                    "epoch", EPOCH,
                    "from", position,
                    "to", position + BATCH,
                    "head", head,
                    "changes", BATCH)));
            for (int change = 0; change < BATCH; change++) {
                lines.write('\n');
                lines.write(json.writeValueAsBytes(enrolment()));
            }
        }
        return packed.toByteArray();
    }

    private Map<String, Object> enrolment() {
        position++;
        UUID member = new UUID(random.nextLong(), random.nextLong());
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("position", position);
        change.put("changeId", new UUID(random.nextLong(), random.nextLong()));
        change.put("kind", "STATE");
        change.put("aggregateType", "member");
        change.put("aggregateId", member);
        change.put("streamKey", member);
        change.put("version", 0);
        change.put("originNode", NODE);
        change.put("originEpoch", EPOCH);
        change.put("originPosition", position);
        change.put("ownerUnion", union);
        change.put("audience", List.of(union, central));
        change.put("recordedAt", Instant.now().toString());
        change.put("effectiveDate", "2010-05-01");
        change.put("type", "enrolled");
        change.put("schemaVersion", 1);
        change.put("state", state(member));
        return change;
    }

    private Map<String, Object> state(UUID member) {
        boolean woman = random.nextBoolean();
        return Map.ofEntries(
                Map.entry("id", member),
                Map.entry("ownerUnionId", union),
                Map.entry("unitId", union),
                Map.entry("status", "ACTIVE"),
                Map.entry("fullName", VietnameseNames.next(random, woman)),
                Map.entry("birthYear", 1960 + random.nextInt(43)),
                Map.entry("gender", woman ? "FEMALE" : "MALE"),
                Map.entry("inParty", random.nextBoolean()),
                Map.entry("kinh", true),
                Map.entry("education", "BACHELOR"),
                Map.entry("category", "CIVIL_SERVANT"),
                Map.entry("joinedOn", "2010-05-01"),
                Map.entry("recordedAt", "2026-01-01T00:00:00Z"),
                Map.entry(
                        "placements",
                        List.of(Map.of("unitId", union, "validFrom", "2010-05-01", "beganAs", "ADMITTED"))));
    }

    /// Hands batches over, each as soon as the one before was taken.
    void handOver(List<byte[]> batches) throws IOException, InterruptedException {
        String token = system.token(DemoClients.NODE_QNG);
        for (byte[] batch : batches) {
            require(
                    200,
                    request("/api/v1/sync/membership/batches", token)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofByteArray(batch))
                            .build());
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + system.place().membershipPort() + path))
                .header("Authorization", "Bearer " + token);
    }

    private byte[] require(int status, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
