package vn.congdoan.vks.membership.bootstrap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.congdoan.vks.membership.assignment.Assignment;
import vn.congdoan.vks.membership.assignment.AssignmentId;
import vn.congdoan.vks.membership.assignment.Assignments;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// The first start of the central node makes the central union and its ADMIN from configuration: once, logged, and
/// never again, whatever the configuration says later. From then on every right is granted by somebody.
///
/// The first start of a provincial node makes nothing: its organization, and who may do what in it, come from
/// central. It counts as the first start all the same, so that a node that is later taken for central by
/// mistake founds no second central union.
@ApplicationScoped
class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final String CENTRAL = "central";

    private final BootstrapConfig config;
    private final String issuerAlias;
    private final String node;
    private final Units units;
    private final Assignments assignments;
    private final ChangeLog log;
    private final Sql sql;
    private final Clock clock;

    Bootstrap(
            BootstrapConfig config,
            @ConfigProperty(name = "vks.identity.issuer-alias") String issuerAlias,
            @ConfigProperty(name = "vks.node.id") String node,
            Units units,
            Assignments assignments,
            ChangeLog log,
            Sql sql,
            Clock clock) {
        this.config = config;
        this.issuerAlias = issuerAlias;
        this.node = node;
        this.units = units;
        this.assignments = assignments;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::setUpOnce);
    }

    private void setUpOnce() {
        Instant now = clock.instant();
        int marked = sql.change(
                "insert into bootstrap (done, performed_at) values (true, ?) on conflict do nothing",
                now.atOffset(ZoneOffset.UTC));
        if (marked == 0) {
            return;
        }
        if (node.equals(CENTRAL)) {
            makeCentralUnion(now);
        } else {
            LOG.infof("First start of the node %s: its organization comes from central", node);
        }
    }

    private void makeCentralUnion(Instant now) {
        String subject = config.adminSubject()
                .orElseThrow(() -> new IllegalStateException(
                        "vks.bootstrap.admin-subject must name the account that becomes the first ADMIN"));
        UnitId id = new UnitId(Ids.next());
        Unit union = Unit.root(id, config.unionCode(), config.unionName(), config.unionSince(), now);
        units.persistAndFlush(union);
        log.append(union.change("founded", config.unionSince()));
        Principal admin = new Principal(issuerAlias, subject);
        LocalDate today = LocalDate.now(clock);
        Assignment first = Assignment.bootstrap(new AssignmentId(Ids.next()), admin, id, today, now);
        assignments.persistAndFlush(first);
        log.append(first.change("granted", today, Audience.of(List.of(id))));
        LOG.infof("First start: made the union %s (%s) and its ADMIN %s", config.unionCode(), id, admin.subject());
    }
}
