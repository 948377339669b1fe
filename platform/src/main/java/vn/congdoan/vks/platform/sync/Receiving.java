package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes batches of other nodes' changes, each in one transaction with the cursor: all of it is here, or none.
@ApplicationScoped
public class Receiving {

    private static final String CURSOR = "select epoch, position from sync_cursor where sender = ?";

    private static final String MOVE = """
            insert into sync_cursor (sender, epoch, position, head, heard_at) values (?, ?, ?, ?, ?)
            on conflict (sender) do update set epoch = excluded.epoch, position = excluded.position,
                head = excluded.head, heard_at = excluded.heard_at, behind_since = case
                    when excluded.position < excluded.head
                    then coalesce(sync_cursor.behind_since, excluded.heard_at) end
            """;

    /// What was taken from a stretch of a feed that the sender has lost.
    private static final String DOUBT = "update replica set doubted = true where sender = ? and position > ?";

    private final Sql sql;
    private final InOneTransaction transaction;
    private final CheckingBatches checking;
    private final Applying applying;
    private final Clock clock;

    Receiving(Sql sql, InOneTransaction transaction, CheckingBatches checking, Applying applying, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.checking = checking;
        this.applying = applying;
        this.clock = clock;
    }

    /// How far a node's feed has been taken here.
    public Cursor cursor(String sender) {
        return read(CURSOR, sender).orElse(Cursor.START);
    }

    /// Takes a batch and tells how far the feed is taken now.
    public Cursor take(Batch batch) {
        return transaction.run(() -> taken(batch));
    }

    private Cursor taken(Batch batch) {
        // Whoever sends the same at the same time waits here, and is refused.
        sql.change("""
                insert into sync_cursor (sender, epoch, position, head, heard_at) values (?, 0, 0, 0, ?)
                on conflict do nothing
                """, batch.sender(), clock.instant().atOffset(ZoneOffset.UTC));
        Cursor cursor = read(CURSOR + " for update", batch.sender()).orElseThrow();
        checking.requireNext(batch, cursor);
        List<SyncChange> permitted = checking.permitted(batch);
        if (batch.from() < cursor.position()) {
            sql.change(DOUBT, batch.sender(), batch.from());
        }
        applying.apply(batch.sender(), permitted);
        sql.change(
                MOVE,
                batch.sender(),
                batch.epoch(),
                batch.to(),
                batch.head(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return new Cursor(batch.epoch(), batch.to());
    }

    /// Tries again what was set aside of a node's changes.
    ///
    /// @return how many changes are no longer set aside
    public int retry(String sender) {
        return transaction.run(() -> read(CURSOR + " for update", sender).isPresent() ? applying.retry(sender) : 0);
    }

    /// The same within the caller's transaction, for one stream.
    void retry(String sender, UUID stream) {
        if (read(CURSOR + " for update", sender).isPresent()) {
            applying.retry(sender, stream);
        }
    }

    /// Until the caller's transaction ends nothing of a node's is taken or tried.
    void hold(String sender) {
        read(CURSOR + " for update", sender);
    }

    private Optional<Cursor> read(String statement, String sender) {
        return sql.one(statement, row -> new Cursor(row.getInt(1), row.getLong(2)), sender);
    }
}
