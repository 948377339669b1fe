package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.congdoan.vks.platform.change.Sequencer;

/// Lets readers who have read everything wait for more.
@ApplicationScoped
class NewChanges {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private long times;

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

    /// Waits until changes came more often than that, at most for a while. Another instance's changes come unnoticed.
    void await(long seen, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (times == seen && left > 0) {
                left = came.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
