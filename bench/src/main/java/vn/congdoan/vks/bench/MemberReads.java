package vn.congdoan.vks.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How many members a second can be read, from membership-service itself and through the gateway, which checks the
/// token too.
final class MemberReads implements Measurement.Measuring {

    private static final List<Integer> CLIENTS = List.of(8, 32);
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final BenchSystem system;

    MemberReads(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        List<String> requests = system.texts("membership", """
                select '/api/v1/members/' || member_id from directory_member
                where owner_union_id = (select unit_id from directory_unit_version where code = 'QNG')
                """);
        Wrk direct = at(system.place().membershipPort(), requests);
        Wrk gateway = at(system.place().gatewayPort(), requests);
        gateway.get(CLIENTS.getLast(), WARM_UP, token());
        List<Figure> figures = new ArrayList<>();
        for (int clients : CLIENTS) {
            Wrk.Seen[] ours = new Wrk.Seen[runs];
            Wrk.Seen[] limit = new Wrk.Seen[runs];
            double[] share = new double[runs];
            for (int run = 0; run < runs; run++) {
                limit[run] = direct.get(clients, MEASURED, token());
                ours[run] = gateway.get(clients, MEASURED, token());
                share[run] = ours[run].perSecond() / limit[run].perSecond();
            }
            figures.addAll(figures("`GET /members/{id}` through the gateway, " + clients + " clients", ours));
            figures.addAll(figures("limit: at the service itself, " + clients + " clients", limit));
            figures.add(Figure.of("share of the limit", "", share, "≥ 0.6"));
        }
        return figures;
    }

    private static List<Figure> figures(String what, Wrk.Seen[] seen) {
        List<Wrk.Seen> runs = List.of(seen);
        return List.of(
                new Figure(what, "/s", runs.stream().map(Wrk.Seen::perSecond).toList(), ""),
                new Figure(
                        what + ", p50", "ms", runs.stream().map(Wrk.Seen::half).toList(), ""),
                new Figure(
                        what + ", p99", "ms", runs.stream().map(Wrk.Seen::most).toList(), ""));
    }

    private Wrk at(int port, List<String> requests) throws IOException {
        return new Wrk(
                URI.create("http://127.0.0.1:" + port), requests, system.place().directory());
    }

    private String token() {
        return system.token(DemoLogins.QUANGNGAI_CANBO);
    }
}
