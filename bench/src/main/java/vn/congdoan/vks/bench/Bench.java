package vn.congdoan.vks.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// `./dev bench [RUNS]`: measures and prints a table for `docs/benchmarks.md`.
final class Bench {

    private static final int RUNS = 3;

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        int runs = arguments.length == 0 ? RUNS : Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Figure> figures = new ArrayList<>();
        try (BenchSystem system = BenchSystem.start("postgres", "kafka", "membership")) {
            figures.addAll(new RelayBacklog(system).measure(runs));
            figures.addAll(new EventLatency(system).measure(runs));
        }
        out.printf(
                "%s, Java %s, %d processors, median of %d runs%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                runs);
        out.println("| What | Median | Spread | Goal |");
        out.println("|---|---|---|---|");
        figures.forEach(each -> out.println(each.row()));
    }
}
