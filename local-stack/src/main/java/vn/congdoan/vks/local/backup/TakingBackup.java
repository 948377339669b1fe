package vn.congdoan.vks.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.system.Databases;
import vn.congdoan.vks.local.system.Place;

/// Takes a backup of a running system. All databases lie in one PostgreSQL and share one log, so a copy of its data
/// directory with the log up to the copy's end is all of them at one point, the end of the copying. Nobody who writes
/// meanwhile is held up.
public final class TakingBackup {
    private static final Pattern FIRST_SEGMENT = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final String NEWEST_MIGRATION = "SELECT version FROM flyway_schema_history"
            + " WHERE success AND version IS NOT NULL ORDER BY string_to_array(version, '.')::numeric[] DESC LIMIT 1";

    private final Place place;
    private final PostgresServer server;
    private final Clock clock;

    public TakingBackup(Place place, Clock clock) {
        this.place = place;
        this.server = PostgresServer.at(place.postgresPort());
        this.clock = clock;
    }

    /// Writes the archive; if that fails, nothing is left of it.
    public Manifest to(Path file) throws IOException {
        if (!server.isReady()) {
            throw new BackupRefused("PostgreSQL does not run; " + place.command("up postgres") + " starts it.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            Manifest manifest = write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (SQLException e) {
            throw new BackupRefused("PostgreSQL cannot be backed up: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest write(Path file) throws IOException, SQLException {
        try (Connection connection = server.connect(PostgresServer.SUPERUSER);
                Statement sql = connection.createStatement();
                FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        // It holds the realm's keys and the hashes of passwords.
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel)) {
            Manifest manifest = manifest(sql);
            try (ArchiveWriter archive = new ArchiveWriter(out, manifest)) {
                Path note = Contents.demoNote(place);
                if (Files.exists(note)) {
                    archive.file(Contents.DEMO_NOTE, Files.readAllBytes(note));
                }
                copyDatabases(sql, archive);
                archive.finish();
                channel.force(true);
            }
            return manifest;
        }
    }

    private void copyDatabases(Statement sql, ArchiveWriter archive) throws IOException, SQLException {
        LiveDirectory directory = new LiveDirectory(Contents.postgres(place), Contents.POSTGRES);
        // Keeps the log from being thrown away while we copy; gone with this connection, as is an unfinished backup.
        one(sql, "SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
        one(sql, "SELECT pg_backup_start('congdoan-vks', fast => true)");
        directory.copyTo(archive);
        String label;
        String lastSegment;
        try (var row = sql.executeQuery(
                "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            label = row.getString(1);
            lastSegment = row.getString(2);
        }
        // Makes the next server replay the log from the copy's beginning to its end, and refuse to start before that.
        archive.file(Contents.POSTGRES + "/backup_label", label.getBytes(StandardCharsets.UTF_8));
        Matcher firstSegment = FIRST_SEGMENT.matcher(label);
        if (!firstSegment.find()) {
            throw new IllegalStateException("PostgreSQL's label does not say where it starts: " + label);
        }
        directory.copyLogTo(archive, firstSegment.group(1), lastSegment);
    }

    private Manifest manifest(Statement sql) throws SQLException {
        Map<String, String> schemas = new TreeMap<>();
        for (String database : Databases.OF_SERVICES) {
            try (Connection connection = server.connect(database);
                    Statement inside = connection.createStatement()) {
                if (!one(inside, "SELECT to_regclass('flyway_schema_history')").isEmpty()) {
                    schemas.put(database, one(inside, NEWEST_MIGRATION));
                }
            }
        }
        return new Manifest(
                Manifest.FORMAT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                one(sql, "SHOW server_version"),
                Manifest.thisPlatform(),
                BuiltWith.thisBuild().keycloakVersion(),
                place.nodeId(),
                schemas);
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (var row = sql.executeQuery(query)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
