package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.change.Sequencer;

/// Lets readers who have read everything wait for more. What this instance of the service wrote is told at once; what
/// another one wrote is looked for, once for all who wait.
@ApplicationScoped
class NewChanges {

    private static final long LOOK = Duration.ofMillis(500).toNanos();

    private final Changes changes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private long times;
    private Position head = Position.START;
    private long lookedAt = System.nanoTime() - LOOK;

    NewChanges(Changes changes) {
        this.changes = changes;
    }

    void came(@Observes Sequencer.Sequenced sequenced) {
        lock.lock();
        try {
            times++;
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How often changes came until now.
    long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until changes came more often than that, or there are others than up to a position, at most for a while.
    void await(long seen, Position read, Duration most) {
        lock.lock();
        try {
            long end = System.nanoTime() + most.toNanos();
            while (times == seen && latest().compareTo(read) <= 0) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                came.awaitNanos(Math.min(LOOK, left));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    // Within the lock, so that one looks and the others take what it saw.
    private Position latest() {
        long now = System.nanoTime();
        if (now - lookedAt >= LOOK) {
            head = changes.head();
            lookedAt = now;
        }
        return head;
    }
}
