package vn.congdoan.vks.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How many contributions a second welfare-service records, by members to 1,000 funds, beside the same statements sent
/// by pgbench: to a copy of the database that no service looks at, so without sequencing and telling them.
final class ContributionThroughput implements Measurement.Measuring {

    private static final int FUNDS = 1_000;
    private static final int REQUESTS = 20_000;
    private static final List<Integer> CLIENTS = List.of(8, 32);
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final BenchSystem system;
    private final URI welfare;

    ContributionThroughput(BenchSystem system) {
        this.system = system;
        this.welfare = URI.create("http://127.0.0.1:" + system.place().welfarePort());
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        openFunds();
        Path directory = system.place().directory();
        Wrk service = new Wrk(welfare, requests(), directory);
        system.copyDatabase("welfare", "welfare_limit");
        PgBench limit = new PgBench(system, "welfare_limit", "contribution.sql", directory);
        service.post(CLIENTS.getLast(), WARM_UP, token(), "warm-up");
        List<Figure> figures = new ArrayList<>();
        for (int clients : CLIENTS) {
            double[] ours = new double[runs];
            double[] most = new double[runs];
            double[] bare = new double[runs];
            double[] share = new double[runs];
            for (int run = 0; run < runs; run++) {
                Wrk.Seen seen = service.post(clients, MEASURED, token(), "clients-" + clients + "-" + run);
                ours[run] = seen.perSecond();
                most[run] = seen.most();
                bare[run] = limit.perSecond(clients, MEASURED, variables(clients * 10 + run));
                share[run] = ours[run] / bare[run];
            }
            String what = "`POST /contributions`, " + clients + " clients";
            figures.add(Figure.of(what, "/s", ours, ""));
            figures.add(Figure.of(what + ", p99", "ms", most, ""));
            figures.add(Figure.of("limit: pgbench, the same statements, " + clients + " clients", "/s", bare, ""));
            figures.add(Figure.of("share of the limit", "", share, "≥ 0.4"));
        }
        return figures;
    }

    private String token() {
        return system.token(DemoLogins.QUANGNGAI_KETOAN);
    }

    private static String fund(int number) {
        return "b0000000-0000-7000-8000-%012x".formatted(number);
    }

    private String union() throws SQLException {
        return system.text("welfare", "select unit_id from directory_unit_version where code = 'QNG'");
    }

    private void openFunds() throws SQLException, IOException, InterruptedException {
        String union = union();
        String token = token();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int number = 1; number <= FUNDS; number++) {
                String body = """
                        {"unitId": "%s", "kind": "OTHER", "name": "Quỹ đo %d", "passThrough": false,
                         "purposes": ["OTHER"], "opensOn": "2020-01-01", "takesOutsideDonors": false}
                        """.formatted(union, number);
                HttpRequest request = HttpRequest.newBuilder(welfare.resolve("/api/v1/funds/" + fund(number)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 201) {
                    throw new IllegalStateException(response.statusCode() + ": " + response.body());
                }
            }
        }
    }

    private List<String> requests() throws SQLException {
        List<String> members = system.texts("welfare", """
                select member_id from directory_member where status = 'ACTIVE' and owner_union_id = '%s'
                """.formatted(union()));
        Random random = new Random(1);
        List<String> requests = new ArrayList<>(REQUESTS);
        for (int request = 0; request < REQUESTS; request++) {
            requests.add(
                    "/api/v1/contributions\t{\"fundId\": \"%s\", \"amount\": 350000, \"donor\": {\"kind\": \"MEMBER\","
                                    .formatted(fund(1 + random.nextInt(FUNDS)))
                            + " \"memberId\": \"%s\"}, \"method\": \"CASH\", \"date\": \"2026-10-20\"}"
                                    .formatted(members.get(random.nextInt(members.size()))));
        }
        return requests;
    }

    private Map<String, String> variables(int run) throws SQLException {
        String union = union();
        Map<String, String> variables = new HashMap<>();
        variables.put("n", "0");
        variables.put("run", Integer.toString(run));
        variables.put("subject", DemoLogins.QUANGNGAI_KETOAN.subject());
        variables.put("unit", union);
        variables.put("union", union);
        variables.put(
                "center", system.text("welfare", "select unit_id from directory_unit_version where code = 'VKSTC'"));
        variables.put(
                "member",
                system.text(
                        "welfare",
                        "select member_id from directory_member where owner_union_id = '" + union + "' limit 1"));
        return variables;
    }
}
