package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Reads and writes the rows of tables that move to another node, those of whole unions as well as those of records
/// that are given away. What is sealed with a key of this service is opened for the way, and sealed again.
@ApplicationScoped
class MovingRows {

    private final Sql sql;
    private final Belongings belongings;
    private final Columns columns;
    private final ObjectMapper json;

    MovingRows(Sql sql, Belongings belongings, Columns columns, ObjectMapper json) {
        this.sql = sql;
        this.belongings = belongings;
        this.columns = columns;
        this.json = json;
    }

    /// Some rows in the order of their keys.
    ///
    /// @param whose the unions, or the records, by which the table says what moves
    List<ObjectNode> read(MovingTable table, UUID[] whose, @Nullable UUID after, int most) {
        String fields =
                columns.of(table.name()).stream().map(each -> "moving." + each).collect(Collectors.joining(", "));
        String statement = """
                select to_jsonb(part) from (
                    select %1$s from %2$s moving
                    cross join (select given as unions, given as records from (select ?::uuid[] as given) one) own
                    where (%3$s) and (?::uuid is null or moving.%4$s > ?::uuid)
                    order by moving.%4$s limit %5$d) part
                """.formatted(fields, table.name(), table.ofUnions(), table.key(), most);
        List<ObjectNode> rows = sql.list(statement, row -> read(row.getString(1)), whose, after, after);
        rows.forEach(row -> belongings.unseal(table.name(), row));
        return rows;
    }

    void write(MovingTable table, List<ObjectNode> rows) {
        List<String> written = columns.of(table.name());
        rows.forEach(row -> {
            requireKnown(table, row, written);
            belongings.seal(table.name(), row);
        });
        if (table.broughtBy() != null) {
            applying(() -> sql.one("select " + table.broughtBy() + "(?::jsonb)", row -> true, json(rows)));
            return;
        }
        String all = String.join(", ", written);
        String conflict =
                table.kind() == MovingTable.Kind.SECRETS ? "nothing" : "update set " + changes(table, written);
        applying("""
                insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)
                on conflict (%3$s) do %4$s
                """.formatted(table.name(), all, table.key(), conflict), json(rows));
    }

    /// Takes away what an earlier hand-over of some unions has brought that is out of date by now.
    void clear(UUID[] unions) {
        belongings.tables().reversed().stream()
                .filter(MovingTable::isChanging)
                .forEach(table -> applying("""
                        delete from %s moving
                        using (select given as unions, given as records from (select ?::uuid[] as given) one) own
                        where (%s)
                        """.formatted(table.name(), table.ofUnions()), (Object) unions));
    }

    /// Not as somebody who writes records would.
    private void applying(String statement, @Nullable Object... values) {
        applying(() -> sql.change(statement, values));
    }

    private void applying(Runnable work) {
        sql.one("select set_config('vks.applying', 'on', true)", row -> true);
        work.run();
        sql.one("select set_config('vks.applying', 'off', true)", row -> true);
    }

    private static String changes(MovingTable table, List<String> written) {
        @Nullable String only = table.only();
        List<String> changing = only == null ? written : List.of(only.split(", ", -1));
        return changing.stream()
                .filter(each -> !each.equals(table.key()))
                .map(each -> each + " = excluded." + each)
                .collect(Collectors.joining(", "));
    }

    /// What a newer sender tells that has no place here would be lost.
    private static void requireKnown(MovingTable table, ObjectNode row, List<String> written) {
        Set<String> unknown = new HashSet<>();
        row.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(written);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("This software knows no columns " + unknown + " of " + table.name());
        }
    }

    private ObjectNode read(String row) {
        try {
            return (ObjectNode) json.readTree(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String json(List<ObjectNode> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
