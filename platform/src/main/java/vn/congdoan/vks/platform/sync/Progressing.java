package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.sql.Sql;

/// Tells how far this node and another one have each other's records, out of what this one knows.
@ApplicationScoped
class Progressing {

    private static final String RECEIVED = """
            select position, head, behind_since, heard_at,
                (select count(*)::int from quarantined_change where quarantined_change.sender = sync_cursor.sender)
            from sync_cursor where sender = ?
            """;

    private static final String SENT =
            "select epoch, position, quarantined, asked_at from feed_reader where reader = ?";

    private static final String NEXT = "select recorded_at from changes_for(?, ?, ?, false, ?, ?, 1) limit 1";

    private final Sql sql;
    private final Changes changes;
    private final Homes homes;
    private final ThisNode here;
    private final Clock clock;

    Progressing(Sql sql, Changes changes, Homes homes, ThisNode here, Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.homes = homes;
        this.here = here;
        this.clock = clock;
    }

    /// One direction as one end knows it, and when it learned so.
    private record Known(NodeProgress.Way way, @Nullable Instant at) {

        static final Known NOTHING = new Known(new NodeProgress.Way(null, null, null, null, 0), null);
    }

    NodeProgress of(KnownNode node) {
        String peer = here.isCentral() ? node.name() : ThisNode.CENTRAL;
        Known received = sql.one(RECEIVED, this::received, peer).orElse(Known.NOTHING);
        Known sent = sql.one(SENT, Sent::read, peer)
                .map(each -> sent(node, peer, each))
                .orElse(Known.NOTHING);
        Instant contact = Stream.of(received, sent)
                .flatMap(each -> Optional.ofNullable(each.at()).stream())
                .max(Instant::compareTo)
                .orElse(null);
        return here.isCentral()
                ? new NodeProgress(node.name(), contact, received.way(), sent.way())
                : new NodeProgress(node.name(), contact, sent.way(), received.way());
    }

    private Known received(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        long head = row.getLong(2);
        OffsetDateTime behind = row.getObject(3, OffsetDateTime.class);
        long seconds = behind == null ? 0 : age(behind.toInstant());
        return new Known(
                new NodeProgress.Way(position, head, Math.max(0, head - position), seconds, row.getInt(5)),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private record Sent(int epoch, long position, int quarantined, Instant at) {

        static Sent read(ResultSet row) throws SQLException {
            return new Sent(
                    row.getInt(1),
                    row.getLong(2),
                    row.getInt(3),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }
    }

    private Known sent(KnownNode node, String reader, Sent sent) {
        Position head = changes.head();
        boolean holds = sent.epoch() == head.epoch() || sent.position() == 0;
        Long changes = holds ? Math.max(0, head.number() - sent.position()) : null;
        Long seconds = holds ? waiting(node, reader, sent.position(), head.number()) : null;
        return new Known(
                new NodeProgress.Way(sent.position(), head.number(), changes, seconds, sent.quarantined()), sent.at());
    }

    /// The age of the first change that the reader has not asked beyond.
    private long waiting(KnownNode node, String reader, long after, long head) {
        UUID[] unions = here.isCentral()
                ? new UUID[] {node.unionId().value()}
                : homes.at(here.id()).toArray(UUID[]::new);
        return sql.one(
                        NEXT,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        reader,
                        here.id(),
                        unions,
                        after,
                        head)
                .map(this::age)
                .orElse(0L);
    }

    private long age(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
