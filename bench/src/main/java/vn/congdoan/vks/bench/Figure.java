package vn.congdoan.vks.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One figure, measured several times.
///
/// @param unit of the values: `changes/s`, `ms`
/// @param values one for each run
/// @param goal what it should reach, in words; empty where it is itself the limit
record Figure(String name, String unit, List<Double> values, String goal) {

    Figure {
        values = List.copyOf(values);
    }

    static Figure of(String name, String unit, double[] values, String goal) {
        return new Figure(name, unit, Arrays.stream(values).boxed().toList(), goal);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// As a row of a table in Markdown.
    String row() {
        double least = values.stream().mapToDouble(each -> each).min().orElseThrow();
        double most = values.stream().mapToDouble(each -> each).max().orElseThrow();
        return "| %s | %s %s | %s – %s | %s |".formatted(name, text(median()), unit, text(least), text(most), goal);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
