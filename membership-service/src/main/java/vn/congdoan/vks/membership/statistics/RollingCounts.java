package vn.congdoan.vks.membership.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Rolls facts up, in the background or for somebody who waits for it. Each step is one transaction, and one step is
/// done at a time however many instances run: stopped in the middle, it was not done.
@ApplicationScoped
class RollingCounts {

    private static final Duration WHILE_THERE_ARE_SOME = Duration.ofMillis(200);
    private static final Duration WHILE_THERE_ARE_NONE = Duration.ofSeconds(1);
    private static final int BUSY = -1;

    /// In one request's time.
    private static final int STEPS = 4;

    private final Sql sql;
    private final Rolling rolling;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private @Nullable Loop loop;

    RollingCounts(Sql sql, Rolling rolling) {
        this.sql = sql;
        this.rolling = rolling;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("rolling-counts", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    private Duration run() {
        int rolled = QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                                        "select pg_try_advisory_xact_lock(hashtextextended('rolling counts', 0))",
                                        row -> row.getBoolean(1))
                                .orElseThrow()
                        ? rolling.step()
                        : BUSY);
        if (rolled == Rolling.AT_ONCE) {
            return Duration.ZERO;
        }
        return rolled > 0 ? WHILE_THERE_ARE_SOME : WHILE_THERE_ARE_NONE;
    }

    /// Rolls up on the organization as it is, some steps at most: where much comes in at the same time there is no end.
    /// One request does so at a time, the others wait for it without a connection to the database.
    void catchUp() {
        catchingUp.lock();
        try {
            rollUp();
        } finally {
            catchingUp.unlock();
        }
    }

    private void rollUp() {
        int rolled = Rolling.AT_ONCE;
        for (int step = 0; step < STEPS && rolled == Rolling.AT_ONCE; step++) {
            rolled = QuarkusTransaction.requiringNew().call(() -> {
                sql.list("select pg_advisory_xact_lock(hashtextextended('rolling counts', 0))", row -> 0);
                return rolling.step();
            });
        }
    }
}
