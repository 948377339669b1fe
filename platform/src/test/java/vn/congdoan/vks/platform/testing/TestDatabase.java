package vn.congdoan.vks.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import vn.congdoan.vks.local.stack.PostgresServer;

/// A new database with the platform's tables, for tests that need no service around them. The server is started once
/// and goes with the JVM.
public final class TestDatabase {

    private static final PostgresServer SERVER = PostgresServer.temporary();

    /// Of this log manager a test without a service keeps all that the driver has to say, of every message.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.WARNING);
    }

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    private final String[] locations;

    public TestDatabase() {
        this("latest", "db/platform", "db/replica");
    }

    /// As a service has it up to a version of its tables.
    public TestDatabase(String version, String... locations) {
        this.locations = locations.clone();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        SERVER.createDatabase(name);
        source.setUrl(SERVER.jdbcUrl(name));
        source.setUser(PostgresServer.SUPERUSER);
        source.setPassword(PostgresServer.PASSWORD);
        migrate(version);
    }

    /// Brings it on to a later version.
    public void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .locations(locations)
                .target(version)
                .load()
                .migrate();
    }

    public DataSource source() {
        return source;
    }

    public Connection connect() throws SQLException {
        return source.getConnection();
    }
}
