package vn.congdoan.vks.local.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacked programs, shared by every system and test of this checkout. An entry is either whole or absent: it is
/// filled under another name and renamed at the end, so a killed run leaves nothing half.
///
/// @param directory where the entries lie; survives `./dev reset`
public record Cache(Path directory) {

    /// How an entry is filled.
    @FunctionalInterface
    public interface Filling {
        /// Writes the entry's files into an empty directory.
        void into(Path directory) throws IOException;
    }

    /// The cache of the checkout that this module was built in.
    public static Cache ofThisCheckout() {
        return new Cache(BuiltWith.thisBuild().projectRoot().resolve(".local/cache"));
    }

    /// The directory of an entry, filled now if it is not there yet. Safe among several processes.
    public Path entry(String name, Filling filling) {
        Path entry = directory.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(directory);
            Path lock = directory.resolve(name + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(entry)) {
                    fill(entry, filling);
                }
            }
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + name + " into " + directory, e);
        }
    }

    private void fill(Path entry, Filling filling) throws IOException {
        Path unfinished = directory.resolve(entry.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        Files.createDirectories(unfinished);
        filling.into(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }

    static void unpackTarXz(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(directory, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(Directories.parent(target));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(Directories.parent(target));
                    Files.copy(tar, target);
                    setMode(target, entry.getMode());
                }
            }
        }
    }

    /// Leaves out the archive's outermost directory, whose name carries a version.
    static void unpackZip(Path archive, Path directory) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry :
                    (Iterable<ZipArchiveEntry>) () -> zip.getEntries().asIterator()) {
                Path name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                Path target =
                        inside(directory, name.subpath(1, name.getNameCount()).toString());
                Files.createDirectories(Directories.parent(target));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
                setMode(target, entry.getUnixMode());
            }
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive wants to write outside its directory: " + name);
        }
        return target;
    }

    private static void setMode(Path file, int mode) throws IOException {
        if ((mode & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
