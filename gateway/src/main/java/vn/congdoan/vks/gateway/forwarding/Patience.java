package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.Vertx;
import java.time.Duration;

/// One running time limit. A renewable one counts from the last sign of life; renewing costs no timer.
final class Patience {

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Runnable over;
    private long timer = NO_TIMER;
    private long lastSign;

    Patience(Vertx vertx, Runnable over) {
        this.vertx = vertx;
        this.over = over;
    }

    /// Counts from now, in place of what was counted before.
    void start(Duration limit) {
        end();
        timer = vertx.setTimer(limit.toMillis(), _ -> over.run());
    }

    void startRenewable(Duration limit) {
        renew();
        await(limit.toNanos(), limit.toNanos());
    }

    void renew() {
        lastSign = System.nanoTime();
    }

    void end() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    private void await(long limitNanos, long waitNanos) {
        end();
        timer = vertx.setTimer(Math.max(1, waitNanos / 1_000_000), _ -> {
            long left = limitNanos - (System.nanoTime() - lastSign);
            if (left <= 0) {
                over.run();
            } else {
                await(limitNanos, left);
            }
        });
    }
}
