package vn.congdoan.vks.local.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A backup on the disk.
///
/// @param file a `tar.gz`
record Archive(Path file) {
    static final String MANIFEST = "manifest.json";
    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    /// Unpacks into an empty directory and checks every file. Where it fails, the archive is refused as a whole and
    /// what was unpacked must not be used.
    Manifest unpack(Path directory, String ownPostgres, String ownPlatform, String ownNode) {
        try (InputStream in = Files.newInputStream(file);
                GZIPInputStream zip = new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(zip)) {
            TarArchiveEntry first = tar.getNextEntry();
            if (first == null || !first.getName().equals(MANIFEST) || first.getSize() > LARGEST_MANIFEST) {
                throw new BackupRefused(file + " is not a backup of this system.");
            }
            Sums sums = new Sums();
            byte[] json = tar.readAllBytes();
            sums.put(MANIFEST, Sums.digest().digest(json));
            Manifest manifest = Manifest.fromJson(json);
            manifest.requireFitFor(ownPostgres, ownPlatform, ownNode);
            unpackRest(tar, directory, sums);
            // The end of the compressed stream carries a checksum of its own, which is only seen by reading up to it.
            zip.transferTo(OutputStream.nullOutputStream());
            return manifest;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BackupRefused(
                    file + " cannot be read, or is not a whole backup: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void unpackRest(TarArchiveInputStream tar, Path directory, Sums sums) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(Sums.FILE)) {
                sums.requireSameAs(tar.readAllBytes());
                if (tar.getNextEntry() != null) {
                    throw new BackupRefused("The archive is broken: something follows its end.");
                }
                return;
            }
            Path target = directory.resolve(entry.getName()).normalize();
            if (!target.startsWith(directory) || target.equals(directory)) {
                throw new BackupRefused("The archive wants to write outside its directory: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isFile()) {
                sums.put(entry.getName(), unpack(tar, target));
            } else {
                throw new BackupRefused("The archive holds something other than files: " + entry.getName());
            }
        }
        throw new BackupRefused("The archive is broken: it ends too early.");
    }

    private static byte[] unpack(TarArchiveInputStream tar, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        MessageDigest digest = Sums.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            tar.transferTo(out);
        }
        return digest.digest();
    }
}
