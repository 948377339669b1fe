package vn.congdoan.vks.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.system.Place;

/// Where restored data lie until they take the place of a system's own.
///
/// A directory cannot be exchanged for another in one step, and without its data directory a start would make an empty
/// one. So there is one step that decides, the renaming to `restored`: before it nothing of the system has changed,
/// after it every start first finishes what is left to do, however often it is interrupted.
public final class RestoredState {
    private final Path unfinished;
    private final Path decided;
    private final Path replaced;
    private final Place place;

    public RestoredState(Place place) {
        this.place = place;
        this.unfinished = place.directory().resolve("restored.unfinished");
        this.decided = place.directory().resolve("restored");
        this.replaced = place.directory().resolve("postgres.replaced");
    }

    /// An empty directory to unpack into.
    Path begin() throws IOException {
        abandon();
        // It will hold the realm's keys and the hashes of passwords.
        Files.createDirectories(place.directory());
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return unfinished;
    }

    Path postgres() {
        return unfinished.resolve(Contents.POSTGRES);
    }

    /// Throws away what was unpacked; the system's data are as they were.
    void abandon() throws IOException {
        Directories.delete(unfinished);
    }

    /// From here on the restored data are the system's.
    void decide() throws IOException {
        Files.move(unfinished, decided, StandardCopyOption.ATOMIC_MOVE);
        finish();
    }

    /// Puts decided data into the place of the system's own; does nothing if there are none. Kafka's data go, as they
    /// may hold changes that the restored databases never made; the services tell it everything anew. The data
    /// before stay aside until the next restore, in case the software cannot run on what was restored. No part may
    /// run.
    public void finish() throws IOException {
        if (!Files.exists(decided)) {
            return;
        }
        Directories.delete(place.directory().resolve("kafka"));
        Path restored = decided.resolve(Contents.POSTGRES);
        Path own = Contents.postgres(place);
        if (Files.exists(restored)) {
            if (Files.exists(own)) {
                Directories.delete(replaced);
                Files.move(own, replaced, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(restored, own, StandardCopyOption.ATOMIC_MOVE);
        }
        Path note = decided.resolve(Contents.DEMO_NOTE);
        Files.deleteIfExists(Contents.demoNote(place));
        if (Files.exists(note)) {
            Files.move(note, Contents.demoNote(place), StandardCopyOption.ATOMIC_MOVE);
        }
        Directories.delete(decided);
    }

    /// Deletes whatever a restore left, for a reset.
    public void delete() throws IOException {
        abandon();
        Directories.delete(decided);
        Directories.delete(replaced);
    }
}
