package vn.congdoan.vks.local.command;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;
import vn.congdoan.vks.local.system.PartStatus;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;

/// `./dev status`: a table of the parts; the exit code is 0 only if all are healthy.
final class Status {
    private static final String ROW = "%-12s %-9s %8s %10s  %s%n";
    private static final long MEGABYTE = 1L << 20;

    private final Place place;
    private final PrintStream out;

    Status(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    int run() {
        List<PartStatus> parts = PartStatus.of(place, Parts.of(place));
        out.printf(ROW, "PART", "HEALTH", "PID", "MEMORY", "ADDRESS");
        for (PartStatus one : parts) {
            out.printf(
                    ROW,
                    one.part().name(),
                    health(one),
                    one.pid().isPresent() ? Long.toString(one.pid().getAsLong()) : "-",
                    megabytes(one.residentBytes()),
                    one.part().address());
        }
        long sum =
                parts.stream().mapToLong(one -> one.residentBytes().orElse(0)).sum();
        out.printf(ROW, "", "", "", megabytes(OptionalLong.of(sum)), "");
        return parts.stream().allMatch(PartStatus::healthy) ? 0 : 1;
    }

    private static String health(PartStatus one) {
        if (one.pid().isEmpty()) {
            return "stopped";
        }
        return one.healthy() ? "healthy" : "not ready";
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / MEGABYTE + " MB" : "-";
    }
}
