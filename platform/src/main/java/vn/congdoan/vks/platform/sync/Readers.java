package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.congdoan.vks.platform.sql.Sql;

/// Remembers how far the nodes are that read this one's feed, and what they could not apply, as they told last:
/// so that it can be looked at here as well, also while nobody is reached.
@ApplicationScoped
public class Readers {

    /// Who only asks again is noted no oftener than this.
    private static final String CAME = """
            insert into feed_reader as known (reader, epoch, position, asked_at) values (?, ?, ?, ?)
            on conflict (reader) do update set epoch = excluded.epoch, position = excluded.position,
                asked_at = excluded.asked_at
            where (known.epoch, known.position) <> (excluded.epoch, excluded.position)
                or known.asked_at < excluded.asked_at - interval '10 seconds'
            """;

    private static final String TOLD = """
            insert into feed_reader (reader, epoch, position, asked_at, quarantined) values (?, 0, 0, ?, ?)
            on conflict (reader) do update set quarantined = excluded.quarantined
            """;

    private static final String KEEP = """
            insert into quarantined_elsewhere (reader, change_id, aggregate_type, aggregate_id, stream_key, origin_node,
                position, reason, detail, since, tried_at, tries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Sql sql;
    private final InOneTransaction transaction;
    private final Clock clock;

    Readers(Sql sql, InOneTransaction transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A node asks for what comes after its place.
    void came(String reader, Cursor cursor) {
        sql.change(CAME, reader, cursor.epoch(), cursor.position(), now());
    }

    /// A node tells what of this node's changes lies in its quarantine; what it told before is over.
    void told(String reader, SetAsideThere aside) {
        transaction.run(() -> {
            sql.change(TOLD, reader, now(), aside.count());
            sql.change("delete from quarantined_elsewhere where reader = ?", reader);
            List<Object[]> rows =
                    aside.changes().stream().map(each -> row(reader, each)).toList();
            rows.forEach(row -> sql.change(KEEP, row));
            return aside.count();
        });
    }

    private static Object[] row(String reader, SetAsideThere.Item item) {
        return new Object[] {
            reader,
            item.changeId(),
            item.aggregateType(),
            item.aggregateId(),
            item.streamKey(),
            item.originNode(),
            item.position(),
            item.reason().name(),
            item.detail(),
            item.since().atOffset(ZoneOffset.UTC),
            item.triedAt().atOffset(ZoneOffset.UTC),
            item.tries()
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
