package vn.congdoan.vks.platform.relay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.LoggedChange;

/// Reads the log batch by batch. Behind a full batch there is more, so the next one is read while Kafka is told of this
/// one. The log only grows, so what was read ahead holds whenever it is asked for.
final class ReadingAhead {

    private final Changes changes;
    private final int batch;
    private @Nullable Ahead ahead;

    ReadingAhead(Changes changes, int batch) {
        this.changes = changes;
        this.batch = batch;
    }

    private record Ahead(long position, FutureTask<List<LoggedChange>> batch) {}

    List<LoggedChange> after(long position) throws InterruptedException {
        Ahead prepared = ahead;
        ahead = null;
        List<LoggedChange> next = prepared != null && prepared.position() == position
                ? result(prepared.batch())
                : changes.withoutAudience(position, batch);
        if (next.size() == batch) {
            prepare(next.getLast().position().number());
        }
        return next;
    }

    private void prepare(long position) {
        FutureTask<List<LoggedChange>> reading = new FutureTask<>(() -> changes.withoutAudience(position, batch));
        Thread.ofVirtual().name("relay-reading-ahead").start(reading);
        ahead = new Ahead(position, reading);
    }

    private static List<LoggedChange> result(FutureTask<List<LoggedChange>> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
