package vn.congdoan.vks.local.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class ArchiveTest {
    private static final String HERE = "Linux amd64";
    private static final String POSTGRES = "18.6";
    private static final byte[] TABLE = "rows ".repeat(5_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory = Path.of("");

    private Path backup = Path.of("");
    private int unpacked;

    @BeforeEach
    void write() throws IOException {
        backup = directory.resolve("backup.tar.gz");
        write(manifest(Manifest.FORMAT, POSTGRES, HERE));
    }

    @Test
    void what_was_backed_up_comes_back() throws IOException {
        Path target = unpack();
        assertArrayEquals(TABLE, Files.readAllBytes(target.resolve("postgres/base/1")));
        assertTrue(Files.isDirectory(target.resolve("postgres/pg_wal")));
    }

    @Test
    void a_file_that_gets_shorter_while_it_is_copied_or_is_gone_does_not_break_the_archive() throws IOException {
        Path file = Files.write(directory.resolve("live"), TABLE);
        try (OutputStream out = Files.newOutputStream(backup);
                ArchiveWriter archive = new ArchiveWriter(out, manifest(Manifest.FORMAT, POSTGRES, HERE))) {
            archive.liveFile("postgres/base/1", file);
            archive.liveFile("postgres/base/2", directory.resolve("gone"));
            archive.finish();
        }
        assertArrayEquals(TABLE, Files.readAllBytes(unpack().resolve("postgres/base/1")));
    }

    @Test
    void a_changed_byte_anywhere_is_found_or_changes_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        int tried = 0;
        int unnoticed = 0;
        // Bytes 4 to 9 of the compressed form say when and where it was made, and nothing of what is in it.
        for (int place = 10; place < whole.length; place += 3) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            tried++;
            Files.write(backup, changed);
            try {
                assertArrayEquals(TABLE, Files.readAllBytes(unpack().resolve("postgres/base/1")));
                unnoticed++;
            } catch (BackupRefused expected) {
                // As it should be.
            }
        }
        // One content has several compressed forms: a few bits tell between those, or mean nothing at all.
        assertTrue(unnoticed * 50 <= tried, unnoticed + " of " + tried + " were not found");
    }

    @Test
    void an_archive_that_ends_too_early_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Files.write(backup, Arrays.copyOf(whole, length));
            assertRefused("cut to " + length);
        }
    }

    @Test
    void a_file_that_was_exchanged_removed_or_added_is_found() throws IOException {
        Map<String, byte[]> files = read();
        byte[] other = TABLE.clone();
        other[17] = 'X';
        Map<String, byte[]> exchanged = new LinkedHashMap<>(files);
        exchanged.put("postgres/base/1", other);
        pack(exchanged);
        assertTrue(refusal().contains("postgres/base/1"));

        Map<String, byte[]> removed = new LinkedHashMap<>(files);
        removed.remove("postgres/base/1");
        pack(removed);
        assertTrue(refusal().contains("lacks postgres/base/1"));

        Map<String, byte[]> added = new LinkedHashMap<>();
        added.put(Archive.MANIFEST, files.getOrDefault(Archive.MANIFEST, new byte[0]));
        added.put("postgres/base/3", other);
        added.putAll(files);
        pack(added);
        assertTrue(refusal().contains("postgres/base/3"));

        Map<String, byte[]> unsealed = new LinkedHashMap<>(files);
        unsealed.remove(Sums.FILE);
        pack(unsealed);
        assertTrue(refusal().contains("ends too early"));
    }

    @Test
    void an_archive_of_something_else_is_refused_by_what_it_is() throws IOException {
        write(manifest("congdoan-vks-backup/2", POSTGRES, HERE));
        assertTrue(refusal().contains("congdoan-vks-backup/2"));
        write(manifest(Manifest.FORMAT, "17.2", HERE));
        assertTrue(refusal().contains("PostgreSQL 17.2"));
        write(manifest(Manifest.FORMAT, POSTGRES, "Linux aarch64"));
        assertTrue(refusal().contains("Linux aarch64"));
        write(new Manifest(Manifest.FORMAT, "2026-11-22T03:00:00Z", POSTGRES, HERE, "26.7.3", "qng", Map.of()));
        assertTrue(refusal().contains("of the node qng, this is the node central"));
        pack(Map.of("photo.jpg", TABLE));
        assertTrue(refusal().contains("not a backup of this system"));
        pack(Map.of(Archive.MANIFEST, TABLE));
        assertTrue(refusal().contains("not a backup of this system"));
        Files.write(backup, TABLE);
        assertRefused("not even an archive");
    }

    @Test
    void an_archive_writes_nowhere_but_into_its_directory() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Archive.MANIFEST, read().getOrDefault(Archive.MANIFEST, new byte[0]));
        files.put("../escaped", TABLE);
        pack(files);
        assertTrue(refusal().contains("../escaped"));
        assertTrue(Files.notExists(directory.resolve("escaped")));
    }

    private static Manifest manifest(String format, String postgres, String platform) {
        return new Manifest(format, "2026-11-22T03:00:00Z", postgres, platform, "26.7.3", null, Map.of());
    }

    private void write(Manifest manifest) throws IOException {
        Path table = Files.write(directory.resolve("table"), TABLE);
        try (OutputStream out = Files.newOutputStream(backup);
                ArchiveWriter archive = new ArchiveWriter(out, manifest)) {
            archive.directory("postgres");
            archive.directory("postgres/pg_wal");
            archive.liveFile("postgres/base/1", table);
            archive.finish();
        }
    }

    private Path unpack() throws IOException {
        unpacked++;
        Path target = Files.createDirectories(directory.resolve("unpacked").resolve(Integer.toString(unpacked)));
        assertEquals(
                POSTGRES,
                new Archive(backup).unpack(target, POSTGRES, HERE, "central").postgres());
        return target;
    }

    private void assertRefused(String what) {
        assertThrows(BackupRefused.class, this::unpack, what);
    }

    private String refusal() {
        return String.valueOf(assertThrows(BackupRefused.class, this::unpack).getMessage());
    }

    private Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(backup)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return files;
    }

    private void pack(Map<String, byte[]> files) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(backup)))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }
}
