package vn.congdoan.vks.planted.sleep;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until it is so.
class Waits {

    boolean until(CountDownLatch ready) throws InterruptedException {
        return ready.await(1, TimeUnit.SECONDS);
    }
}
