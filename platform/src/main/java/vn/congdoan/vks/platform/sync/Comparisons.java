package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// The comparisons that are asked for, under way and done, as this node knows them.
@ApplicationScoped
public class Comparisons {

    /// So many differences are written down of one comparison: the next one finds more once these are healed.
    static final int MOST_DIFFERENCES = 5_000;

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String COLUMNS =
            "select comparison_id, node, asked_at, begun_at, ended_at, records, differences from comparison ";

    private final Sql sql;
    private final Clock clock;

    Comparisons(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// One of them.
    record Row(
            UUID id,
            String node,
            Instant askedAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable Long records,
            @Nullable Long differences) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    instant(row.getObject(4, OffsetDateTime.class)),
                    instant(row.getObject(5, OffsetDateTime.class)),
                    row.getObject(6, Long.class),
                    row.getObject(7, Long.class));
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }

    UUID ask(String node) {
        UUID id = Ids.next();
        sql.change("insert into comparison (comparison_id, node, asked_at) values (?, ?, ?)", id, node, now());
        return id;
    }

    Optional<Row> find(UUID id) {
        return sql.one(COLUMNS + "where comparison_id = ?", Row::read, id);
    }

    /// The newest first.
    List<Row> page(String[] nodes, @Nullable UUID before, int rows) {
        return sql.list(
                COLUMNS + "where node = any (?) and comparison_id < ? order by comparison_id desc limit ?",
                Row::read,
                nodes,
                before == null ? AFTER_ALL : before,
                rows);
    }

    List<Difference> differences(UUID id, int most) {
        return sql.list(
                """
                select aggregate_type, aggregate_id, difference, node_version, central_version
                from compared_difference where comparison_id = ? order by aggregate_type, aggregate_id limit ?
                """,
                row -> new Difference(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        Difference.Kind.valueOf(row.getString(3)),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class)),
                id,
                most);
    }

    /// Which one waits for a node.
    Optional<UUID> waiting(String node) {
        return sql.one(
                "select comparison_id from comparison where node = ? and ended_at is null order by comparison_id limit 1",
                row -> row.getObject(1, UUID.class),
                node);
    }

    boolean isOneDue(String node) {
        return sql.one(
                        "select not exists (select from comparison where node = ? and asked_at > ?)",
                        row -> row.getBoolean(1),
                        node,
                        clock.instant().minus(A_DAY).atOffset(ZoneOffset.UTC))
                .orElseThrow();
    }

    /// It is under way. Where it was asked for elsewhere, it is known here from now on. What it found when it
    /// was broken off before is looked for again.
    void begin(UUID id, String node) {
        sql.change("""
                insert into comparison (comparison_id, node, asked_at, begun_at) values (?, ?, ?, ?)
                on conflict (comparison_id) do update set begun_at = excluded.begun_at
                """, id, node, now(), now());
        sql.change("delete from compared_difference where comparison_id = ?", id);
    }

    /// What is missing in one month and there in another is different.
    void add(UUID id, List<Difference> found) {
        found.forEach(each -> sql.change(
                """
                insert into compared_difference (comparison_id, aggregate_type, aggregate_id, difference, node_version,
                    central_version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (comparison_id, aggregate_type, aggregate_id) do update set difference = 'DIFFERENT',
                    node_version = coalesce(excluded.node_version, compared_difference.node_version),
                    central_version = coalesce(excluded.central_version, compared_difference.central_version)
                """,
                id,
                each.aggregateType(),
                each.aggregateId(),
                each.difference().name(),
                each.nodeVersion(),
                each.centralVersion()));
    }

    long found(UUID id) {
        return sql.one("select count(*) from compared_difference where comparison_id = ?", row -> row.getLong(1), id)
                .orElseThrow();
    }

    void end(UUID id, long records) {
        sql.change(
                "update comparison set ended_at = ?, records = ?, differences = ? where comparison_id = ?",
                now(),
                records,
                found(id),
                id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
