package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes facts that wait and adds them to the tallies of their units and of those above. What was rolled up on another
/// organization is carried over first. All within a transaction that nobody else does the same in.
@ApplicationScoped
class Rolling {

    /// So many facts at a time are in memory.
    static final int AT_ONCE = 5_000;

    private static final String TAKE = """
            with taken as (
                delete from count_pending
                where pending_id = any (array(select pending_id from count_pending order by pending_id limit ?))
                returning unit_id, day, cells, delta)
            select unit_id, day, cells, delta from taken
            """;

    private final Sql sql;
    private final Trees trees;
    private final Pages pages;

    Rolling(Sql sql, Trees trees, Pages pages) {
        this.sql = sql;
        this.trees = trees;
        this.pages = pages;
    }

    /// @return how many facts were taken, [#AT_ONCE] at most
    int step() {
        TreeThroughTime tree = trees.current();
        Postings postings = new Postings();
        long rolled =
                sql.one("select stamp from count_rolled", row -> row.getLong(1)).orElseThrow();
        if (rolled != tree.stamp()) {
            carryOver(tree, postings);
        }
        List<Fact> facts = sql.list(TAKE, Fact::read, AT_ONCE);
        for (Fact each : facts) {
            Tally itself = new Tally(each.unit(), Scope.DIRECT);
            List<Line> lines = tree.lines().of(each.unit());
            for (short cell : each.cells()) {
                postings.add(itself, each.day(), cell, each.delta());
                lines.forEach(line -> line.carry(each.day(), cell, each.delta(), postings));
            }
        }
        pages.post(postings);
        return facts.size();
    }

    /// Takes what units brought to those they no longer stood below, and brings it to those they did.
    private void carryOver(TreeThroughTime tree, Postings postings) {
        Set<Span> before = new HashSet<>(
                sql.list("select unit_id, parent_id, is_union, valid_from, valid_to from count_span", Rolling::span));
        Set<Span> after = new HashSet<>(tree.spans());
        if (!before.equals(after)) {
            Lines old = new Lines(List.copyOf(before));
            carryOver(old, tree.lines(), postings);
            replace(before, after);
        }
        sql.change("update count_rolled set stamp = ?", tree.stamp());
    }

    private void carryOver(Lines before, Lines after, Postings postings) {
        Set<UUID> changed = new HashSet<>(before.units());
        changed.addAll(after.units());
        changed.removeIf(unit -> before.of(unit).equals(after.of(unit)));
        pages.direct(changed, (unit, day, cell, delta) -> {
            for (Line line : before.of(unit)) {
                if (!after.of(unit).contains(line)) {
                    line.carry(day, cell, -delta, postings);
                }
            }
            for (Line line : after.of(unit)) {
                if (!before.of(unit).contains(line)) {
                    line.carry(day, cell, delta, postings);
                }
            }
        });
    }

    private void replace(Set<Span> before, Set<Span> after) {
        List<@Nullable Object[]> gone = new ArrayList<>();
        for (Span each : before) {
            if (!after.contains(each)) {
                gone.add(new @Nullable Object[] {each.unit(), Day.date(each.from())});
            }
        }
        List<@Nullable Object[]> come = new ArrayList<>();
        for (Span each : after) {
            if (!before.contains(each)) {
                come.add(new @Nullable Object[] {
                    each.unit(), each.parent(), each.isUnion(), Day.date(each.from()), Day.end(each.to())
                });
            }
        }
        sql.batch("delete from count_span where unit_id = ? and valid_from = ?", gone);
        sql.batch(
                "insert into count_span (unit_id, parent_id, is_union, valid_from, valid_to) values (?, ?, ?, ?, ?)",
                come);
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                Day.of(row.getObject(4, LocalDate.class)),
                Day.end(row.getObject(5, LocalDate.class)));
    }
}
