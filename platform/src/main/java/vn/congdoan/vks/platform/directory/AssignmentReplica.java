package vn.congdoan.vks.platform.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps who holds which role where, and knows up to when it is up to date.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class AssignmentReplica implements Subscription {

    /// So long a revoked right may still work.
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    /// So long an answer of the database is repeated without asking it again.
    private static final Duration REMEMBERED = Duration.ofMillis(500);

    private static final String COLUMNS = "issuer, subject, role, unit_id, valid_from, valid_to";
    private static final String VALUES = """
            state->'principal'->>'issuer', state->'principal'->>'subject', state->>'role',
            (state->>'unitId')::uuid, (state->>'validFrom')::date, (state->>'validTo')::date
            """;

    private final Sql sql;
    private final States states;
    private final Clock clock;
    private final LoadingCache<String, Instant> upToDate;

    AssignmentReplica(Sql sql, States states, Clock clock) {
        this.sql = sql;
        this.states = states;
        this.clock = clock;
        this.upToDate = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(this::knownUpTo);
    }

    @Override
    public String topic() {
        return "vks.membership.assignment";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        states.newer("directory_assignment", "assignment_id", COLUMNS, VALUES, states.json(events));
    }

    @Override
    public void forget(List<Gone> gone) {
        states.forget("directory_assignment", "assignment_id", gone);
    }

    @Override
    public void upToDate(Instant instant) {
        sql.change("update directory_up_to_date set instant = greatest(instant, ?)", instant.atOffset(ZoneOffset.UTC));
    }

    /// Whether every assignment that ended more than a moment ago has ended here too. Not so while an event of one is
    /// parked: that may be its end.
    boolean isUpToDate() {
        return upToDate.get(topic()).isAfter(clock.instant().minus(BELIEVED).plus(REMEMBERED));
    }

    private Instant knownUpTo(String topic) {
        return sql.one("""
                        select instant from directory_up_to_date
                        where isfinite(instant) and not exists (select from parked_event where topic = ?)
                        """, row -> row.getObject(1, OffsetDateTime.class).toInstant(), topic)
                .orElse(Instant.MIN);
    }
}
