package vn.congdoan.vks.membership.reorganization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sync.ThisNode;

/// Goes on with reorganizations that several nodes do. The one that began it ends what ends when all others have told
/// that they have done their parts; another one does its part when it hears of it, and tells so. Each round is one
/// transaction that begins with what is there, so that it may be stopped and repeated anywhere.
@ApplicationScoped
class ReorganizationsUnderWay {

    private static final Logger LOG = Logger.getLogger(ReorganizationsUnderWay.class);

    /// A large union goes with everything that stays at home.
    private static final int MOST_SECONDS = 1800;

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    /// What could not be done may become possible, and new units may have come where others end.
    private static final Duration TRIES_EVERY = Duration.ofMinutes(1);

    private final Reorganizations reorganizations;
    private final HomeReports reports;
    private final DoingReorganizations doing;
    private final DoingOwnPart part;
    private final ReorganizationViews views;
    private final ThisNode here;
    private final Clock clock;
    private final Map<ReorganizationId, Tried> tried = new HashMap<>();
    private @Nullable Loop loop;

    ReorganizationsUnderWay(
            Reorganizations reorganizations,
            HomeReports reports,
            DoingReorganizations doing,
            DoingOwnPart part,
            ReorganizationViews views,
            ThisNode here,
            Clock clock) {
        this.reorganizations = reorganizations;
        this.reports = reports;
        this.doing = doing;
        this.part = part;
        this.views = views;
        this.here = here;
        this.clock = clock;
    }

    /// When one was tried last, and what other nodes had told by then: the versions of their reports.
    private record Tried(Instant at, Map<String, Long> told) {}

    void start(@Observes StartupEvent start) {
        loop = Loop.start("reorganizations-under-way", this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    private Duration run() {
        List<ReorganizationId> underWay = QuarkusTransaction.requiringNew().call(reorganizations::underWay);
        tried.keySet().retainAll(underWay);
        for (ReorganizationId each : underWay) {
            Map<String, Long> told = QuarkusTransaction.requiringNew().call(() -> reports.told(each));
            Tried last = tried.get(each);
            if (last == null
                    || !last.told().equals(told)
                    || !last.at().plus(TRIES_EVERY).isAfter(clock.instant())) {
                tried.put(each, new Tried(clock.instant(), told));
                goOn(each);
            }
        }
        return LOOKS_EVERY;
    }

    void goOn(ReorganizationId id) {
        try {
            QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).run(() -> goOnWithin(id));
        } catch (Unprocessable | Conflict impossible) {
            QuarkusTransaction.requiringNew().run(() -> refuse(id, impossible.violations()));
        } catch (RuntimeException failure) {
            // It must not keep others from being done.
            LOG.errorf("Reorganization %s did not go on: %s", id, failure);
            LOG.debug(id, failure);
        }
    }

    private void goOnWithin(ReorganizationId id) {
        Reorganization reorganization = reorganizations.requireToChange(id);
        if (!reorganization.isUnderWay()) {
            return;
        }
        Optional<Actor> orderedHere = reorganization.scheduledBy();
        if (orderedHere.isPresent()) {
            Actors.onOrderOf(orderedHere.get(), () -> doing.goOn(reorganization));
        } else if (reorganization.awaits().contains(here.id())) {
            part.run(reorganization);
        }
    }

    private void refuse(ReorganizationId id, List<Violation> violations) {
        Reorganization reorganization = reorganizations.requireToChange(id);
        LOG.warnf("Reorganization %s cannot go on: %s", id, violations);
        if (reorganization.scheduledBy().isPresent()) {
            if (reorganization.refuse(views.json(violations), clock.instant())) {
                doing.refused(reorganization);
            }
        } else {
            part.tell(id, views.json(violations));
        }
    }
}
