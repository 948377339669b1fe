package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All units of all times, as they were known under one stamp. A few thousand, so they are kept in memory.
final class TreeThroughTime {

    /// Days between changes, so many at a time.
    private static final int TREES = 16;

    private final long stamp;
    private final Map<UUID, List<UnitThen>> units = new HashMap<>();
    private final Map<UUID, List<UnitThen>> below = new HashMap<>();
    private final Map<UUID, UUID> successors;
    private final List<Span> spans;
    private final Lines lines;
    private final TreeSet<Integer> changes = new TreeSet<>();
    private final Map<Integer, TreeOnDay> days = new ConcurrentHashMap<>();
    private volatile @Nullable TreeToday today;

    /// @param successors the main successor of each unit that has any
    TreeThroughTime(long stamp, List<UnitThen> all, Map<UUID, UUID> successors) {
        this.stamp = stamp;
        this.successors = Map.copyOf(successors);
        List<UnitThen> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(unit -> unit.span().from()));
        for (UnitThen each : sorted) {
            units.computeIfAbsent(each.span().unit(), _ -> new ArrayList<>()).add(each);
            UUID parent = each.span().parent();
            if (parent != null) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(each);
            }
        }
        this.spans = Span.joined(all.stream().map(UnitThen::span).toList());
        this.lines = new Lines(spans);
        changes.add(Integer.MIN_VALUE);
        for (Span each : spans) {
            changes.add(each.from());
            changes.add(each.to());
        }
    }

    long stamp() {
        return stamp;
    }

    List<Span> spans() {
        return spans;
    }

    Lines lines() {
        return lines;
    }

    Map<UUID, List<UnitThen>> units() {
        return units;
    }

    Optional<UnitThen> unit(UUID id, int day) {
        return units.getOrDefault(id, List.of()).stream()
                .filter(each -> each.span().covers(day))
                .findFirst();
    }

    /// The units directly below another on a day.
    List<UnitThen> children(UUID id, int day) {
        return below.getOrDefault(id, List.of()).stream()
                .filter(each -> each.span().covers(day))
                .toList();
    }

    @Nullable
    UUID mainSuccessor(UUID id) {
        return successors.get(id);
    }

    /// The first day after a day from which on units stand differently.
    int nextChange(int day) {
        Integer next = changes.higher(day);
        return next == null ? Day.NEVER : next;
    }

    TreeOnDay on(int day) {
        int since = changes.floor(day);
        TreeOnDay known = days.get(since);
        if (known != null) {
            return known;
        }
        TreeOnDay made =
                new TreeOnDay(spans.stream().filter(each -> each.covers(since)).toList());
        if (days.size() >= TREES) {
            days.clear();
        }
        days.put(since, made);
        return made;
    }

    /// Where all units stand on a day that is today.
    TreeToday today(int day) {
        TreeToday known = today;
        if (known == null || known.day() != day) {
            known = new TreeToday(this, day);
            today = known;
        }
        return known;
    }
}
