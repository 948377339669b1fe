package vn.congdoan.vks.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// `./dev bench [RUNS] [WHAT...]`: measures and prints a table for `docs/benchmarks.md`. WHAT is the name of a
/// measurement; all of them where none is named. Each has a system of its own.
final class Bench {

    private static final int RUNS = 3;
    private static final List<String> EVERYTHING = List.of();
    private static final String WRK = "wrk";

    private static final List<Measurement> ALL = List.of(
            new Measurement("relay", List.of("postgres", "kafka", "membership"), RelayBacklog::new),
            new Measurement("latency", List.of("postgres", "kafka", "membership"), EventLatency::new),
            new Measurement("members", EVERYTHING, MemberReads::new, WRK),
            new Measurement("search", List.of("postgres", "kafka", "keycloak", "membership"), MemberSearch::new),
            new Measurement("enrolment", List.of("postgres", "kafka", "keycloak", "membership"), MemberEnrolment::new),
            new Measurement("backlog", List.of("postgres", "kafka", "keycloak", "membership"), SyncBacklog::new),
            new Measurement("link", EVERYTHING, SteadyLink::new),
            new Measurement("idle", EVERYTHING, IdleNodes::new),
            new Measurement(
                    "statistics", List.of("postgres", "kafka", "keycloak", "membership"), MemberStatistics::new),
            new Measurement("contributions", EVERYTHING, ContributionThroughput::new, WRK, "pgbench"),
            new Measurement("bulk", EVERYTHING, BulkThroughput::new),
            new Measurement("ledger", EVERYTHING, LargeFund::new));

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        int runs = RUNS;
        if (!words.isEmpty() && words.getFirst().chars().allMatch(Character::isDigit)) {
            runs = Integer.parseInt(words.removeFirst());
        }
        List<Measurement> wanted =
                words.isEmpty() ? ALL : words.stream().map(Bench::named).toList();
        for (Measurement each : wanted) {
            each.requirePrograms();
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "%s, Java %s, %d processors, medians of %d%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                runs);
        out.println("| What | Median | Spread | Goal |");
        out.println("|---|---|---|---|");
        for (Measurement each : wanted) {
            try (BenchSystem system = BenchSystem.start(each.parts())) {
                each.on().apply(system).measure(runs).forEach(figure -> out.println(figure.row()));
            }
        }
    }

    private static Measurement named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no measurement " + name + ", but "
                        + ALL.stream().map(Measurement::name).toList()));
    }
}
