package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a tally counts before a day, and its changes from that day on until the next page.
record Page(int day, Counts counts, NavigableMap<Long, Integer> changes) {

    /// So many changes at most. More make an answer slower, fewer make more pages to shift by a change of long ago.
    private static final int FULL = 1024;

    static Page of(int day, Counts counts, byte[] changes) {
        NavigableMap<Long, Integer> read = new TreeMap<>();
        CountCodec.changes(day, changes, (changed, cell, delta) -> read.put(Postings.at(changed, cell), delta));
        return new Page(day, counts, read);
    }

    void take(SortedMap<Long, Integer> more) {
        more.forEach((at, delta) -> changes.merge(at, delta, Postings::sum));
    }

    /// This page, or several where it has become too full; none where nothing changes on it. The changes of a day stay
    /// together.
    List<Page> split() {
        if (changes.isEmpty()) {
            return List.of();
        }
        if (changes.size() <= FULL) {
            return List.of(this);
        }
        List<Page> pages = new ArrayList<>();
        Page last = new Page(day, copy(counts), new TreeMap<>());
        Counts running = copy(counts);
        for (Map.Entry<Long, Integer> each : changes.entrySet()) {
            int changed = Postings.day(each.getKey());
            if (last.changes.size() >= FULL / 2 && Postings.day(last.changes.lastKey()) != changed) {
                pages.add(last);
                last = new Page(changed, copy(running), new TreeMap<>());
            }
            last.changes.put(each.getKey(), each.getValue());
            running.add(Postings.cell(each.getKey()), each.getValue());
        }
        pages.add(last);
        return pages;
    }

    private static Counts copy(Counts counts) {
        Counts copy = new Counts();
        copy.add(counts, 1);
        return copy;
    }

    /// The counts as of a day, straight from the bytes of a page.
    static Counts asOf(int asOf, int day, byte[] counts, byte[] changes) {
        Counts then = CountCodec.counts(counts);
        CountCodec.changes(day, changes, (changed, cell, delta) -> {
            if (changed <= asOf) {
                then.add(cell, delta);
            }
        });
        return then;
    }
}
