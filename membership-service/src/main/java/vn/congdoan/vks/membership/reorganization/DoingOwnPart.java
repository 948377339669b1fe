package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sync.ThisNode;

/// This node's part of a reorganization that the central node began, done in that node's name.
@ApplicationScoped
class DoingOwnPart {

    private static final Logger LOG = Logger.getLogger(DoingOwnPart.class);

    /// Who ordered it there is told to no other node.
    private static final Actor CENTRAL = new Actor(new Principal("node", ThisNode.CENTRAL), null);

    private final Reorganizing reorganizing;
    private final ReorganizationViews views;
    private final HomeReports reports;
    private final ChangeLog log;
    private final ThisNode here;
    private final NodeKeys keys;
    private final Clock clock;

    DoingOwnPart(
            Reorganizing reorganizing,
            ReorganizationViews views,
            HomeReports reports,
            ChangeLog log,
            ThisNode here,
            NodeKeys keys,
            Clock clock) {
        this.reorganizing = reorganizing;
        this.views = views;
        this.reports = reports;
        this.log = log;
        this.here = here;
        this.keys = keys;
        this.clock = clock;
    }

    void run(Reorganization reorganization) {
        ReorganizationId id = reorganization.id();
        Actors.onOrderOf(CENTRAL, () -> {
            if (reorganizing.goOn(reorganization, views.said(reorganization)).isPresent()) {
                tell(id, null);
            }
        });
    }

    /// How many members came with a reorganization from other nodes. That this node has no part in it is no obstacle.
    void tellTaken(ReorganizationId id, List<HomeReportState.Taken> taken) {
        HomeReport report = reports.of(id, here.id()).orElseGet(() -> {
            HomeReport first =
                    new HomeReport(new HomeReportId(Ids.next()), id, here.id(), ownUnion(), null, clock.instant());
            reports.persist(first);
            return first;
        });
        report.take(views.json(taken), clock.instant());
        reports.flush();
        tell(report);
    }

    /// @param refusals why it cannot be done, as JSON; null: it is done
    void tell(ReorganizationId id, @Nullable String refusals) {
        Optional<HomeReport> told = reports.of(id, here.id());
        if (told.isEmpty()) {
            HomeReport first =
                    new HomeReport(new HomeReportId(Ids.next()), id, here.id(), ownUnion(), refusals, clock.instant());
            reports.persistAndFlush(first);
            tell(first);
        } else if (told.get().tell(refusals, clock.instant())) {
            reports.flush();
            tell(told.get());
        }
    }

    private void tell(HomeReport report) {
        log.append(report.change(views.published(report)));
        LOG.infof("This node's part of a reorganization: %s", report.id());
    }

    private UnitId ownUnion() {
        return keys.ownUnion().orElseThrow();
    }
}
