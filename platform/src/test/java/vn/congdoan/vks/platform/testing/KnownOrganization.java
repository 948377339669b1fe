package vn.congdoan.vks.platform.testing;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.sql.Sql;

/// Lets a test begin when the service knows the organization that [PlayedMembership] tells of: its events need a moment
/// after the start.
public final class KnownOrganization implements QuarkusTestBeforeEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COUNT = "select count(*) from directory_unit";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (System.getProperty(Membership.ADDRESS) != null) {
            Sql sql = Arc.container().instance(Sql.class).get();
            Assertions.assertTrue(
                    Waiting.until(
                            () -> sql.one(COUNT, row -> row.getInt(1)).orElseThrow() >= Organization.values().length,
                            PATIENCE),
                    "the organization is not known");
        }
    }
}
