package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// One direction of a connection: chunks of bytes, given out in their order, each no earlier than the delay
/// after it came. So a delay costs no throughput, up to the capacity: who brings more waits until somebody has
/// taken some.
final class DelayLine {
    /// What may be under way at once, in bytes: 80 MB a second at a delay of 100 ms.
    static final long CAPACITY = 8L << 20;

    // Many small chunks cost more memory than their bytes.
    private static final int COST_OF_A_CHUNK = 256;
    // A changed delay holds for what is under way, too; nobody is told of the change.
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(20);

    private static final class Chunk {
        private final byte[] bytes;
        private final long since = System.nanoTime();

        Chunk(byte[] bytes) {
            this.bytes = bytes;
        }

        long cost() {
            return (long) bytes.length + COST_OF_A_CHUNK;
        }
    }

    private final LongSupplier delayMillis;
    private final ArrayDeque<Chunk> underWay = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long cost;
    private boolean broken;

    DelayLine(LongSupplier delayMillis) {
        this.delayMillis = delayMillis;
    }

    /// Sends a chunk on its way. An empty one says that nothing follows.
    void put(byte[] bytes) throws IOException, InterruptedException {
        Chunk chunk = new Chunk(bytes);
        lock.lock();
        try {
            while (!broken && cost > 0 && cost + chunk.cost() > CAPACITY) {
                changed.await();
            }
            requireWhole();
            underWay.add(chunk);
            cost += chunk.cost();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The next chunk, once it is due.
    byte[] take() throws IOException, InterruptedException {
        lock.lock();
        try {
            while (true) {
                requireWhole();
                Chunk next = underWay.peek();
                if (next == null) {
                    changed.await();
                    continue;
                }
                long left = next.since + TimeUnit.MILLISECONDS.toNanos(delayMillis.getAsLong()) - System.nanoTime();
                if (left <= 0) {
                    underWay.remove();
                    cost -= next.cost();
                    changed.signalAll();
                    return next.bytes;
                }
                long _ = changed.awaitNanos(Math.min(left, LONGEST_NAP));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Throws away what is under way, and lets go whoever waits.
    void breakOff() {
        lock.lock();
        try {
            broken = true;
            underWay.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void requireWhole() throws IOException {
        if (broken) {
            throw new IOException("The connection was reset.");
        }
    }
}
