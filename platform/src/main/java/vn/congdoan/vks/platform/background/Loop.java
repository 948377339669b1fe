package vn.congdoan.vks.platform.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Repeats a step on a thread of its own until it is closed. A step that fails is tried again, ever more slowly: what
/// it depends on may be away for long, and comes back.
public final class Loop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String name;
    private final Step step;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Loop(String name, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /// One round of the work.
    @FunctionalInterface
    public interface Step {

        /// @return how long to wait for the next round unless woken; zero: at once
        Duration run() throws Exception;
    }

    public static Loop start(String name, Step step) {
        Loop loop = new Loop(name, step);
        loop.thread.start();
        return loop;
    }

    /// There is something to do: the next round begins at once.
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /// Ends the work after the round that is on, if that ends soon; interrupts it otherwise.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                await(step.run());
                pause = FIRST_PAUSE;
            } catch (InterruptedException interrupted) {
                return;
            } catch (Exception failure) {
                LOG.warnf("%s failed, next try in about %d ms: %s", name, pause.toMillis(), failure);
                LOG.debug(name, failure);
                pause = waitAfter(pause);
            } catch (Error grave) {
                LOG.errorf(grave, "%s failed, next try in about %d ms", name, pause.toMillis());
                pause = waitAfter(pause);
            }
        }
    }

    private Duration waitAfter(Duration pause) {
        long millis = pause.toMillis();
        try {
            await(Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis)));
        } catch (InterruptedException interrupted) {
            closed = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void await(Duration time) throws InterruptedException {
        if (!time.isZero() && woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            woken.drainPermits();
        }
    }
}
