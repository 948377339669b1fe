package vn.congdoan.vks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.stack.KafkaBroker;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.system.Nodes;
import vn.congdoan.vks.local.system.Place;

/// A system of its own for the measurements, as `./dev up` starts it: durable PostgreSQL, one Kafka broker, the
/// packaged services. Gone afterwards.
final class BenchSystem implements AutoCloseable {

    private static final int TICKS_PER_SECOND = 100;
    /// Of the fields of `/proc/PID/stat` behind the name: own user and system time, and those of ended children.
    private static final int UTIME = 11;

    private final Place place;
    private final List<String> start;
    private final List<String> nodes = new ArrayList<>();

    private BenchSystem(Place place, List<String> parts) {
        this.place = place;
        this.start = Stream.concat(Stream.of("up", "--built"), parts.stream()).toList();
    }

    /// Starts some parts, or all with the demo where none is named.
    static BenchSystem start(List<String> parts) {
        try {
            int base = Ports.freeBase(0, 1, 2, 3, 100, 110, 112, 113, 362);
            Path directory = Files.createTempDirectory("vks-bench");
            BenchSystem system = new BenchSystem(
                    Place.from(Map.of("PORT_BASE", Integer.toString(base), "LOCAL_DIR", directory.toString())), parts);
            system.dev(system.start);
            return system;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Place place() {
        return place;
    }

    String kafka() {
        return KafkaBroker.at(place.kafkaPort()).bootstrapServers();
    }

    Connection connect(String database) throws SQLException {
        return PostgresServer.at(place.postgresPort()).connect(database);
    }

    String token(DemoLogins login) {
        return keycloak().tokenOf(login);
    }

    String token(DemoClients client) {
        return keycloak().tokenOf(client);
    }

    private KeycloakServer keycloak() {
        return KeycloakServer.at(place.keycloakPort(), place.keycloakManagementPort());
    }

    long number(String database, String query) throws SQLException {
        return Long.parseLong(text(database, query));
    }

    String text(String database, String query) throws SQLException {
        return texts(database, query).getFirst();
    }

    List<String> texts(String database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    void makeOfficer(DemoLogins login, UUID unit) throws SQLException {
        try (Connection connection = connect("membership");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into assignment (assignment_id, version, issuer, subject, role, unit_id, owner_union_id,
                            valid_from, source, created_as, recorded_at)
                        values (uuidv7(), 0, 'congdoan', ?, 'OFFICER', ?, ?, '2020-01-01', 'GRANT', '', now())
                        """)) {
            insert.setString(1, login.subject());
            insert.setObject(2, unit);
            insert.setObject(3, unit);
            insert.executeUpdate();
        }
    }

    /// Copies a database. Its service loses its connections for a moment.
    void copyDatabase(String database, String copy) throws SQLException {
        execute("postgres", "alter database %s allow_connections false".formatted(database));
        texts(
                "postgres",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
                        .formatted(database));
        execute("postgres", "create database %s template %s".formatted(copy, database));
        execute("postgres", "alter database %s allow_connections true".formatted(database));
        execute("postgres", "alter database %s allow_connections true".formatted(copy));
    }

    /// Starts it anew so that its databases can be published.
    void replicateLogically() throws SQLException {
        execute("postgres", "alter system set wal_level = logical");
        dev(List.of("down"));
        dev(start);
    }

    /// Starts a province's node beside it, to which the province's records move.
    Place startNode(String name) {
        nodes.add(name);
        dev(List.of("node", name, "up", "--built"));
        try {
            return new Nodes(place).find(name).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Makes the link of a node good or bad.
    void shapeLink(String name, String... shape) {
        dev(Stream.concat(Stream.of("node", name), Stream.of(shape)).toList());
    }

    /// The processor time that its parts have used, with those of their processes that have ended.
    double processorSeconds() throws IOException {
        String mark = "VKS_LOCAL_PART=" + place.directory() + "#";
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(BenchSystem::isProcess)
                            .mapToLong(each -> ticks(each, mark))
                            .sum()
                    / (double) TICKS_PER_SECOND;
        }
    }

    /// None of a process that is another's, or has ended meanwhile.
    private static long ticks(Path process, String mark) {
        try {
            if (!read(process, "environ").contains(mark)) {
                return 0;
            }
            String[] stat = read(process, "stat").replaceFirst("^.*\\) ", "").split(" ", -1);
            return Arrays.stream(stat, UTIME, UTIME + 4)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String read(Path process, String what) throws IOException {
        return Files.readString(process.resolve(what), StandardCharsets.ISO_8859_1);
    }

    private static boolean isProcess(Path entry) {
        return entry.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    private void execute(String database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void dev(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("./dev"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(BuiltWith.thisBuild().projectRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PORT_BASE", Integer.toString(place.portBase()));
        builder.environment().put("LOCAL_DIR", place.directory().toString());
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("./dev " + arguments + " ended with " + code + "; see the logs in "
                        + place.directory().resolve("logs"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        nodes.forEach(each -> dev(List.of("node", each, "reset")));
        dev(List.of("reset"));
        try {
            Directories.delete(place.directory());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
