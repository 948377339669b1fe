package vn.congdoan.vks.local.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.congdoan.vks.local.stack.Waiting;

@NullMarked
@Timeout(60)
class DelayLineTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void whoever_brings_more_than_the_capacity_waits_until_something_was_taken() throws Exception {
        for (int size : new int[] {1, 16 << 10}) {
            DelayLine line = new DelayLine(() -> 60_000);
            AtomicInteger brought = new AtomicInteger();
            Thread bringing = Thread.ofPlatform().start(() -> bringUntilBroken(line, size, brought));
            assertTrue(Waiting.until(() -> bringing.getState() == Thread.State.WAITING, LIMIT));
            assertTrue((long) brought.get() * size <= DelayLine.CAPACITY, brought + " chunks of " + size);
            assertTrue(brought.get() <= DelayLine.CAPACITY / 256, "small chunks cost more than their bytes");
            line.breakOff();
            bringing.join();
        }
    }

    @Test
    void a_chunk_larger_than_the_capacity_passes_alone() throws Exception {
        DelayLine line = new DelayLine(() -> 0);
        line.put(new byte[(int) DelayLine.CAPACITY + 1]);
        assertEquals(DelayLine.CAPACITY + 1, line.take().length);
    }

    @Test
    void breaking_off_lets_go_whoever_waits_for_a_chunk() throws Exception {
        DelayLine line = new DelayLine(() -> 60_000);
        line.put(new byte[] {1});
        CompletableFuture<byte[]> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return line.take();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        line.breakOff();
        assertThrows(ExecutionException.class, () -> taken.get(20, TimeUnit.SECONDS));
        assertThrows(IOException.class, () -> line.put(new byte[] {2}));
    }

    private static void bringUntilBroken(DelayLine line, int size, AtomicInteger brought) {
        try {
            while (true) {
                line.put(new byte[size]);
                brought.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            // Broken off by the test.
        }
    }
}
