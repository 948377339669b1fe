package vn.congdoan.vks.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.Cache;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.local.system.Databases;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;
import vn.congdoan.vks.local.system.Starting;
import vn.congdoan.vks.local.system.Stopping;

@NullMarked
class BackupTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WRITERS = 4;

    @TempDir
    Path directory = Path.of("");

    private Place place = Place.from(java.util.Map.of());
    private PostgresServer server = PostgresServer.at(0);
    private Path archive = Path.of("");

    @BeforeEach
    void start() throws Exception {
        int base = Ports.freeBase(0, 1, 2, 3, 100, 110, 112, 113, 362);
        place = new Place(directory, directory.resolve("system"), Cache.ofThisCheckout(), base);
        server = PostgresServer.at(place.postgresPort());
        archive = directory.resolve("backup.tar.gz");
        startPostgres();
    }

    @AfterEach
    void stop() {
        new Stopping(place, Parts.of(place), line -> {}).run();
    }

    @Test
    void a_backup_taken_under_writes_restores_all_databases_to_one_point() throws Exception {
        for (String database : List.of("membership", "campaign")) {
            run(database, "CREATE TABLE pair (writer int, number int, PRIMARY KEY (writer, number))");
        }
        List<PairWriter> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new PairWriter(server, number))
                .toList();
        try {
            writers.forEach(PairWriter::start);
            assertTrue(Waiting.until(() -> writers.stream().allMatch(each -> each.done() > 50), LIMIT));
            List<Integer> before = writers.stream().map(PairWriter::done).toList();
            new TakingBackup(place, Clock.systemUTC()).to(archive);
            List<Integer> after = writers.stream().map(PairWriter::done).toList();
            assertTrue(
                    Waiting.until(
                            () -> IntStream.range(0, WRITERS)
                                    .allMatch(one -> writers.get(one).done() > after.get(one) + 20),
                            LIMIT),
                    "writing goes on after the backup");
            writers.forEach(PairWriter::close);

            restore();
            startPostgres();

            for (int writer = 0; writer < WRITERS; writer++) {
                int first = numbers("membership", writer);
                int second = numbers("campaign", writer);
                assertTrue(first == second || first == second + 1, first + " and " + second + " are not one point");
                assertTrue(second >= before.get(writer), second + " lacks some of " + before.get(writer));
                assertTrue(second <= after.get(writer) + 1, "something of after the backup is there: " + second);
            }
            assertTrue(
                    IntStream.range(0, WRITERS)
                                    .map(writer -> after.get(writer) - before.get(writer))
                                    .sum()
                            > 0,
                    "nothing was written during the backup, so it proved nothing");
        } finally {
            writers.forEach(PairWriter::close);
        }
    }

    @Test
    void a_restored_service_begins_a_new_epoch_and_tells_kafka_everything_again() throws Exception {
        for (String database : Databases.OF_SERVICES) {
            makeChangeLog(database);
            run(database, "UPDATE change_head SET epoch = 3, position = 41");
            run(
                    database,
                    "UPDATE relay SET epoch = 3, position = 40, topic_ids = '{\"vks.trial\": \"abc\"}',"
                            + " holder = uuidv7(), held_until = now() + interval '1 hour'");
            run(
                    database,
                    "INSERT INTO parked_event VALUES"
                            + " ('vks.trial', 0, 7, null, '{}', '{}', null, 'REFUSED', null, now(), uuidv7())");
        }
        Path kafkaLog = place.directory().resolve("kafka/data/vks.trial-0/00000000000000000000.log");
        Files.createDirectories(kafkaLog.getParent());
        Files.writeString(kafkaLog, "what the restored databases may never have said");
        Files.writeString(place.directory().resolve("demo-loaded"), "demo of the backup");

        new TakingBackup(place, Clock.systemUTC()).to(archive);
        run("welfare", "UPDATE change_head SET position = 99");
        Files.delete(place.directory().resolve("demo-loaded"));
        restore();
        startPostgres();

        for (String database : Databases.OF_SERVICES) {
            assertEquals("t", one(database, "SELECT epoch > 200000000 FROM change_head"), "named by its second");
            assertEquals(
                    "(41,41)",
                    one(
                            database,
                            "SELECT (head.position, begins_after) FROM change_epoch JOIN change_head head USING (epoch)"),
                    database);
            assertEquals("(0,0)", one(database, "SELECT (epoch, position) FROM relay"), database);
            assertEquals("t", one(database, "SELECT holder IS NULL AND held_until <= now() FROM relay"), database);
            assertEquals("{\"vks.trial\": \"abc\"}", one(database, "SELECT topic_ids FROM relay"), database);
            assertEquals("0", one(database, "SELECT count(*) FROM parked_event"), database);
        }
        assertFalse(Files.exists(place.directory().resolve("kafka")));
        assertEquals("demo of the backup", Files.readString(place.directory().resolve("demo-loaded")));
    }

    @Test
    void a_new_epoch_waits_for_the_batch_that_the_sequencer_is_at() throws Exception {
        makeChangeLog("membership");
        try (Connection sequencer = server.connect("membership");
                Connection restoring = server.connect("membership")) {
            sequencer.setAutoCommit(false);
            one(sequencer, "SELECT sequence_changes(10)");
            run(restoring, "SET lock_timeout = '100ms'");
            SQLException waited = assertThrows(SQLException.class, () -> one(restoring, "SELECT begin_epoch()"));
            assertEquals("55P03", waited.getSQLState());
            sequencer.rollback();
            int first = Integer.parseInt(one(restoring, "SELECT begin_epoch()"));
            int next = Integer.parseInt(one(restoring, "SELECT begin_epoch()"));
            assertTrue(first > 1 && next > first, first + ", " + next);
        }
    }

    @Test
    void a_refused_archive_and_a_refused_question_leave_the_system_running_as_it_is() throws Exception {
        new TakingBackup(place, Clock.systemUTC()).to(archive);
        run("membership", "CREATE TABLE written_since (number int)");
        assertFalse(new RestoringBackup(place, line -> {}).from(archive, manifest -> {}, () -> false));
        byte[] changed = Files.readAllBytes(archive);
        changed[changed.length / 2] ^= 1;
        Files.write(archive, changed);
        assertThrows(BackupRefused.class, this::restore);
        assertEquals("0", one("membership", "SELECT count(*) FROM written_since"));
        try (Stream<Path> files = Files.list(place.directory())) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("restored"))
                            .toList());
        }
    }

    @Test
    void data_on_which_postgres_does_not_start_never_take_the_place_of_those_that_are_there() throws Exception {
        run("membership", "CREATE TABLE still_there (number int)");
        try (var out = Files.newOutputStream(archive);
                ArchiveWriter spoilt = new ArchiveWriter(
                        out,
                        new Manifest(
                                Manifest.FORMAT,
                                "2026-11-22T03:00:00Z",
                                BuiltWith.thisBuild().postgresVersion(),
                                Manifest.thisPlatform(),
                                "26.7.3",
                                "central",
                                java.util.Map.of()))) {
            spoilt.file("postgres/PG_VERSION", new byte[] {'1', '8', '\n'});
            spoilt.finish();
        }
        assertThrows(BackupRefused.class, this::restore);
        startPostgres();
        assertEquals("0", one("membership", "SELECT count(*) FROM still_there"));
    }

    @Test
    void a_restore_that_was_killed_after_it_was_decided_is_finished_by_the_next_start() throws Exception {
        Path home = directory.resolve("killed");
        Place killed = new Place(directory, home, Cache.ofThisCheckout(), place.portBase());
        RestoredState state = new RestoredState(killed);
        Files.createDirectories(home.resolve("restored/postgres"));
        Files.writeString(home.resolve("restored/postgres/PG_VERSION"), "restored");
        // Killed between the two renames: the old directory is aside, the new one not yet there.
        Files.createDirectories(home.resolve("postgres.replaced"));
        Files.writeString(home.resolve("postgres.replaced/PG_VERSION"), "before");
        state.finish();
        assertEquals("restored", Files.readString(home.resolve("postgres/PG_VERSION")));
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(
                    List.of(home.resolve("postgres"), home.resolve("postgres.replaced")),
                    left.sorted().toList());
        }
        assertEquals("before", Files.readString(home.resolve("postgres.replaced/PG_VERSION")), "a way back");
        state.finish();
        assertEquals("restored", Files.readString(home.resolve("postgres/PG_VERSION")));
    }

    private void restore() throws IOException {
        assertTrue(new RestoringBackup(place, line -> {}).from(archive, manifest -> {}, () -> true));
    }

    private void startPostgres() {
        new Starting(place, Parts.of(place).subList(0, 1), line -> {}).run();
    }

    /// As the services make it, from the same files.
    private void makeChangeLog(String database) throws Exception {
        Path migrations = BuiltWith.thisBuild().projectRoot().resolve("platform/src/main/resources/db/platform");
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                try (Connection connection = server.connect(database, database, "demo-only-" + database)) {
                    run(connection, Files.readString(file));
                }
            }
        }
    }

    private int numbers(String database, int writer) throws SQLException {
        String count = one(database, "SELECT count(*) FROM pair WHERE writer = " + writer);
        assertEquals(count, one(database, "SELECT coalesce(max(number), 0) FROM pair WHERE writer = " + writer));
        return Integer.parseInt(count);
    }

    private void run(String database, String command) throws SQLException {
        try (Connection connection = server.connect(database)) {
            run(connection, command);
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String one(String database, String query) throws SQLException {
        try (Connection connection = server.connect(database)) {
            return one(connection, query);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
