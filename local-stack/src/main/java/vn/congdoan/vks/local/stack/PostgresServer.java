package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// A running PostgreSQL 18 on the loopback address: where it is, and how to make databases in it.
public final class PostgresServer implements AutoCloseable {
    /// The superuser's name.
    public static final String SUPERUSER = "postgres";

    /// The superuser's password, on a developer's machine only.
    public static final String PASSWORD = "demo-only";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    private final int port;
    private final @Nullable LeashedProcess process;

    private PostgresServer(int port, @Nullable LeashedProcess process) {
        this.port = port;
        this.process = process;
    }

    /// A server that somebody else started on this port.
    public static PostgresServer at(int port) {
        return new PostgresServer(port, null);
    }

    /// Starts an empty server on a free port: fast, not durable, gone with `close` or with this JVM.
    public static PostgresServer temporary() {
        for (int attempt = 1; ; attempt++) {
            try {
                return startTemporary();
            } catch (IllegalStateException e) {
                // Somebody may have taken the port between choosing and binding it.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static PostgresServer startTemporary() {
        try {
            Path scratch = Files.createTempDirectory("vks-postgres");
            PostgresFiles files = new PostgresFiles(Cache.ofThisCheckout(), scratch.resolve("data"));
            files.initialize(PostgresFiles.Durability.NONE);
            int port = Ports.free();
            LeashedProcess process = LeashedProcess.start(
                    files.launch(port, PostgresFiles.Durability.NONE), scratch, LeashedProcess.Stop.QUIT);
            PostgresServer server = new PostgresServer(port, process);
            process.awaitReady("PostgreSQL", server::isReady, START_LIMIT);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its TCP port on 127.0.0.1.
    public int port() {
        return port;
    }

    /// The JDBC address of one of its databases.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Whether it accepts connections.
    public boolean isReady() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /// A superuser's connection to one of its databases.
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, PASSWORD);
    }

    /// A connection as somebody else.
    public Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        return driver().connect(jdbcUrl(database), properties);
    }

    // Not DriverManager: it hides drivers from other class loaders, such as the ones of tests.
    private Driver driver() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader())) {
            if (driver.acceptsURL(jdbcUrl(SUPERUSER))) {
                return driver;
            }
        }
        throw new SQLException("PostgreSQL's JDBC driver is not on the class path");
    }

    /// Makes an empty database that belongs to the superuser.
    public void createDatabase(String name) {
        execute(List.of("CREATE DATABASE " + identifier(name)));
    }

    /// Makes sure that a database exists and belongs to a role of the same name, which may do nothing outside it.
    public void ensureDatabaseWithOwner(String name, String password) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            String role = identifier(name);
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = %s", name)) {
                statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD " + literal(password));
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = %s", name)) {
                statement.execute("CREATE DATABASE " + role + " OWNER " + role);
            }
            if (exists(statement, "SELECT 1 WHERE has_database_privilege('public', %s, 'CONNECT')", name)) {
                statement.execute("REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the database " + name, e);
        }
    }

    /// Makes sure that there is a role that may enter a database and nothing more: its owner says what it may do there.
    public void ensureRoleIn(String database, String name, String password) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = %s", name)) {
                statement.execute("CREATE ROLE " + identifier(name) + " LOGIN PASSWORD " + literal(password));
            }
            statement.execute("GRANT CONNECT ON DATABASE " + identifier(database) + " TO " + identifier(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the role " + name, e);
        }
    }

    private static boolean exists(Statement statement, String query, String name) throws SQLException {
        try (var rows = statement.executeQuery(query.formatted(literal(name)))) {
            return rows.next();
        }
    }

    private void execute(List<String> commands) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused " + commands, e);
        }
    }

    // DDL takes no parameters, so names and passwords are quoted here.
    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /// Stops a temporary server and deletes its data; leaves a server alone that somebody else started.
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
