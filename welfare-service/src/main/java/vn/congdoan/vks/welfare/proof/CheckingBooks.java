package vn.congdoan.vks.welfare.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Looks through the books of every fund once a day, one after the other. What it finds is told by the log, a
/// metric and the fund's proof; the service goes on, because people must be able to look at what is wrong.
@ApplicationScoped
class CheckingBooks {

    private static final Logger LOG = Logger.getLogger(CheckingBooks.class);
    private static final Duration AGE = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /// Millions of transfers take a while.
    private static final int MOST_SECONDS = 3_600;

    private final BooksChecks checks;
    private @Nullable Loop loop;

    CheckingBooks(BooksChecks checks) {
        this.checks = checks;
    }

    void start(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("vks.books.out.of.order", checks, BooksChecks::outOfOrder)
                .strongReference(true)
                .description("Funds whose books were not in order when they were looked through last")
                .register(metrics);
        loop = Loop.start("books", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    // Claimed before it is looked at: books that cannot be looked through do not keep the others waiting.
    private Duration run() {
        Optional<FundId> fund = QuarkusTransaction.requiringNew().call(() -> checks.claim(AGE));
        fund.ifPresent(this::check);
        return fund.isPresent() ? Duration.ZERO : PAUSE;
    }

    private void check(FundId fund) {
        Finding finding = QuarkusTransaction.requiringNew()
                .timeout(MOST_SECONDS)
                .call(() -> checks.check(fund))
                .finding();
        if (finding != null) {
            LOG.errorf("The books of the fund %s are not in order: %s", fund, finding);
        }
    }
}
