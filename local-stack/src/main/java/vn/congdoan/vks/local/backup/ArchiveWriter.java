package vn.congdoan.vks.local.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes a backup: a `tar.gz` with the manifest first and the sums of all files last.
final class ArchiveWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final GZIPOutputStream zip;
    private final TarArchiveOutputStream tar;
    private final Sums sums = new Sums();

    ArchiveWriter(OutputStream out, Manifest manifest) throws IOException {
        zip = new GZIPOutputStream(new BufferedOutputStream(out, BUFFER), BUFFER);
        tar = new TarArchiveOutputStream(zip);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        file(Archive.MANIFEST, manifest.toJson());
    }

    void directory(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    void file(String name, byte[] content) throws IOException {
        write(name, content);
        sums.put(name, Sums.digest().digest(content));
    }

    /// Copies a file that others may write, lengthen, shorten or delete meanwhile: as long as it is now, filled up with
    /// zeros if it gets shorter, and not at all if it is gone. PostgreSQL's log makes it whole again.
    void liveFile(String name, Path source) throws IOException {
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(channel)) {
            long length = channel.size();
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(length);
            tar.putArchiveEntry(entry);
            MessageDigest digest = Sums.digest();
            byte[] buffer = new byte[BUFFER];
            for (long left = length; left > 0; ) {
                int wanted = (int) Math.min(left, buffer.length);
                int read = in.readNBytes(buffer, 0, wanted);
                Arrays.fill(buffer, read, wanted, (byte) 0);
                tar.write(buffer, 0, wanted);
                digest.update(buffer, 0, wanted);
                left -= wanted;
            }
            tar.closeArchiveEntry();
            sums.put(name, digest.digest());
        } catch (NoSuchFileException gone) {
            // A table or a temporary file was dropped since the directory was listed.
        }
    }

    /// Without this the archive is not whole, and is refused.
    void finish() throws IOException {
        write(Sums.FILE, sums.toText());
        tar.finish();
        zip.finish();
        zip.flush();
    }

    private void write(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
