package vn.congdoan.vks.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.system.CannotStart;
import vn.congdoan.vks.local.system.Databases;
import vn.congdoan.vks.local.system.Part;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;
import vn.congdoan.vks.local.system.Starting;
import vn.congdoan.vks.local.system.Stopping;

/// Brings a system back to a backup. The archive is unpacked and checked beside the running system; only then is the
/// system stopped, PostgreSQL started on the restored data, and a new epoch begun in each service's change log: what
/// was changed after the backup has been seen by others under positions that will now be given again. The old data are
/// replaced once all of that has succeeded.
public final class RestoringBackup {
    private final Place place;
    private final RestoredState state;
    private final Consumer<String> progress;

    /// @param progress takes one line for a person at a time
    public RestoringBackup(Place place, Consumer<String> progress) {
        this.place = place;
        this.state = new RestoredState(place);
        this.progress = progress;
    }

    /// Leaves the system stopped.
    ///
    /// @param agreed asked once the archive is known to be whole, before anything is stopped
    /// @return whether the system was restored
    public boolean from(Path file, Consumer<Manifest> found, BooleanSupplier agreed) throws IOException {
        state.finish();
        try {
            Manifest manifest = new Archive(file)
                    .unpack(
                            state.begin(),
                            BuiltWith.thisBuild().postgresVersion(),
                            Manifest.thisPlatform(),
                            place.nodeId());
            if (!Files.exists(state.postgres().resolve("PG_VERSION"))) {
                throw new BackupRefused(file + " holds no database.");
            }
            found.accept(manifest);
            if (!agreed.getAsBoolean()) {
                return false;
            }
            new Stopping(place, Parts.of(place), progress).run();
            // PostgreSQL refuses a directory that others may read.
            Files.setPosixFilePermissions(state.postgres(), PosixFilePermissions.fromString("rwx------"));
            beginEpochs();
            state.decide();
            return true;
        } finally {
            state.abandon();
        }
    }

    private void beginEpochs() {
        List<Part> server = List.of(Parts.postgresOn(place, state.postgres()));
        try {
            new Starting(place, server, progress).run();
            for (String database : Databases.OF_SERVICES) {
                beginEpoch(database);
            }
        } catch (CannotStart e) {
            throw new BackupRefused("PostgreSQL cannot run on the restored data. " + e.getMessage(), e);
        } finally {
            new Stopping(place, server, line -> {}).run();
        }
    }

    private void beginEpoch(String database) {
        try (Connection connection = PostgresServer.at(place.postgresPort()).connect(database);
                Statement sql = connection.createStatement()) {
            // A database that its service has never filled has no log.
            if (first(sql, "SELECT to_regclass('change_head') IS NOT NULL").equals("t")) {
                progress.accept("%-12s epoch %s begun".formatted(database, first(sql, "SELECT begin_epoch()")));
            }
        } catch (SQLException e) {
            throw new BackupRefused("No new epoch can be begun in " + database + ": " + e.getMessage(), e);
        }
    }

    private static String first(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
