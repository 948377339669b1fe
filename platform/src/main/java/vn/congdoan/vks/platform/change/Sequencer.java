package vn.congdoan.vks.platform.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Idling;
import vn.congdoan.vks.platform.background.Loop;

/// Gives committed changes their positions, one batch at a time. Each batch is one statement on the server, which holds
/// a lock until it has committed: so positions have no gaps and follow the order of commits however many instances run,
/// and an instance that is stopped in the middle holds nobody up.
@ApplicationScoped
public class Sequencer {

    private static final Duration SOON = Duration.ofMillis(2);

    private final Changes changes;
    private final Idling idling = new Idling();
    private final Event<Sequenced> announcement;
    private @Nullable Loop loop;

    Sequencer(Changes changes, Event<Sequenced> announcement) {
        this.changes = changes;
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
    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private Duration run() {
        int moved = changes.sequence(Changes.BATCH);
        if (moved == Changes.BUSY) {
            // Another instance is at it, and may have looked before our commit.
            return SOON;
        }
        if (moved > 0) {
            announcement.fire(new Sequenced(moved));
        }
        return moved >= Changes.BATCH ? Duration.ZERO : idling.next(moved > 0);
    }
}
