package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.change.Position;

/// Tells another node what it may know of the changes that are logged here, piece by piece from where it is.
@ApplicationScoped
public class Feeding {

    private final Changes changes;
    private final NewChanges news;
    private final ThisNode here;

    Feeding(Changes changes, NewChanges news, ThisNode here) {
        this.changes = changes;
        this.news = news;
        this.here = here;
    }

    /// Who reads.
    ///
    /// @param node its name
    /// @param unions for a province those whose node it is; for the central node those whose node this is
    /// @param recovers whether it lost what it had made itself, and wants that as well
    public record Reader(String node, Set<UUID> unions, boolean recovers) {

        public Reader {
            unions = Set.copyOf(unions);
        }
    }

    /// What comes after the reader's place, as soon as there is something for the reader, or what there is after a
    /// while.
    public Batch after(Cursor cursor, Reader reader, int most, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = news.times();
            Batch batch = after(cursor, reader, most);
            long left = end - System.nanoTime();
            // A place that is no longer that of the reader is worth telling at once.
            if (!batch.changes().isEmpty()
                    || batch.to() < batch.head()
                    || batch.from() < cursor.position()
                    || left <= 0) {
                return batch;
            }
            news.await(seen, new Position(batch.epoch(), batch.head()), Duration.ofNanos(left));
        }
    }

    /// What comes after the reader's place. Where that place is lost, because this node's database was restored from
    /// an older backup, the piece begins where the reader's knowledge still holds.
    public Batch after(Cursor cursor, Reader reader, int most) {
        Position head = changes.head();
        long from = Math.min(cursor.position(), lastStanding(cursor, head));
        Changes.Window window = changes.window(
                new Changes.NodesView(reader.node(), here.id(), reader.unions(), reader.recovers()),
                from,
                head.number(),
                most);
        return new Batch(here.id(), head.epoch(), from, window.upTo(), head.number(), lines(window.changes(), reader));
    }

    private long lastStanding(Cursor cursor, Position head) {
        OptionalLong last = changes.endOf(cursor.epoch());
        return cursor.epoch() > head.epoch() ? 0 : last.orElse(0);
    }

    private static List<SyncChange> lines(List<LoggedChange> found, Reader reader) {
        return found.stream()
                .map(each -> SyncChange.of(
                        each, reader.recovers() && each.originNode().equals(reader.node())))
                .toList();
    }
}
