package vn.congdoan.vks.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;

/// The role under which a service works in its database, and how a test does what that role must not.
public final class RunTimeRole {

    /// Its name.
    public static final String NAME = LocalStack.DATABASE + "_app";

    private RunTimeRole() {}

    /// A connection of this role itself, as the service has it in production.
    public static Connection connect() throws SQLException {
        return connect(NAME);
    }

    /// A connection of the owner of the tables.
    public static Connection connectAsOwner() throws SQLException {
        return connect(LocalStack.DATABASE);
    }

    /// A connection of somebody who has power over the database.
    public static Connection connectAsSuperuser() throws SQLException {
        return connect(PostgresServer.SUPERUSER);
    }

    /// Does something in a transaction of the service while neither rights nor rules of the database hold.
    public static void withoutRules(Sql sql, Runnable work) {
        sql.change("set local role none");
        sql.change("set local session_replication_role = replica");
        work.run();
        sql.change("set local session_replication_role = origin");
        sql.change("set local role " + NAME);
    }

    /// Does something in a transaction of the service as the owner of the tables, for whom their rules hold.
    public static void asOwner(Sql sql, Runnable work) {
        sql.change("set local role " + LocalStack.DATABASE);
        work.run();
        sql.change("set local role " + NAME);
    }

    /// As somebody who has power over the database, each statement for itself.
    public static Sql superuser() {
        return SqlAccess.on(source(PostgresServer.SUPERUSER));
    }

    private static Connection connect(String user) throws SQLException {
        return source(user).getConnection();
    }

    private static PGSimpleDataSource source(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser(user);
        source.setPassword(PostgresServer.PASSWORD);
        return source;
    }
}
