package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// The rolled up counts of all tallies. Every page holds what the pages before it add up to.
@ApplicationScoped
class Pages {

    /// So many tallies at a time are in memory.
    private static final int AT_ONCE = 64;

    /// From the page that holds a day on; the changes stay where they are.
    private static final String FROM = """
            select asked.position, page.day, page.counts
            from unnest(?, ?::smallint[], ?::date[]) with ordinality asked (unit_id, scope, day, position)
            join count_page page on page.unit_id = asked.unit_id and page.scope = asked.scope
                and page.day >= coalesce(
                    (select max(earlier.day) from count_page earlier
                     where earlier.unit_id = asked.unit_id and earlier.scope = asked.scope and earlier.day <= asked.day),
                    '-infinity')
            order by asked.position, page.day
            """;

    private static final String CHANGES = """
            select page.unit_id, page.scope, page.day, page.changes
            from unnest(?, ?::smallint[], ?::date[]) asked (unit_id, scope, day)
            join count_page page using (unit_id, scope, day)
            """;

    private static final String WRITE = """
            insert into count_page (unit_id, scope, day, counts, changes)
            select * from unnest(?, ?::smallint[], ?::date[], ?, ?)
            on conflict (unit_id, scope, day) do update set counts = excluded.counts, changes = excluded.changes
            """;

    private static final String SHIFT = """
            update count_page page set counts = asked.counts
            from unnest(?, ?::smallint[], ?::date[], ?) asked (unit_id, scope, day, counts)
            where page.unit_id = asked.unit_id and page.scope = asked.scope and page.day = asked.day
            """;

    private static final String REMOVE = """
            delete from count_page page
            using unnest(?, ?::smallint[], ?::date[]) asked (unit_id, scope, day)
            where page.unit_id = asked.unit_id and page.scope = asked.scope and page.day = asked.day
            """;

    private static final String DIRECT = """
            select unit_id, day, changes from count_page where scope = 0 and unit_id = any (?)
            """;

    private final Sql sql;

    Pages(Sql sql) {
        this.sql = sql;
    }

    /// Takes what a unit itself has changed by.
    @FunctionalInterface
    interface DirectReader {
        void take(UUID unit, int day, int cell, int delta);
    }

    /// Everything that was ever posted to the direct tallies of some units.
    void direct(Collection<UUID> units, DirectReader reader) {
        List<UUID> all = List.copyOf(units);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            UUID[] some =
                    all.subList(from, Math.min(from + AT_ONCE, all.size())).toArray(UUID[]::new);
            sql.list(
                    DIRECT,
                    row -> {
                        UUID unit = row.getObject(1, UUID.class);
                        CountCodec.changes(
                                day(row, 2),
                                row.getBytes(3),
                                (day, cell, delta) -> reader.take(unit, day, cell, delta));
                        return unit;
                    },
                    (Object) some);
        }
    }

    void post(Postings postings) {
        Map<Tally, NavigableMap<Long, Integer>> some = new HashMap<>();
        postings.forEach((tally, changes) -> {
            some.put(tally, changes);
            if (some.size() == AT_ONCE) {
                post(some);
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            post(some);
        }
    }

    private void post(Map<Tally, NavigableMap<Long, Integer>> postings) {
        List<Tally> tallies = List.copyOf(postings.keySet());
        Keys first = new Keys();
        tallies.forEach(
                each -> first.add(each, Postings.day(changes(postings, each).firstKey())));
        Map<Tally, NavigableMap<Integer, Counts>> known = new HashMap<>();
        sql.list(
                FROM,
                row -> known.computeIfAbsent(tallies.get(row.getInt(1) - 1), _ -> new TreeMap<>())
                        .put(day(row, 2), CountCodec.counts(row.getBytes(3))),
                first.units(),
                first.scopes(),
                first.days());
        Shifts shifts = new Shifts();
        Keys touched = new Keys();
        Map<Tally, List<Posted>> posted = new HashMap<>();
        for (Tally each : tallies) {
            NavigableMap<Integer, Counts> pages = known.getOrDefault(each, new TreeMap<>());
            posted.put(each, assign(each, changes(postings, each), pages, shifts, touched));
        }
        Map<Key, byte[]> before = new HashMap<>();
        if (!touched.isEmpty()) {
            sql.list(
                    CHANGES,
                    row -> before.put(key(row), row.getBytes(4)),
                    touched.units(),
                    touched.scopes(),
                    touched.days());
        }
        write(posted, before);
        shifts.write();
    }

    private static NavigableMap<Long, Integer> changes(Map<Tally, NavigableMap<Long, Integer>> postings, Tally tally) {
        NavigableMap<Long, Integer> changes = postings.get(tally);
        if (changes == null) {
            throw new IllegalStateException("Nothing to post to " + tally);
        }
        return changes;
    }

    /// Changes that go to one page.
    ///
    /// @param stood the day under which the page stands so far; the first page may come to begin earlier
    private record Posted(int day, int stood, Counts counts, NavigableMap<Long, Integer> changes) {}

    private static List<Posted> assign(
            Tally tally,
            NavigableMap<Long, Integer> changes,
            NavigableMap<Integer, Counts> pages,
            Shifts shifts,
            Keys touched) {
        int firstDay = Postings.day(changes.firstKey());
        int stood = firstDay;
        if (pages.isEmpty()) {
            pages.put(firstDay, new Counts());
        } else if (pages.firstKey() > firstDay) {
            stood = pages.firstKey();
            pages.put(firstDay, pages.remove(stood));
        } else {
            stood = pages.firstKey();
        }
        List<Posted> posted = new ArrayList<>();
        Counts shift = new Counts();
        for (Map.Entry<Integer, Counts> page : pages.entrySet()) {
            Integer next = pages.higherKey(page.getKey());
            NavigableMap<Long, Integer> here = changes.subMap(
                    Postings.at(page.getKey(), 0), true, next == null ? Long.MAX_VALUE : Postings.at(next, 0), false);
            int day = page.getKey();
            page.getValue().add(shift, 1);
            if (here.isEmpty()) {
                if (!shift.isZero()) {
                    shifts.add(tally, day, page.getValue());
                }
            } else {
                int stands = day == pages.firstKey() ? stood : day;
                touched.add(tally, stands);
                posted.add(new Posted(day, stands, page.getValue(), here));
                here.forEach((at, delta) -> shift.add(Postings.cell(at), delta));
            }
        }
        return posted;
    }

    private void write(Map<Tally, List<Posted>> posted, Map<Key, byte[]> before) {
        Keys written = new Keys();
        Keys removed = new Keys();
        List<byte[]> counts = new ArrayList<>();
        List<byte[]> changes = new ArrayList<>();
        posted.forEach((tally, all) -> {
            for (Posted each : all) {
                byte[] old = before.get(new Key(tally, each.stood()));
                Page page = Page.of(each.stood(), each.counts(), old == null ? new byte[0] : old);
                Page grown = new Page(each.day(), page.counts(), page.changes());
                grown.take(each.changes());
                List<Page> pages = grown.split();
                Set<Integer> days = new HashSet<>();
                for (Page part : pages) {
                    written.add(tally, part.day());
                    counts.add(CountCodec.counts(part.counts()));
                    changes.add(CountCodec.changes(part.day(), part.changes()));
                    days.add(part.day());
                }
                if (old != null && !days.contains(each.stood())) {
                    removed.add(tally, each.stood());
                }
            }
        });
        if (!removed.isEmpty()) {
            sql.change(REMOVE, removed.units(), removed.scopes(), removed.days());
        }
        if (!written.isEmpty()) {
            sql.change(
                    WRITE,
                    written.units(),
                    written.scopes(),
                    written.days(),
                    counts.toArray(byte[][]::new),
                    changes.toArray(byte[][]::new));
        }
    }

    /// Pages whose changes stay.
    private final class Shifts {

        private final Keys keys = new Keys();
        private final List<byte[]> counts = new ArrayList<>();

        void add(Tally tally, int day, Counts shifted) {
            keys.add(tally, day);
            counts.add(CountCodec.counts(shifted));
        }

        void write() {
            if (!keys.isEmpty()) {
                sql.change(SHIFT, keys.units(), keys.scopes(), keys.days(), counts.toArray(byte[][]::new));
            }
        }
    }

    private record Key(Tally tally, int day) {}

    private static Key key(ResultSet row) throws SQLException {
        Scope scope = Scope.numbered(row.getInt(2));
        return new Key(new Tally(row.getObject(1, UUID.class), scope), day(row, 3));
    }

    private static int day(ResultSet row, int column) throws SQLException {
        return Day.of(row.getObject(column, LocalDate.class));
    }
}
