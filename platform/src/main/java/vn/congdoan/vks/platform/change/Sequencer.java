package vn.congdoan.vks.platform.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Gives committed changes their positions, one batch at a time. Each batch is one statement on the server, which holds
/// a lock until it has committed: so positions have no gaps and follow the order of commits however many instances run,
/// and an instance that is stopped in the middle holds nobody up.
@ApplicationScoped
public class Sequencer {

    private static final int BATCH = 2_000;
    private static final int BUSY = -1;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofMillis(2);

    private final Sql sql;
    private final Event<Sequenced> announcement;
    private @Nullable Loop loop;

    Sequencer(Sql sql, Event<Sequenced> announcement) {
        this.sql = sql;
        this.announcement = announcement;
    }

    /// Told in this process whenever changes got their positions.
    public record Sequenced(int changes) {}

    void start(@Observes StartupEvent start) {
        loop = Loop.start("sequencer", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    /// A transaction with changes has committed.
    void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private Duration run() {
        int moved = sequence(BATCH);
        if (moved == BUSY) {
            // Another instance is at it, and may have looked before our commit.
            return SOON;
        }
        if (moved > 0) {
            announcement.fire(new Sequenced(moved));
        }
        return moved == BATCH ? Duration.ZERO : IDLE;
    }

    /// Everything that was committed before the call has its position after it.
    public void catchUp() {
        int moved = BUSY;
        while (moved == BUSY || moved == BATCH) {
            moved = sequence(BATCH);
        }
    }

    private int sequence(int most) {
        return sql.one("select sequence_changes(?)", row -> row.getInt(1), most).orElseThrow();
    }
}
