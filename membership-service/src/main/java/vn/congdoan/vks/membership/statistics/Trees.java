package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.platform.sql.Sql;

/// The units of all times under the present stamp of the organization, kept in memory.
@ApplicationScoped
class Trees {

    private static final String UNITS = """
            select directory_stamp.stamp, version.unit_id, version.parent_id, version.kind, version.code, version.name,
                version.valid_from, version.valid_to,
                (select successor_id from unit_succession succession
                 where succession.unit_id = version.unit_id order by ordinal limit 1)
            from directory_stamp left join unit_version version on true
            """;

    private final Sql sql;
    private volatile @Nullable TreeThroughTime last;

    Trees(Sql sql) {
        this.sql = sql;
    }

    TreeThroughTime current() {
        long stamp = sql.one("select stamp from directory_stamp", row -> row.getLong(1))
                .orElseThrow();
        TreeThroughTime known = last;
        if (known == null || known.stamp() != stamp) {
            known = read();
            last = known;
        }
        return known;
    }

    private record Row(
            long stamp, @Nullable UnitThen unit, @Nullable UUID successor) {}

    private TreeThroughTime read() {
        List<Row> rows = sql.list(
                UNITS,
                row -> new Row(
                        row.getLong(1),
                        row.getObject(2, UUID.class) == null ? null : unit(row),
                        row.getObject(9, UUID.class)));
        Map<UUID, UUID> successors = new HashMap<>();
        rows.forEach(row -> {
            if (row.unit() != null && row.successor() != null) {
                successors.put(row.unit().span().unit(), row.successor());
            }
        });
        List<UnitThen> units =
                rows.stream().map(Row::unit).filter(Objects::nonNull).toList();
        return new TreeThroughTime(rows.getFirst().stamp(), units, successors);
    }

    private static UnitThen unit(ResultSet row) throws SQLException {
        UnitKind kind = UnitKind.valueOf(row.getString(4));
        Span span = new Span(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                kind.isUnion(),
                Day.of(row.getObject(7, LocalDate.class)),
                Day.end(row.getObject(8, LocalDate.class)));
        return new UnitThen(span, row.getString(5), row.getString(6), kind);
    }
}
