package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// Changes of other nodes that could not be applied, as they came.
@ApplicationScoped
class Quarantine {

    private static final int AT_A_TIME = 500;
    private static final String SELECT = "select quarantined_id, change from quarantined_change where sender = ? ";

    private static final String SUMMARY = """
            select change_id, aggregate_type, aggregate_id, stream_key, change->>'originNode',
                (change->>'position')::bigint, reason, detail, since, tried_at, tries
            from quarantined_change where sender = ? order by quarantined_id limit ?
            """;

    private final Sql sql;
    private final SyncLines lines;
    private final Clock clock;

    Quarantine(Sql sql, SyncLines lines, Clock clock) {
        this.sql = sql;
        this.lines = lines;
        this.clock = clock;
    }

    /// What is set aside of the streams that these changes belong to, oldest first.
    List<Quarantined> inTheStreamsOf(String sender, List<SyncChange> changes) {
        return inStreams(
                sender, changes.stream().map(SyncChange::streamKey).distinct().toArray(UUID[]::new));
    }

    /// What is set aside of one stream, oldest first.
    List<Quarantined> inStream(String sender, UUID stream) {
        return inStreams(sender, new UUID[] {stream});
    }

    private List<Quarantined> inStreams(String sender, UUID[] streams) {
        return sql.list(SELECT + "and stream_key = any (?) order by quarantined_id", this::read, sender, streams);
    }

    /// What is set aside of a sender, what was tried longest ago first, as many as one look is for; in the order in
    /// which they came.
    List<Quarantined> of(String sender) {
        List<Quarantined> found =
                sql.list(SELECT + "order by tried_at, quarantined_id limit ?", this::read, sender, AT_A_TIME);
        return found.stream().sorted(Comparator.comparingLong(Quarantined::id)).toList();
    }

    /// What a sender may know of its changes that are set aside: how many, and those that have lain longest.
    SetAsideThere summary(String sender) {
        List<SetAsideThere.Item> oldest = sql.list(SUMMARY, Quarantine::item, sender, SetAsideThere.MOST);
        int count = oldest.size() < SetAsideThere.MOST ? oldest.size() : count(sender);
        return new SetAsideThere(count, oldest);
    }

    private int count(String sender) {
        return sql.one("select count(*)::int from quarantined_change where sender = ?", row -> row.getInt(1), sender)
                .orElseThrow();
    }

    void put(String sender, OneByOne.SetAside aside) {
        SyncChange change = aside.change();
        sql.change(
                """
                insert into quarantined_change (sender, change_id, aggregate_type, aggregate_id, stream_key, reason,
                    detail, change, since, tried_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
                """,
                sender,
                change.changeId(),
                change.aggregateType(),
                change.aggregateId(),
                change.streamKey(),
                aside.reason().name(),
                aside.detail(),
                lines.written(change),
                now(),
                now());
    }

    void triedAgain(long id, OneByOne.SetAside aside) {
        sql.change("""
                update quarantined_change set reason = ?, detail = ?, tried_at = ?, tries = tries + 1
                where quarantined_id = ?
                """, aside.reason().name(), aside.detail(), now(), id);
    }

    void release(long id) {
        sql.change("delete from quarantined_change where quarantined_id = ?", id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SetAsideThere.Item item(ResultSet row) throws SQLException {
        return new SetAsideThere.Item(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getLong(6),
                QuarantineReason.valueOf(row.getString(7)),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11));
    }

    private Quarantined read(ResultSet row) throws SQLException {
        return new Quarantined(row.getLong(1), lines.change(row.getString(2)));
    }
}
