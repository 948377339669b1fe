package vn.congdoan.vks.platform.background;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

    @Test
    void work_goes_on_after_any_failure() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        Loop loop = Loop.start("failing", () -> {
            third.countDown();
            return switch (rounds.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a failure");
                case 2 -> throw new NoClassDefFoundError("a grave one");
                default -> Duration.ofHours(1);
            };
        });
        try {
            assertTrue(third.await(20, TimeUnit.SECONDS));
        } finally {
            loop.close();
        }
    }
}
