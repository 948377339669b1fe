package vn.congdoan.vks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How many contributions a second welfare-service records, by members: to 1,000 funds, and all to one. Beside it the
/// same statements, each contribution in a transaction of its own, sent by pgbench: to a copy of the database that no
/// service looks at, so without sequencing and telling them.
final class ContributionThroughput implements Measurement.Measuring {

    private static final int FUNDS = 1_000;
    private static final int REQUESTS = 20_000;
    private static final int FEW = 8;
    private static final int MANY = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final BenchSystem system;
    private final WelfareApi welfare;
    private final List<Figure> figures = new ArrayList<>();
    private int measured;

    ContributionThroughput(BenchSystem system) {
        this.system = system;
        this.welfare = new WelfareApi(system);
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        for (int number = 1; number <= FUNDS; number++) {
            welfare.openFund(fund(number), "Quỹ đo " + number);
        }
        Path directory = system.place().directory();
        Wrk spread = new Wrk(welfare.address(), requests(FUNDS), directory);
        Wrk onOne = new Wrk(welfare.address(), requests(1), directory);
        system.copyDatabase("welfare", "welfare_limit");
        PgBench limit = new PgBench(system, "welfare_limit", "contribution.sql", directory);
        spread.post(MANY, WARM_UP, token(), "warm-up");
        spread(spread, limit, FEW, runs);
        double[] rates = spread(spread, limit, MANY, runs);
        onOne(onOne, limit, rates);
        return figures;
    }

    private double[] spread(Wrk service, PgBench limit, int clients, int runs)
            throws SQLException, IOException, InterruptedException {
        String what = "`POST /contributions` to 1,000 funds, " + clients + " clients";
        Beside beside = new Beside(what, service, limit, FUNDS, clients, runs);
        figures.add(Figure.of("limit: pgbench, the same statements, " + clients + " clients", "/s", beside.bare, ""));
        figures.add(Figure.of("share of the limit", "", shares(beside.ours, beside.bare), "≥ 0.6"));
        return beside.ours;
    }

    private void onOne(Wrk service, PgBench limit, double[] rates)
            throws SQLException, IOException, InterruptedException {
        String what = "`POST /contributions` to one fund, " + MANY + " clients";
        Beside beside = new Beside(what, service, limit, 1, MANY, rates.length);
        figures.add(Figure.of("pgbench, the same statements on one fund, " + MANY + " clients", "/s", beside.bare, ""));
        figures.add(Figure.of("times as many", "", shares(beside.ours, beside.bare), "≥ 4"));
        figures.add(Figure.of("share of that to 1,000 funds", "", shares(beside.ours, rates), "≥ 0.8"));
    }

    /// The service and pgbench, by turns.
    private final class Beside {

        private final double[] ours;
        private final double[] bare;

        Beside(String what, Wrk service, PgBench limit, int funds, int clients, int runs)
                throws SQLException, IOException, InterruptedException {
            ours = new double[runs];
            bare = new double[runs];
            double[] most = new double[runs];
            for (int run = 0; run < runs; run++) {
                measured++;
                Wrk.Seen seen = service.post(clients, MEASURED, token(), "run-" + measured);
                ours[run] = seen.perSecond();
                most[run] = seen.most();
                bare[run] = limit.perSecond(clients, MEASURED, variables(funds));
            }
            figures.add(Figure.of(what, "/s", ours, ""));
            figures.add(Figure.of(what + ", p99", "ms", most, ""));
        }
    }

    private static double[] shares(double[] some, double[] of) {
        return IntStream.range(0, of.length)
                .mapToDouble(run -> some[run] / of[run])
                .toArray();
    }

    private String token() {
        return system.token(DemoLogins.QUANGNGAI_KETOAN);
    }

    private static String fund(int number) {
        return "b0000000-0000-7000-8000-%012x".formatted(number);
    }

    private List<String> requests(int funds) throws SQLException {
        List<String> members = system.texts("welfare", """
                select member_id from directory_member where status = 'ACTIVE' and owner_union_id = '%s'
                """.formatted(welfare.union()));
        Random random = new Random(1);
        List<String> requests = new ArrayList<>(REQUESTS);
        for (int request = 0; request < REQUESTS; request++) {
            requests.add(
                    "/api/v1/contributions\t{\"fundId\": \"%s\", \"amount\": 350000, \"donor\": {\"kind\": \"MEMBER\","
                                    .formatted(fund(1 + random.nextInt(funds)))
                            + " \"memberId\": \"%s\"}, \"method\": \"CASH\", \"date\": \"2026-10-20\"}"
                                    .formatted(members.get(random.nextInt(members.size()))));
        }
        return requests;
    }

    private Map<String, String> variables(int funds) throws SQLException {
        String union = welfare.union();
        Map<String, String> variables = new HashMap<>();
        variables.put("n", "0");
        variables.put("run", Integer.toString(measured));
        variables.put("funds", Integer.toString(funds));
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
