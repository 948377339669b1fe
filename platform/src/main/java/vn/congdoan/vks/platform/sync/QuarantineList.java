package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Lists what is set aside, in the order in which it was made: other nodes' changes here, and this node's
/// changes at others as they told last.
@ApplicationScoped
class QuarantineList {

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String ASIDE = """
            select distinct on (change_id) change_id, place, sender, origin_node, aggregate_type, aggregate_id, stream_key,
                position, reason, detail, since, tried_at, tries
            from (
                select change_id, node as place, sender, change->>'originNode' as origin_node, aggregate_type,
                    aggregate_id, stream_key, (change->>'position')::bigint as position, reason, detail, since, tried_at,
                    tries
                from quarantined_change cross join this_node where sender = any (?) and %1$s
                union all
                select change_id, reader, node, origin_node, aggregate_type, aggregate_id, stream_key, position, reason,
                    detail, since, tried_at, tries
                from quarantined_elsewhere cross join this_node where reader = any (?) and %1$s
            ) aside
            order by change_id, place limit ?
            """;

    private static final String PAGE = ASIDE.formatted("change_id > ?");
    private static final String ONE = ASIDE.formatted("change_id = ?");

    private final Sql sql;

    QuarantineList(Sql sql) {
        this.sql = sql;
    }

    List<QuarantinedView> page(String[] peers, @Nullable UUID after, int rows) {
        UUID from = after == null ? BEFORE_ALL : after;
        return sql.list(PAGE, QuarantineList::read, peers, from, peers, from, rows);
    }

    Optional<QuarantinedView> find(String[] peers, UUID changeId) {
        return sql.one(ONE, QuarantineList::read, peers, changeId, peers, changeId, 1);
    }

    private static QuarantinedView read(ResultSet row) throws SQLException {
        OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        return new QuarantinedView(
                row.getObject("change_id", UUID.class),
                row.getString("place"),
                row.getString("sender"),
                row.getString("origin_node"),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("stream_key", UUID.class),
                row.getLong("position"),
                QuarantineReason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                tried.toInstant(),
                tried.toInstant().plus(BETWEEN_TRIES));
    }
}
