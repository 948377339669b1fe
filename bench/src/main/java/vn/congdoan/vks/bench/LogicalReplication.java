package vn.congdoan.vks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.congdoan.vks.local.stack.PostgresServer;

/// PostgreSQL's own replication of tables, from one copy of membership-service's database to another in the same
/// server, of the very rows that the service wrote when it took a feed, in transactions of the same size. Whoever
/// applies them fires no trigger and looks no reference up.
final class LogicalReplication {

    private static final String SOURCE = "replication_source";
    private static final String TARGET = "replication_target";
    private static final String SLOT = "bench";
    private static final long LOOK_EVERY = 2_000_000;

    /// What one change of a member leaves behind, in the order in which rows refer to each other.
    private static final List<String> TABLES = List.of("member", "placement", "replica", "change");

    private final BenchSystem system;

    /// @param system that replicates logically, and holds nothing of the feed yet
    LogicalReplication(BenchSystem system) throws SQLException {
        this.system = system;
        system.copyDatabase("membership", SOURCE);
        system.copyDatabase(SOURCE, TARGET);
        try (Connection connection = system.connect(SOURCE);
                Statement statement = connection.createStatement()) {
            statement.execute("create publication bench for table " + String.join(", ", TABLES));
            for (String table : TABLES) {
                statement.execute(
                        "create unlogged table staged_%1$s as select 0 as batch, * from %1$s limit 0".formatted(table));
            }
        }
    }

    /// Replicates what came from a stretch of the feed.
    ///
    /// @return the changes that arrived in a second
    double perSecond(long after, int changes, int batch) throws SQLException, IOException {
        stage(after, batch);
        try (Connection source = system.connect(SOURCE);
                Connection target = system.connect(TARGET);
                Statement publisher = source.createStatement();
                Statement subscriber = target.createStatement()) {
            publisher.execute("select pg_create_logical_replication_slot('%s', 'pgoutput')".formatted(SLOT));
            subscriber.execute("""
                    create subscription bench connection 'host=127.0.0.1 port=%d dbname=%s user=%s password=%s'
                    publication bench with (create_slot = false, slot_name = '%s', copy_data = false, enabled = false)
                    """.formatted(
                    system.place().postgresPort(), SOURCE, PostgresServer.SUPERUSER, PostgresServer.PASSWORD, SLOT));
            writeAgain(source, changes / batch);
            try (PreparedStatement arrived =
                    target.prepareStatement("select exists (select from member where member_id = ?::uuid)")) {
                arrived.setString(
                        1,
                        system.text(
                                SOURCE,
                                "select aggregate_id from change where origin_node = '%s' and origin_position = %d"
                                        .formatted(ProvinceFeed.NODE, after + changes)));
                long begin = System.nanoTime();
                subscriber.execute("alter subscription bench enable");
                while (!holds(arrived)) {
                    LockSupport.parkNanos(LOOK_EVERY);
                }
                return changes / ((System.nanoTime() - begin) / 1e9);
            } finally {
                forget(publisher, subscriber);
            }
        }
    }

    /// Beside the tables, with the number of the transaction in which they shall be written.
    private void stage(long after, int batch) throws SQLException, IOException {
        Path directory = Files.createTempDirectory(
                "replicated", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        try (Connection service = system.connect("membership");
                Statement read = service.createStatement();
                Connection source = system.connect(SOURCE);
                Statement write = source.createStatement()) {
            read.execute("""
                    create temporary table stretch as
                    select aggregate_id, change_id, (origin_position - %1$d - 1) / %2$d as batch from change
                    where origin_node = '%3$s' and origin_position > %1$d
                    """.formatted(after, batch, ProvinceFeed.NODE));
            read.execute("create index on stretch (aggregate_id)");
            read.execute("analyze stretch");
            for (String table : TABLES) {
                Path file = directory.resolve(table);
                read.execute("copy (select stretch.batch, one.* from stretch join %s one on one.%s) to '%s'"
                        .formatted(table, ofStretch(table), file));
                write.execute("truncate staged_" + table);
                write.execute("copy staged_%s from '%s'".formatted(table, file));
                write.execute("create index if not exists %1$s_by_batch on staged_%1$s (batch)".formatted(table));
                Files.delete(file);
            }
        } finally {
            Files.delete(directory);
        }
    }

    private static String ofStretch(String table) {
        return switch (table) {
            case "change" -> "change_id = stretch.change_id and one.aggregate_id = stretch.aggregate_id";
            case "replica" -> "aggregate_id = stretch.aggregate_id";
            default -> "member_id = stretch.aggregate_id";
        };
    }

    private static void writeAgain(Connection source, int batches) throws SQLException {
        try (Statement statement = source.createStatement()) {
            statement.execute("set session_replication_role = replica");
            source.setAutoCommit(false);
            for (int batch = 0; batch < batches; batch++) {
                for (String table : TABLES) {
                    String columns = columns(statement, table);
                    statement.execute(
                            "insert into %1$s (%2$s) overriding system value select %2$s from staged_%1$s where batch = %3$d"
                                    .formatted(table, columns, batch));
                }
                source.commit();
            }
            source.setAutoCommit(true);
        }
    }

    /// Those that are not worked out from others.
    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select string_agg(attname, ', ' order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = \'\'
                """.formatted(table))) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean holds(PreparedStatement condition) throws SQLException {
        try (ResultSet row = condition.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void forget(Statement publisher, Statement subscriber) throws SQLException {
        subscriber.execute("alter subscription bench disable");
        subscriber.execute("alter subscription bench set (slot_name = none)");
        subscriber.execute("drop subscription bench");
        try (ResultSet row = publisher.executeQuery(
                "select active_pid from pg_replication_slots where slot_name = '%s'".formatted(SLOT))) {
            row.next();
            int walSender = row.getInt(1);
            if (!row.wasNull()) {
                publisher.execute("select pg_terminate_backend(%d, 5000)".formatted(walSender));
            }
        }
        publisher.execute("select pg_drop_replication_slot('%s')".formatted(SLOT));
    }
}
