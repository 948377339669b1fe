package vn.congdoan.vks.welfare.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.problem.Unavailable;

/// Lets requests share a transaction: what comes while others are written waits, and is then written together, in the
/// order in which it came. One group is written at a time, and nobody waits for others to come. A part that the group
/// leaves out, and each part of a group that failed, is for its request to write alone: so none fails because of
/// another one, and each is refused for its own reason.
///
/// @param <P> what one request writes
public final class GroupCommit<P> {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private static final int PARTS = 100;
    private static final long PATIENCE_SECONDS = 8;

    private final Function<List<P>, Collection<P>> writer;
    private final BlockingQueue<Waiting<P>> queue = new LinkedBlockingQueue<>();
    private final Semaphore lane = new Semaphore(1);

    /// @param writer writes parts in one transaction and, when that is committed, returns those that it wrote
    public GroupCommit(Function<List<P>, Collection<P>> writer) {
        this.writer = writer;
    }

    private record Waiting<P>(P part, AtomicBoolean taken, CompletableFuture<Boolean> written) {}

    /// Writes a part together with others; 503 if its turn does not come in time.
    ///
    /// @return whether it is committed; else it is to be written alone
    public boolean write(P part) {
        Waiting<P> mine = new Waiting<>(part, new AtomicBoolean(), new CompletableFuture<>());
        queue.add(mine);
        open();
        try {
            return mine.written().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return end(mine);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return end(mine);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What is being written already is waited for, because nobody can say yet what becomes of it.
    private static boolean end(Waiting<?> mine) {
        if (mine.taken().compareAndSet(false, true)) {
            throw new Unavailable("fund-busy");
        }
        return mine.written().join();
    }

    /// How many wait for their turn.
    int waiting() {
        return queue.size();
    }

    private void open() {
        if (lane.tryAcquire()) {
            Thread.startVirtualThread(() -> {
                try {
                    List<Waiting<P>> group = next();
                    while (!group.isEmpty()) {
                        write(group);
                        group = next();
                    }
                } finally {
                    lane.release();
                }
                // Whoever came since the last look found the lane taken.
                if (!queue.isEmpty()) {
                    open();
                }
            });
        }
    }

    private List<Waiting<P>> next() {
        List<Waiting<P>> group = new ArrayList<>();
        queue.drainTo(group, PARTS);
        group.removeIf(each -> !each.taken().compareAndSet(false, true));
        return group;
    }

    private void write(List<Waiting<P>> group) {
        Set<P> written = Collections.newSetFromMap(new IdentityHashMap<>());
        try {
            written.addAll(writer.apply(group.stream().map(Waiting::part).toList()));
        } catch (RuntimeException failure) {
            LOG.infof("%d requests go one by one: %s", group.size(), failure);
        } finally {
            group.forEach(each -> each.written().complete(written.contains(each.part())));
        }
    }
}
