package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.platform.sql.Sql;

/// Reads tallies as they are at this moment: what is rolled up and what is not yet, of one snapshot of the database.
@ApplicationScoped
class RolledCounts {

    private static final String READ = """
            select 0 as position, rolled.stamp as rolled, organization.stamp as organization, null::uuid as unit_id,
                null::date as day, null::smallint[] as cells, null::int as delta, null::bytea as counts,
                null::bytea as changes
            from count_rolled rolled cross join directory_stamp organization
            union all
            (select -1, null, null, unit_id, day, cells, delta, null, null from count_pending limit ?)
            union all
            select asked.position::int, null, null, null, page.day, null, null, page.counts, page.changes
            from unnest(?, ?::smallint[], ?::date[]) with ordinality asked (unit_id, scope, day, position)
            cross join lateral (
                select day, counts, changes from count_page
                where unit_id = asked.unit_id and scope = asked.scope and day <= asked.day
                order by day desc limit 1) page
            """;

    private final Sql sql;

    RolledCounts(Sql sql) {
        this.sql = sql;
    }

    /// Empty where too much waits to be rolled up, or the organization has changed since something was rolled up or
    /// since the tree was read.
    ///
    /// @param most so many facts may wait
    Optional<Map<Reading, Counts>> read(TreeThroughTime tree, Set<Reading> wanted, int most) {
        List<Reading> asked = List.copyOf(wanted);
        Keys keys = new Keys();
        asked.forEach(each -> keys.add(each.tally(), each.day()));
        Read read = new Read(asked);
        sql.list(READ, read::take, most + 1, keys.units(), keys.scopes(), keys.days());
        boolean isFresh = read.rolled == tree.stamp() && read.current == tree.stamp() && read.pending.size() <= most;
        return isFresh ? Optional.of(read.sums(tree.lines())) : Optional.empty();
    }

    private static final class Read {

        private final List<Reading> asked;
        private final List<Fact> pending = new ArrayList<>();
        private final Map<Reading, Counts> counts = new HashMap<>();
        private long rolled;
        private long current;

        Read(List<Reading> asked) {
            this.asked = asked;
        }

        int take(ResultSet row) throws SQLException {
            int position = row.getInt("position");
            if (position == 0) {
                rolled = row.getLong("rolled");
                current = row.getLong("organization");
            } else if (position < 0) {
                pending.add(Fact.read(row));
            } else {
                Reading reading = asked.get(position - 1);
                int day = Day.of(row.getObject("day", LocalDate.class));
                counts.put(reading, Page.asOf(reading.day(), day, row.getBytes("counts"), row.getBytes("changes")));
            }
            return position;
        }

        Map<Reading, Counts> sums(Lines lines) {
            asked.forEach(each -> counts.computeIfAbsent(each, _ -> new Counts()));
            Map<Tally, List<Reading>> readings = new HashMap<>();
            asked.forEach(each -> readings.computeIfAbsent(each.tally(), _ -> new ArrayList<>())
                    .add(each));
            for (Fact fact : pending) {
                Line itself = new Line(new Tally(fact.unit(), Scope.DIRECT), Integer.MIN_VALUE, Day.NEVER);
                add(fact, itself, readings);
                lines.of(fact.unit()).forEach(line -> add(fact, line, readings));
            }
            return counts;
        }

        private void add(Fact fact, Line line, Map<Tally, List<Reading>> readings) {
            for (Reading each : readings.getOrDefault(line.tally(), List.of())) {
                for (short cell : fact.cells()) {
                    if (line.counts(fact.day(), cell, each.day())) {
                        counts.computeIfAbsent(each, _ -> new Counts()).add(cell, fact.delta());
                    }
                }
            }
        }
    }
}
