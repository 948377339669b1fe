package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How many members a second are enrolled through the API, 500 in a request, beside COPY of the very rows that this
/// wrote into the same tables, with their indexes, constraints and triggers.
final class MemberEnrolment implements Measurement.Measuring {

    private static final int PRESENT = 100_000;
    private static final int ENROLLED = 20_000;
    private static final int ROWS = 500;
    private static final int CLIENTS = 2;
    private static final int WARM_UPS = 3;

    /// In the order in which they refer to each other.
    private static final List<String> TABLES = List.of("member", "person_key", "placement", "membership_step");

    private final BenchSystem system;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(20_261_123);
    private int numbers;

    MemberEnrolment(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws Exception {
        List<ManyMembers.Province> provinces;
        try (Connection connection = system.connect("membership")) {
            provinces = ManyMembers.fill(connection, PRESENT);
        }
        system.makeOfficer(DemoLogins.QUANGNGAI_CANBO, provinces.getFirst().union());
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            enrol(requests(provinces.getFirst()));
        }
        double[] ours = new double[runs];
        double[] copied = new double[runs];
        double[] share = new double[runs];
        for (int run = 0; run < runs; run++) {
            List<String> requests = requests(provinces.getFirst());
            String before = system.text("membership", "select max(recorded_at)::text from member");
            long begin = System.nanoTime();
            enrol(requests);
            ours[run] = ENROLLED / ((System.nanoTime() - begin) / 1e9);
            copied[run] = copyAgain(before);
            share[run] = ours[run] / copied[run];
        }
        return List.of(
                Figure.of("Enrolment through the API, 2 clients, 500 in a request", "members/s", ours, ""),
                Figure.of("limit: COPY of the same rows", "members/s", copied, ""),
                Figure.of("share of the limit", "", share, "≥ 0.25"));
    }

    private List<String> requests(ManyMembers.Province province) throws IOException {
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < ENROLLED; from += ROWS) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                rows.add(row(VietnameseNames.any(province.units(), random)));
            }
            requests.add(json.writeValueAsString(Map.of("items", rows)));
        }
        return requests;
    }

    private Map<String, Object> row(UUID unit) {
        numbers++;
        boolean woman = random.nextBoolean();
        int year = 1968 + random.nextInt(32);
        return Map.ofEntries(
                Map.entry("id", UUID.randomUUID()),
                Map.entry("unitId", unit),
                Map.entry("fullName", VietnameseNames.next(random, woman)),
                Map.entry("gender", woman ? "FEMALE" : "MALE"),
                Map.entry("birth", Map.of("year", year, "date", year + "-03-%02d".formatted(1 + random.nextInt(28)))),
                Map.entry("joinedOn", (year + 23) + "-05-01"),
                Map.entry("category", "CIVIL_SERVANT"),
                Map.entry("education", "BACHELOR"),
                Map.entry("memberNumber", "B%08d".formatted(numbers)),
                Map.entry("cardNumber", "C%08d".formatted(numbers)),
                Map.entry("citizenId", "051%d%02d%06d".formatted(woman ? 1 : 0, year % 100, numbers)),
                Map.entry("address", "Số 1, đường Minh Họa, Quảng Ngãi"),
                Map.entry("phone", "0900%06d".formatted(numbers % 1_000_000)),
                Map.entry("ethnicity", "Kinh"),
                Map.entry("source", "Số liệu đo"));
    }

    private void enrol(List<String> requests) throws InterruptedException, ExecutionException {
        String token = system.token(DemoLogins.QUANGNGAI_CANBO);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Void>> answers = new ArrayList<>();
            for (String request : requests) {
                answers.add(clients.submit(() -> {
                    requireCreated(post(request, token));
                    return null;
                }));
            }
            for (Future<Void> answer : answers) {
                answer.get();
            }
        }
    }

    private HttpResponse<String> post(String body, String token) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + system.place().membershipPort() + "/api/v1/members/enrolments");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void requireCreated(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        for (JsonNode each : json.readTree(response.body()).path("items")) {
            if (!each.path("outcome").asText().equals("CREATED")) {
                throw new IllegalStateException("A row was not taken: " + each);
            }
        }
    }

    /// Takes what was enrolled since a moment out of the tables, past their guards, and puts it in again by COPY.
    private double copyAgain(String before) throws SQLException, IOException {
        Path directory = Files.createTempDirectory(
                "enrolled", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        try (Connection connection = system.connect("membership");
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (String table : TABLES) {
                columns.put(table, columns(table));
            }
            takeOut(statement, columns, before, directory);
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (String table : TABLES) {
                statement.execute(
                        "copy %s (%s) from '%s'".formatted(table, columns.get(table), directory.resolve(table)));
            }
            connection.commit();
            return ENROLLED / ((System.nanoTime() - begin) / 1e9);
        } finally {
            for (String table : TABLES) {
                Files.deleteIfExists(directory.resolve(table));
            }
            Files.delete(directory);
        }
    }

    private String columns(String table) throws SQLException {
        return system.text("membership", """
                select string_agg(attname, ', ' order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = \'\'
                """.formatted(table));
    }

    private static void takeOut(Statement statement, Map<String, String> columns, String before, Path directory)
            throws SQLException {
        statement.execute(
                "create temporary table enrolled as select member_id from member where recorded_at > '" + before + "'");
        String ofThese = " where member_id in (select member_id from enrolled)";
        for (String table : TABLES) {
            statement.execute("copy (select %s from %s%s) to '%s'"
                    .formatted(columns.get(table), table, ofThese, directory.resolve(table)));
        }
        statement.execute("set session_replication_role = replica");
        for (String table : TABLES.reversed()) {
            statement.execute("delete from " + table + ofThese);
        }
        statement.execute("set session_replication_role = default");
    }
}
