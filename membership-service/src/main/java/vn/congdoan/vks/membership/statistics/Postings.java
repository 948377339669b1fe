package vn.congdoan.vks.membership.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Changes of tallies, each at its day and cell; what adds up to nothing is not there.
final class Postings {

    private static final int CELL_BITS = 16;

    private final Map<Tally, NavigableMap<Long, Integer>> changes = new HashMap<>();

    void add(Tally tally, int day, int cell, int delta) {
        changes.computeIfAbsent(tally, _ -> new TreeMap<>()).merge(at(day, cell), delta, Postings::sum);
    }

    /// The changes of each tally that has any, in the order of days.
    void forEach(BiConsumer<Tally, NavigableMap<Long, Integer>> action) {
        changes.forEach((tally, each) -> {
            if (!each.isEmpty()) {
                action.accept(tally, each);
            }
        });
    }

    /// A day and a cell as one number, in the order of days.
    static long at(int day, int cell) {
        return ((long) day << CELL_BITS) | cell;
    }

    static int day(long at) {
        return (int) (at >> CELL_BITS);
    }

    static int cell(long at) {
        return (int) (at & ((1 << CELL_BITS) - 1));
    }

    /// Null, which a map takes for nothing, where nothing is left.
    static @Nullable Integer sum(Integer one, Integer other) {
        int sum = one + other;
        return sum == 0 ? null : sum;
    }
}
