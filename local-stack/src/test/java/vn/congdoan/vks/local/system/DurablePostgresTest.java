package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.stack.Waiting;

@NullMarked
class DurablePostgresTest {
    private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(20);

    @TempDir
    Path directory = Path.of("");

    @Test
    void what_was_committed_survives_a_kill_even_if_its_process_id_is_taken_by_somebody_else() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Part postgres = Parts.of(trial.place()).getFirst();
            trial.start(List.of(postgres));
            PostgresServer server = PostgresServer.at(trial.place().postgresPort());
            assertDurable(server);
            assertClosedToOthers(server);

            AtomicInteger committed = new AtomicInteger();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeUntilKilled(server, committed));
            assertTrue(Waiting.until(() -> committed.get() > 100, LIMIT));
            Processes.signal(trial.pidOf(postgres), "KILL");
            writing.join();

            Path lock = directory.resolve("postgres/postmaster.pid");
            Process stranger = new ProcessBuilder("sleep", "60").start();
            try {
                giveTheProcessIdTo(stranger, lock);
                trial.start(List.of(postgres));
                assertTrue(stranger.isAlive());
            } finally {
                stranger.destroyForcibly();
            }
            int found = Integer.parseInt(one(server, "membership", "SELECT count(*) FROM trial"));
            // The last commit may have reached the disk without its answer reaching us.
            assertTrue(found == committed.get() || found == committed.get() + 1, found + " of " + committed.get());
        }
    }

    private static void assertDurable(PostgresServer server) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", one(server, "membership", "SHOW " + setting), setting);
        }
    }

    private static void assertClosedToOthers(PostgresServer server) {
        assertThrows(
                SQLException.class,
                () -> server.connect("campaign", "membership", Databases.password("membership"))
                        .close());
    }

    private static void writeUntilKilled(PostgresServer server, AtomicInteger committed) {
        try (Connection connection = server.connect("membership", "membership", Databases.password("membership"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE trial (number int)");
            while (true) {
                statement.execute("INSERT INTO trial VALUES (1)");
                committed.incrementAndGet();
            }
        } catch (SQLException killed) {
            // What the test waits for; the count says how far it came.
        }
    }

    private static void giveTheProcessIdTo(Process stranger, Path lock) throws IOException {
        String left = Files.readString(lock);
        Files.writeString(lock, left.replaceFirst("^\\d+", Long.toString(stranger.pid())));
    }

    private static String one(PostgresServer server, String user, String query) throws SQLException {
        try (Connection connection = server.connect(user, user, Databases.password(user));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
