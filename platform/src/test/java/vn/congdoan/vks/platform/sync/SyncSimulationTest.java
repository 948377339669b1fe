package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Nodes that synchronise over a bad network end up equal, whatever happens on the way. A failure names its seed; play
/// it alone with `-Dsync.seed=SEED -Dsync.runs=1`, and many with `-Dsync.runs=100000`.
class SyncSimulationTest {

    private static final int RUNS = Integer.getInteger("sync.runs", 2_000);
    private static final long FIRST_SEED = Long.getLong("sync.seed", 1);
    private static final int AT_ONCE = Math.min(RUNS, Runtime.getRuntime().availableProcessors());

    /// Of so many runs some give records away.
    private static final int ENOUGH = 20;

    private final AtomicLong next = new AtomicLong(FIRST_SEED);
    private final AtomicInteger given = new AtomicInteger();

    @Test
    void whatever_happens_on_the_way_both_sides_end_up_equal_and_nothing_is_applied_twice_or_invented()
            throws ExecutionException, InterruptedException {
        try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<?> player :
                    players.invokeAll(Collections.nCopies(AT_ONCE, Executors.callable(this::playUntilNoneIsLeft)))) {
                player.get();
            }
        }
        assertTrue(RUNS < ENOUGH || given.get() > 0, "nothing was given in any run");
    }

    /// Each with nodes of its own. After a failure nobody begins another run.
    private void playUntilNoneIsLeft() {
        SyncSimulation simulation = new SyncSimulation();
        for (long seed = next.getAndIncrement(); seed < FIRST_SEED + RUNS; seed = next.getAndIncrement()) {
            try {
                simulation.play(seed);
            } catch (AssertionError failure) {
                next.set(FIRST_SEED + RUNS);
                throw failure;
            }
        }
        given.addAndGet(simulation.given());
    }
}
