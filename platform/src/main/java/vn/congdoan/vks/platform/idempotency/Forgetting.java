package vn.congdoan.vks.platform.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Forgets answered requests after thirty days.
@ApplicationScoped
class Forgetting {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 10_000;

    private final Sql sql;
    private final Clock clock;
    private @Nullable Loop loop;

    Forgetting(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("forgetting", () -> forget() == AT_ONCE ? Duration.ZERO : EVERY);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    int forget() {
        return sql.change("""
                delete from answered_request where request_hash in
                    (select request_hash from answered_request where answered_at < ? limit ?)
                """, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), AT_ONCE);
    }
}
