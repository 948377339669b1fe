package vn.congdoan.vks.membership.bootstrap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.congdoan.vks.membership.assignment.Assignment;
import vn.congdoan.vks.membership.assignment.AssignmentId;
import vn.congdoan.vks.membership.assignment.Assignments;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// The first start of the central node makes the central union and its ADMIN from configuration: once, logged, and
/// never
/// again, whatever the configuration says later. From then on every right is granted by somebody.
@ApplicationScoped
class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);

    private final BootstrapConfig config;
    private final String issuerAlias;
    private final Units units;
    private final Assignments assignments;
    private final Sql sql;
    private final Clock clock;

    Bootstrap(
            BootstrapConfig config,
            @ConfigProperty(name = "vks.identity.issuer-alias") String issuerAlias,
            Units units,
            Assignments assignments,
            Sql sql,
            Clock clock) {
        this.config = config;
        this.issuerAlias = issuerAlias;
        this.units = units;
        this.assignments = assignments;
        this.sql = sql;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::setUpOnce);
    }

    private void setUpOnce() {
        Instant now = clock.instant();
        int first = sql.change(
                "insert into bootstrap (done, performed_at) values (true, ?) on conflict do nothing",
                now.atOffset(ZoneOffset.UTC));
        if (first == 0) {
            return;
        }
        UnitId union = new UnitId(Ids.next());
        units.persist(Unit.root(union, config.unionCode(), config.unionName(), config.unionSince(), now));
        Principal admin = new Principal(issuerAlias, config.adminSubject());
        assignments.persist(
                Assignment.bootstrap(new AssignmentId(Ids.next()), admin, union, LocalDate.now(clock), now));
        LOG.infof("First start: made the union %s (%s) and its ADMIN %s", config.unionCode(), union, admin.subject());
    }
}
