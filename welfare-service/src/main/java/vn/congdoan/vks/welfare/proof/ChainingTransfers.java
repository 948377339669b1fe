package vn.congdoan.vks.welfare.proof;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Idling;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.change.Sequencer;

/// Adds a link for each transfer soon after it was booked, whichever instance of the service booked it.
@ApplicationScoped
class ChainingTransfers {

    private static final int STRETCH = 2_000;

    private final ProofLinks links;
    private final Idling idling = new Idling();
    private @Nullable Loop loop;

    ChainingTransfers(ProofLinks links) {
        this.links = links;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("proofs", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    void came(@Observes Sequencer.Sequenced sequenced) {
        if (loop != null) {
            loop.wake();
        }
    }

    private Duration run() {
        int read = QuarkusTransaction.requiringNew()
                .call(() -> links.addNext(STRETCH))
                .orElse(0);
        return read >= STRETCH ? Duration.ZERO : idling.next(read > 0);
    }
}
