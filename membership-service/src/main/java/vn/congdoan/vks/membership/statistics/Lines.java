package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where each unit's facts count, on every day of all times. A unit with nothing below it needs no tally but the direct
/// one, and only one with unions below needs that of a sector.
final class Lines {

    private final Map<UUID, List<Span>> spans = new HashMap<>();
    private final Map<UUID, List<Line>> lines = new HashMap<>();
    private final Set<UUID> inner = new HashSet<>();
    private final Set<UUID> overseers = new HashSet<>();

    /// @param all see [Span#joined]
    Lines(List<Span> all) {
        for (Span each : all) {
            spans.computeIfAbsent(each.unit(), _ -> new ArrayList<>()).add(each);
            if (each.parent() != null && !each.isUnion()) {
                inner.add(each.parent());
            }
        }
        spans.keySet().forEach(unit -> climb(unit, Integer.MIN_VALUE, Day.NEVER, false, new Found(unit)));
        lines.replaceAll((_, each) -> tidy(each));
    }

    /// Of a unit that is not known, none.
    List<Line> of(UUID unit) {
        return lines.getOrDefault(unit, List.of());
    }

    Set<UUID> units() {
        return spans.keySet();
    }

    /// Where the counts of a unit in a scope are kept.
    Tally tally(UUID unit, Scope scope) {
        if (scope == Scope.SECTOR && overseers.contains(unit)) {
            return new Tally(unit, Scope.SECTOR);
        }
        return new Tally(unit, scope != Scope.DIRECT && inner.contains(unit) ? Scope.OWN : Scope.DIRECT);
    }

    /// Collects what is above a unit.
    private final class Found {

        private final UUID unit;

        Found(UUID unit) {
            this.unit = unit;
        }

        void add(UUID above, boolean crossed, int from, int to) {
            if (crossed) {
                overseers.add(above);
            }
            List<Line> found = lines.computeIfAbsent(unit, _ -> new ArrayList<>());
            if (!crossed) {
                found.add(new Line(new Tally(above, Scope.OWN), from, to));
            }
            found.add(new Line(new Tally(above, Scope.SECTOR), from, to));
        }
    }

    private void climb(UUID unit, int from, int to, boolean crossed, Found found) {
        for (Span each : spans.getOrDefault(unit, List.of())) {
            int begin = Math.max(from, each.from());
            int end = Math.min(to, each.to());
            if (begin < end) {
                found.add(unit, crossed, begin, end);
                UUID parent = each.parent();
                if (parent != null) {
                    climb(parent, begin, end, crossed || each.isUnion(), found);
                }
            }
        }
    }

    private List<Line> tidy(List<Line> found) {
        List<Line> tidy = new ArrayList<>();
        found.stream()
                .filter(this::isKept)
                .sorted(Comparator.comparing((Line line) -> line.tally().unit())
                        .thenComparing(line -> line.tally().scope())
                        .thenComparingInt(Line::from))
                .forEach(each -> {
                    if (!tidy.isEmpty()
                            && tidy.getLast().tally().equals(each.tally())
                            && tidy.getLast().to() == each.from()) {
                        tidy.add(new Line(each.tally(), tidy.removeLast().from(), each.to()));
                    } else {
                        tidy.add(each);
                    }
                });
        return List.copyOf(tidy);
    }

    private boolean isKept(Line line) {
        UUID unit = line.tally().unit();
        return line.tally().scope() == Scope.SECTOR ? overseers.contains(unit) : inner.contains(unit);
    }
}
