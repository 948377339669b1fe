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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes what stays at home of the records that move to this node. Each page is one transaction with the place that was
/// reached, so that it goes on there after whatever happens.
@ApplicationScoped
class TakingOver {

    private static final Logger LOG = Logger.getLogger(TakingOver.class);

    private static final String PLACE = "select place, after, complete from taking_over";

    private static final String ASIDE = """
            select count(*), min(concat_ws(' ', reason, aggregate_type, aggregate_id, detail))
            from quarantined_change where change ->> 'ownerUnion' = any (?::text[]) having count(*) > 0
            """;

    private final Sql sql;
    private final Belongings belongings;
    private final Columns columns;
    private final ObjectMapper json;

    TakingOver(Sql sql, Belongings belongings, Columns columns, ObjectMapper json) {
        this.sql = sql;
        this.belongings = belongings;
        this.columns = columns;
        this.json = json;
    }

    /// How far it has come.
    record Reached(Page.Place place, boolean complete) {}

    Reached reached() {
        return read(PLACE);
    }

    /// Begins anew, if it is another hand-over than before: the records were written again where they were.
    ///
    /// @param version of the node's record, which says that they move
    void begin(long version) {
        sql.change("""
                update taking_over set of_version = ?, place = 0, after = null, complete = false where of_version <> ?
                """, version, version);
    }

    /// Takes the next rows, within a transaction of the caller.
    void take(Page page) {
        Reached reached = read(PLACE + " for update");
        if (reached.complete() || !reached.place().equals(page.from())) {
            throw new Conflict("cursor-elsewhere");
        }
        UUID[] unions = page.unions().toArray(UUID[]::new);
        if (page.table() != null) {
            write(tableOf(page), page.rows());
        }
        Page.Place next = page.next();
        if (next == null) {
            finish(unions, page.epoch());
        } else {
            sql.change("update taking_over set place = ?, after = ?", next.table(), next.after());
        }
    }

    private void finish(UUID[] unions, int epoch) {
        sql.one(ASIDE, row -> row.getLong(1) + ", such as " + row.getString(2), (Object) unions)
                .ifPresent(aside -> {
                    throw new IllegalStateException("Changes of the records are set aside: " + aside);
                });
        belongings.complete(unions);
        sql.one("select reach_epoch(?)", row -> true, epoch);
        sql.change("update taking_over set complete = true");
        LOG.infof("Has all that moves of %s", List.of(unions));
    }

    private MovingTable tableOf(Page page) {
        return belongings.tables().stream()
                .filter(each -> each.name().equals(page.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This software knows no table " + page.table()));
    }

    private void write(MovingTable table, List<ObjectNode> rows) {
        List<String> written = columns.of(table.name());
        rows.forEach(row -> {
            requireKnown(table, row, written);
            belongings.seal(table.name(), row);
        });
        String all = String.join(", ", written);
        String conflict = table.replicated() ? "update set " + changes(table, written) : "nothing";
        sql.one("select set_config('vks.applying', 'on', true)", row -> true);
        sql.change("""
                insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)
                on conflict (%3$s) do %4$s
                """.formatted(table.name(), all, table.key(), conflict), json(rows));
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

    private Reached read(String statement) {
        return sql.one(
                        statement,
                        row -> new Reached(
                                new Page.Place(row.getInt(1), row.getObject(2, UUID.class)), row.getBoolean(3)))
                .orElseThrow();
    }

    private String json(List<ObjectNode> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
