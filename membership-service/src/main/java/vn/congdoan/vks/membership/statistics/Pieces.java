package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Periods during which tallies counted, one after the other; those that touch are one.
final class Pieces {

    private record Piece(int begin, int end) {}

    private final Map<Tally, List<Piece>> pieces = new HashMap<>();

    void add(Tally tally, int begin, int end) {
        List<Piece> before = pieces.computeIfAbsent(tally, _ -> new ArrayList<>());
        if (!before.isEmpty() && before.getLast().end() + 1 == begin) {
            before.add(new Piece(before.removeLast().begin(), end));
        } else {
            before.add(new Piece(begin, end));
        }
    }

    Grouping.Period period() {
        List<Reading> ends = new ArrayList<>();
        List<Reading> begins = new ArrayList<>();
        pieces.forEach((tally, all) -> all.forEach(each -> {
            ends.add(new Reading(tally, each.end()));
            begins.add(new Reading(tally, each.begin() - 1));
        }));
        return new Grouping.Period(ends, begins);
    }
}
