package vn.congdoan.vks.gateway.link;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How one way of the link is doing, for those who watch it.
final class Progress {

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long lag;
    private volatile @Nullable Boolean recovering;
    private volatile @Nullable Instant contactAt;
    private volatile @Nullable String failure;

    void succeeded(Instant now) {
        contactAt = now;
        failure = null;
    }

    void failed(String why) {
        failure = why;
    }

    void lag(long toGo) {
        lag = toGo;
    }

    void recovers(boolean now) {
        recovering = now;
    }

    void carried(int more, int packed) {
        changes.addAndGet(more);
        bytes.addAndGet(packed);
    }

    /// Changes of the sender that the receiver does not have yet, or need not have.
    long lag() {
        return lag;
    }

    /// Whether the receiver takes back what it lost; null while that is not known.
    @Nullable
    Boolean recovering() {
        return recovering;
    }

    @Nullable
    Instant contactAt() {
        return contactAt;
    }

    /// Why it does not go on; null while it does.
    @Nullable
    String failure() {
        return failure;
    }

    long changes() {
        return changes.get();
    }

    long bytes() {
        return bytes.get();
    }
}
