package vn.congdoan.vks.platform.relay;

import java.time.Duration;
import java.util.UUID;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.sql.Sql;

/// Says which instance carries the log to Kafka, and how far it has come. An instance that stops renewing loses it to
/// another one; that it may not know of its loss is what Kafka's fencing is for.
final class RelayLease {

    private static final int RENEWALS = 5;

    private final Sql sql;
    private final Duration length;
    private final UUID holder = UUID.randomUUID();
    private long renewedAt;
    private boolean held;

    RelayLease(Sql sql, Duration length) {
        this.sql = sql;
        this.length = length;
    }

    /// Takes or keeps the lease; false if another instance has it.
    boolean hold() {
        long now = System.nanoTime();
        if (!held || now - renewedAt > length.toNanos() / RENEWALS) {
            held = renew();
            renewedAt = now;
        }
        return held;
    }

    private boolean renew() {
        int taken = sql.change("""
                update relay set holder = ?, held_until = clock_timestamp() + make_interval(secs => ?)
                where holder = ? or held_until < clock_timestamp()
                """, holder, length.toMillis() / 1000.0, holder);
        return taken == 1;
    }

    /// Lets another instance have it at once.
    void release() {
        held = false;
        sql.change("update relay set held_until = clock_timestamp() where holder = ?", holder);
    }

    Position told() {
        return sql.one("select epoch, position from relay", row -> new Position(row.getInt(1), row.getLong(2)))
                .orElseThrow();
    }

    /// Kafka has been told up to a position.
    void told(Position position) {
        held = sql.one(
                        "select relayed_up_to(?, ?, ?)",
                        row -> row.getBoolean(1),
                        holder,
                        position.epoch(),
                        position.number())
                .orElseThrow();
    }
}
