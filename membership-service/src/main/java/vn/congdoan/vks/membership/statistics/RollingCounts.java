package vn.congdoan.vks.membership.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
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

    private final Sql sql;
    private final Rolling rolling;
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

    /// Everything that was committed before the call is rolled up after it, on the organization as it is.
    void catchUp() {
        int rolled = Rolling.AT_ONCE;
        while (rolled == Rolling.AT_ONCE) {
            rolled = QuarkusTransaction.requiringNew().call(() -> {
                sql.list("select pg_advisory_xact_lock(hashtextextended('rolling counts', 0))", row -> 0);
                return rolling.step();
            });
        }
    }
}
