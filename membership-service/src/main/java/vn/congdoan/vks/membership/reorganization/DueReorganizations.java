package vn.congdoan.vks.membership.reorganization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Does scheduled reorganizations at 00:00 (Vietnam) of their day, or at the next start, and at once those whose day
/// has come but which are too large to be done while somebody waits. Each in a transaction of its
/// own: one that was stopped in the middle was not done at all, and is done by the next round; one that somebody else
/// does at the same time is seen as done.
@ApplicationScoped
class DueReorganizations {

    private static final Logger LOG = Logger.getLogger(DueReorganizations.class);

    /// A large union goes with everything that stays at home.
    private static final int MOST_SECONDS = 1800;

    /// One that cannot be done now may become possible; and clocks may be set.
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

    /// What it waited for too long may be free again.
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Reorganizations reorganizations;
    private final DoingReorganizations doing;
    private final ReorganizationViews views;
    private final Clock clock;
    private @Nullable Loop loop;

    DueReorganizations(
            Reorganizations reorganizations, DoingReorganizations doing, ReorganizationViews views, Clock clock) {
        this.reorganizations = reorganizations;
        this.doing = doing;
        this.views = views;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("reorganizations", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    /// One whose day has come was scheduled, because it is large.
    record Became(ReorganizationId id) {}

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Became due) {
        if (loop != null) {
            loop.wake();
        }
    }

    private Duration run() {
        if (!doDue()) {
            return SOON;
        }
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, BusinessTime.ZONE)
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();
        Duration left = Duration.between(now, midnight);
        return left.compareTo(AT_LEAST_EVERY) < 0 ? left : AT_LEAST_EVERY;
    }

    /// @return false if one failed for no reason of its own
    boolean doDue() {
        boolean all = true;
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        for (ReorganizationId each : QuarkusTransaction.requiringNew().call(() -> reorganizations.due(today))) {
            try {
                QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).run(() -> apply(each));
            } catch (Unprocessable | Conflict impossible) {
                refuse(each, impossible.violations());
            } catch (RuntimeException failure) {
                // It must not keep others from being done; it is tried again in the next round.
                LOG.errorf("Reorganization %s was not done: %s", each, failure);
                LOG.debug(each, failure);
                all = false;
            }
        }
        return all;
    }

    /// Those who decide see what stands against it; it is tried again in the next round.
    private void refuse(ReorganizationId id, List<Violation> violations) {
        QuarkusTransaction.requiringNew().run(() -> {
            Reorganization reorganization = reorganizations.requireToChange(id);
            if (reorganization.isScheduled() && reorganization.refuse(views.json(violations), clock.instant())) {
                LOG.warnf("Reorganization %s cannot be done: %s", id, violations);
                doing.refused(reorganization);
            }
        });
    }

    private void apply(ReorganizationId id) {
        Reorganization reorganization = reorganizations.requireToChange(id);
        if (!reorganization.isScheduled()) {
            return;
        }
        Actor actor = reorganization.scheduledBy().orElseThrow();
        Actors.onOrderOf(actor, () -> doing.begin(reorganization, actor));
        LOG.infof("Reorganization %s was done, or begun", id);
    }
}
