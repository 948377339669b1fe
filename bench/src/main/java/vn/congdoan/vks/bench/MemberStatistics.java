package vn.congdoan.vks.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// How long one reader waits for the statistics of the root with its children as of any day, among 1,000,000 members
/// (`BENCH_MEMBERS`: another number), on the tree of the day and on that of today; beside that, what the
/// database takes to count them. And how long it takes to roll up all facts once.
final class MemberStatistics implements Measurement.Measuring {

    private static final int MEMBERS = Integer.parseInt(System.getenv().getOrDefault("BENCH_MEMBERS", "1000000"));
    private static final int WARM_UPS = 2_000;
    private static final int ROUNDS = 1_000;
    private static final int COUNTS = 5;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final String COUNT = """
            select unit_version.union_id, count(*), count(*) filter (where member.gender = 'FEMALE')
            from placement
            join unit_version on unit_version.unit_id = placement.unit_id and unit_version.valid @> ?::date
            join member on member.member_id = placement.member_id
            where placement.valid @> ?::date
            group by 1
            """;

    private final BenchSystem system;
    private final Random random = new Random(20_261_122);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Figure> figures = new ArrayList<>();

    MemberStatistics(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        UUID root = UUID.fromString(
                system.text("membership", "select unit_id from directory_unit_version where kind = 'CENTRAL_UNION'"));
        try (Connection connection = system.connect("membership")) {
            ManyMembers.fill(connection, MEMBERS);
            system.makeOfficer(DemoLogins.TRUNGUONG_CANBO, root);
            figures.add(Figure.of("Rolling up all facts once", "s", new double[] {rollUp(connection)}, ""));
            figures.add(Figure.of("Pages of counts", "MB", new double[] {megabytes()}, ""));
            figures.add(Figure.of("Counting in SQL (limit)", "ms", count(connection), ""));
        }
        String path = "/api/v1/units/" + root + "/statistics?asOf=";
        measure("Statistics of the root, tree=then", path, _ -> "&tree=then", runs, "≤ 10 ms");
        measure("Statistics of the root, tree=now", path, _ -> "&tree=now", runs, "≤ 10 ms");
        measure("The same with moves of a year", path, day -> "&tree=now&from=" + day.minusYears(1), runs, "");
        return figures;
    }

    private double rollUp(Connection connection) throws SQLException {
        long begin = System.nanoTime();
        ManyMembers.recount(connection);
        if (!Waiting.until(this::isRolledUp, PATIENCE)) {
            throw new IllegalStateException("Not rolled up in " + PATIENCE);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) count_page, count_pending");
        }
        return seconds;
    }

    private boolean isRolledUp() {
        try {
            return system.number("membership", "select count(*) from (select from count_pending limit 1) one") == 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private double megabytes() throws SQLException {
        return system.number("membership", "select pg_total_relation_size('count_page')") / 1e6;
    }

    private double[] count(Connection connection) throws SQLException {
        double[] millis = new double[COUNTS];
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            for (int round = 0; round < COUNTS; round++) {
                LocalDate day = anyDay();
                statement.setObject(1, day);
                statement.setObject(2, day);
                long begin = System.nanoTime();
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalStateException("Nobody on " + day);
                    }
                }
                millis[round] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return millis;
    }

    private LocalDate anyDay() {
        return FIRST_DAY.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay())));
    }

    private void measure(String what, String path, Function<LocalDate, String> more, int runs, String goal)
            throws IOException, InterruptedException {
        time(path, more, WARM_UPS);
        double[] half = new double[runs];
        double[] most = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] all = time(path, more, ROUNDS);
            Arrays.sort(all);
            half[run] = all[all.length / 2];
            most[run] = all[(int) (all.length * 0.99)];
        }
        figures.add(Figure.of(what + ", p50", "ms", half, goal));
        figures.add(Figure.of(what + ", p99", "ms", most, ""));
    }

    private double[] time(String path, Function<LocalDate, String> more, int rounds)
            throws IOException, InterruptedException {
        String token = system.token(DemoLogins.TRUNGUONG_CANBO);
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            LocalDate day = anyDay();
            URI address =
                    URI.create("http://127.0.0.1:" + system.place().membershipPort() + path + day + more.apply(day));
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .build();
            long begin = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            millis[round] = (System.nanoTime() - begin) / 1e6;
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
        }
        return millis;
    }
}
