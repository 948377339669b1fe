package vn.congdoan.vks.platform.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes the statement by which a [Replica] writes the states that it takes, one row for each record. What stands
/// in a column is an expression over `id`, `owner`, `recorded` and `state` of the state, and over the row that is
/// here already: `kept`, null where there is none. Columns that are not named keep what they have.
public final class Upsert {

    private final String table;
    private final String key;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> inNewRows = new LinkedHashMap<>();
    private String join = "";
    private String order = "";
    private String onlyWith = "";

    private Upsert(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /// @param key the column of the record's id
    public static Upsert into(String table, String key) {
        return new Upsert(table, key).set("version", "taken.version");
    }

    /// Joins what is not in the states; its parameters come after the states.
    public Upsert join(String joined) {
        join = joined;
        return this;
    }

    /// In which order rows are written.
    public Upsert orderBy(String expression) {
        order = "order by " + expression;
        return this;
    }

    /// The columns after this keep what they have where a state was logged before it told of them, that is,
    /// without a field which came along with theirs.
    public Upsert onlyWith(String field) {
        onlyWith = field;
        return this;
    }

    public Upsert set(String column, String expression) {
        values.put(
                column,
                onlyWith.isEmpty()
                        ? expression
                        : "case when state->'%s' is null then kept.%s else %s end"
                                .formatted(onlyWith, column, expression));
        return this;
    }

    public Upsert text(String column, String field) {
        return set(column, "state->>'" + field + "'");
    }

    public Upsert uuid(String column, String field) {
        return cast(column, field, "uuid");
    }

    public Upsert date(String column, String field) {
        return cast(column, field, "date");
    }

    public Upsert instant(String column, String field) {
        return cast(column, field, "timestamptz");
    }

    /// When the record was first written down at home; of states that do not tell, the earliest that is known
    /// here.
    public Upsert recordedAt() {
        return set("recorded_at", "coalesce((state->>'recordedAt')::timestamptz, least(kept.recorded_at, recorded))");
    }

    /// What a row that is new here has in a column of which states tell nothing.
    public Upsert inNewRows(String column, String expression) {
        inNewRows.put(column, expression);
        return this;
    }

    /// The repeated request is recognised at home: a replica has none.
    public Upsert createdAsNothing() {
        return inNewRows("created_as", "''");
    }

    private Upsert cast(String column, String field, String type) {
        return set(column, "(state->>'%s')::%s".formatted(field, type));
    }

    public String statement() {
        return statement("update set "
                + values.keySet().stream()
                        .map(each -> each + " = excluded." + each)
                        .collect(Collectors.joining(", ")));
    }

    /// For records that never change: what is there already stays as it is.
    public String statementOfOnce() {
        return statement("nothing");
    }

    private String statement(String onConflict) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(inNewRows);
        return """
                insert into %1$s (%2$s, %3$s)
                select taken.id, %4$s
                from %5$s %6$s left join %1$s as kept on kept.%2$s = taken.id %7$s
                on conflict (%2$s) do %8$s
                """.formatted(
                        table,
                        key,
                        String.join(", ", all.keySet()),
                        String.join(", ", all.values()),
                        Replica.TAKEN,
                        join,
                        order,
                        onConflict);
    }
}
