package vn.congdoan.vks.membership.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Finds units as they are on a day, in the order of their codes; of one code the union first.
@ApplicationScoped
public class UnitList {

    private static final String INSIDE_A_UNION = "(kind in ('SECTION', 'GROUP'))";

    private final Sql sql;

    UnitList(Sql sql) {
        this.sql = sql;
    }

    /// What to look for; null means any.
    ///
    /// @param code the whole code; also finds units that have ended
    record Filter(
            @Nullable String code,
            @Nullable UnitId parent,
            @Nullable UnitKind kind,
            @Nullable String text) {}

    List<UnitView> page(Filter filter, LocalDate day, @Nullable After after, int rows) {
        StringBuilder statement = new StringBuilder("""
                select unit_id, code, name, kind, union_id, parent_id, valid_from, valid_to
                from unit_version shown
                where (valid @> ?::date
                """);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(day);
        // A unit that has ended, or has not begun, is found by its code: in its version nearest to the day.
        statement.append(filter.code() == null ? ")" : """
                         or (not exists (select from unit_version other
                                         where other.unit_id = shown.unit_id and other.valid @> ?::date)
                             and valid_from = (select max(valid_from) from unit_version other
                                               where other.unit_id = shown.unit_id)))
                        """);
        if (filter.code() != null) {
            values.add(day);
            and(statement, values, "code = ?", filter.code());
        }
        if (filter.parent() != null) {
            and(statement, values, "parent_id = ?", filter.parent().value());
        }
        if (filter.kind() != null) {
            and(statement, values, "kind = ?", filter.kind().name());
        }
        if (filter.text() != null) {
            and(statement, values, "searchable like ?", VietnameseText.containing(filter.text()));
        }
        if (after != null) {
            and(
                    statement,
                    values,
                    "(code, " + INSIDE_A_UNION + ", unit_id) > (?, ?, ?)",
                    after.code(),
                    after.insideAUnion(),
                    after.id());
        }
        statement
                .append(" order by code, " + INSIDE_A_UNION + ", unit_id limit ")
                .append(rows);
        return sql.list(statement.toString(), UnitList::read, values.toArray());
    }

    /// How units are named beside something else: as on a day, else as in their last version.
    public Map<UnitId, UnitRef> refs(Collection<UnitId> units, LocalDate day) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        return sql
                .list(
                        """
                        select distinct on (unit_id) unit_id, code, name, kind from unit_version
                        where unit_id = any (?) order by unit_id, valid @> ?::date desc, valid_from desc
                        """,
                        row -> new UnitRef(
                                new UnitId(row.getObject("unit_id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                UnitKind.valueOf(row.getString("kind"))),
                        ids,
                        day)
                .stream()
                .collect(Collectors.toMap(UnitRef::id, Function.identity()));
    }

    /// All units of a day.
    public UnitsOnDay on(LocalDate day) {
        return new UnitsOnDay(
                sql.list(
                        "select unit_id, code, name, kind, union_id, parent_id, valid_from, valid_to from unit_version"
                                + " where valid @> ?::date",
                        UnitList::read,
                        day),
                Set.copyOf(sql.list(
                        "select unit_id from unit_version group by unit_id having min(valid_from) = ?",
                        row -> new UnitId(row.getObject(1, UUID.class)),
                        day)));
    }

    /// How many units come below some others, or into their union, only after a day.
    public long beginningLater(Collection<UnitId> units, LocalDate day) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        return sql.one("""
                        select count(distinct unit_id) from unit_version
                        where (parent_id = any (?) or union_id = any (?) and not unit_id = any (?)) and valid_from > ?
                        """, row -> row.getLong(1), ids, ids, ids, day).orElseThrow();
    }

    /// Where the page before ended.
    record After(String code, boolean insideAUnion, UUID id) {}

    private static void and(StringBuilder statement, List<@Nullable Object> values, String condition, Object... more) {
        statement.append(" and ").append(condition);
        values.addAll(List.of(more));
    }

    private static UnitView read(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return new UnitView(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                new UnitId(row.getObject("union_id", UUID.class)),
                parent == null ? null : new UnitId(parent),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
