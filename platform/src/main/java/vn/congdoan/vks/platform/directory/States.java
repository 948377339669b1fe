package vn.congdoan.vks.platform.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;

/// Puts many states into a replica with one statement: each only where it is newer than what is there.
@ApplicationScoped
class States {

    /// The states of a JSON array, as rows.
    static final String TAKEN =
            "jsonb_to_recordset(?::jsonb) as taken(id uuid, epoch int, version bigint, state jsonb)";

    private final Sql sql;
    private final ObjectMapper json;

    States(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record State(UUID id, int epoch, long version, Object state) {}

    String json(List<Event> events) {
        List<State> states = events.stream()
                .map(event -> new State(event.aggregateId(), event.position().epoch(), event.version(), event.state()))
                .toList();
        try {
            return json.writeValueAsString(states);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Takes rows away that tell of nothing newer than what is gone, and tells which.
    Object forget(String table, String id, List<Gone> gone) {
        return sql.list(
                        """
                        delete from %1$s using unnest(?::uuid[], ?::int[], ?::bigint[]) as gone (id, epoch, version)
                        where %1$s.%2$s = gone.id and (%1$s.epoch, %1$s.version) <= (gone.epoch, gone.version)
                        returning %1$s.%2$s
                        """.formatted(table, id),
                        row -> row.getObject(1, UUID.class),
                        gone.stream().map(Gone::aggregateId).toArray(UUID[]::new),
                        gone.stream().map(Gone::epoch).toArray(Integer[]::new),
                        gone.stream().map(Gone::version).toArray(Long[]::new))
                .toArray(UUID[]::new);
    }

    /// Inserts or replaces rows, and tells which.
    ///
    /// @param columns the columns to fill beside id, epoch and version
    /// @param values where they stand in `state`, in the same order
    Object newer(String table, String id, String columns, String values, String taken) {
        List<String> all = Stream.concat(
                        Stream.of("epoch", "version"),
                        Stream.of(columns.split(", ")).filter(each -> !each.isEmpty()))
                .toList();
        String statement = """
                insert into %1$s as kept (%2$s, %3$s)
                select id, epoch, version%4$s from %5$s
                on conflict (%2$s) do update set %6$s
                where (kept.epoch, kept.version) < (excluded.epoch, excluded.version)
                returning %2$s
                """.formatted(
                        table,
                        id,
                        String.join(", ", all),
                        values.isEmpty() ? "" : ", " + values,
                        TAKEN,
                        all.stream().map(each -> each + " = excluded." + each).collect(Collectors.joining(", ")));
        return sql.list(statement, row -> row.getObject(1, UUID.class), taken).toArray(UUID[]::new);
    }
}
