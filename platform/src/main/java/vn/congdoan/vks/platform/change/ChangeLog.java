package vn.congdoan.vks.platform.change;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotAtHome;
import vn.congdoan.vks.platform.problem.Problems;
import vn.congdoan.vks.platform.sql.Sql;

/// Appends changes to the log of this service, always in the transaction that makes them: either both are there or
/// neither. The [Sequencer] gives each a position as soon as the transaction has committed.
@ApplicationScoped
public class ChangeLog {

    /// However many they are: one statement, so what is judged of changes is judged once.
    private static final String APPEND = """
            insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
                owner_union_id, audience, actor, assignment_id, request_id, recorded_at, effective_date, happened,
                schema_version, state)
            select change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node, owner_union_id,
                audience::uuid[], actor, assignment_id, request_id, recorded_at, effective_date, happened, schema_version,
                state::jsonb
            from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::text[],
                ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::date[], ?::text[], ?::int[], ?::text[]) with ordinality
                as told (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node, owner_union_id,
                    audience, actor, assignment_id, request_id, recorded_at, effective_date, happened, schema_version,
                    state, place)
            order by place
            """;

    private static final int COLUMNS = 17;

    private final Sql sql;
    private final ObjectMapper json;
    private final Actors actors;
    private final Sequencer sequencer;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final String node;

    ChangeLog(
            Sql sql,
            ObjectMapper json,
            Actors actors,
            Sequencer sequencer,
            TransactionSynchronizationRegistry transaction,
            Clock clock,
            @ConfigProperty(name = "vks.node.id") String node) {
        this.sql = sql;
        // What is not known is absent.
        this.json = json.copy().setDefaultPropertyInclusion(Include.NON_NULL);
        this.actors = actors;
        this.sequencer = sequencer;
        this.transaction = transaction;
        this.clock = clock;
        this.node = node;
    }

    public void append(Change change) {
        append(List.of(change));
    }

    /// Appends changes in their order, in one batch.
    public void append(List<Change> changes) {
        write(List.of(draft(changes)));
    }

    /// Changes as they will stand in the log, with whoever makes them and by which request. Who drew them up writes
    /// them later, maybe together with others.
    public static final class Draft {

        private final List<@Nullable Object[]> rows;

        private Draft(List<@Nullable Object[]> rows) {
            this.rows = rows;
        }
    }

    /// Draws up changes of the current actor.
    public Draft draft(List<Change> changes) {
        Actor actor = actors.current().orElse(null);
        return new Draft(changes.stream().map(change -> row(change, actor)).toList());
    }

    /// Appends what was drawn up, in this order and in one batch.
    public void write(List<Draft> drafts) {
        List<@Nullable Object[]> rows =
                drafts.stream().flatMap(each -> each.rows.stream()).toList();
        if (rows.isEmpty()) {
            return;
        }
        try {
            sql.change(APPEND, columns(rows));
        } catch (PersistenceException refused) {
            throw NotAtHome.of(refused).orElseThrow(() -> refused);
        }
        wakeAfterCommit();
    }

    private static @Nullable Object[] columns(List<@Nullable Object[]> rows) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> rows.stream()
                        .map(row -> row[column])
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new))
                .toArray();
    }

    private @Nullable Object[] row(Change change, @Nullable Actor actor) {
        return new @Nullable Object[] {
            Ids.next(),
            change.type().kind().name(),
            change.type().name(),
            change.aggregateId(),
            change.streamKey(),
            change.version(),
            node,
            change.ownerUnion().value(),
            audience(change.audience()),
            actor == null
                    ? null
                    : actor.principal().issuer() + "/" + actor.principal().subject(),
            actor == null ? null : actor.assignment(),
            MDC.get(Problems.REQUEST_ID),
            clock.instant().atOffset(ZoneOffset.UTC),
            change.effectiveDate(),
            change.happened(),
            change.type().schemaVersion(),
            state(change.state())
        };
    }

    private String state(Record state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String audience(Audience audience) {
        return audience.unions() == null
                ? null
                : audience.unions().stream()
                        .map(UnitId::value)
                        .sorted()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(ChangeLog.class) != null) {
            return;
        }
        transaction.putResource(ChangeLog.class, this);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Everything is written already.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    sequencer.wake();
                }
            }
        });
    }
}
