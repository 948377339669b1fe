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
        UUID[] streams = changes.stream().map(SyncChange::streamKey).distinct().toArray(UUID[]::new);
        return sql.list(SELECT + "and stream_key = any (?) order by quarantined_id", this::read, sender, streams);
    }

    /// What is set aside of a sender, what was tried longest ago first, as many as one look is for; in the order in
    /// which they came.
    List<Quarantined> of(String sender) {
        List<Quarantined> found =
                sql.list(SELECT + "order by tried_at, quarantined_id limit ?", this::read, sender, AT_A_TIME);
        return found.stream().sorted(Comparator.comparingLong(Quarantined::id)).toList();
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

    private Quarantined read(ResultSet row) throws SQLException {
        return new Quarantined(row.getLong(1), lines.change(row.getString(2)));
    }
}
