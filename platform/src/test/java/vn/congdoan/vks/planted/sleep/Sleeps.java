package vn.congdoan.vks.planted.sleep;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Guesses how long it takes.
class Sleeps {

    void thread() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }

    void unit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
