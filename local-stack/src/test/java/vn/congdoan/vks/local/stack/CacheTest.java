package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class CacheTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void an_entry_is_filled_once() {
        Cache cache = new Cache(directory);
        AtomicInteger times = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            cache.entry("tool", into -> Files.writeString(into.resolve("file"), "" + times.incrementAndGet()));
        }
        assertEquals(1, times.get());
        assertTrue(Files.exists(directory.resolve("tool/file")));
    }

    @Test
    void a_filling_that_breaks_off_leaves_no_entry_and_the_next_one_starts_anew() {
        Cache cache = new Cache(directory);
        assertThrows(
                UncheckedIOException.class,
                () -> cache.entry("tool", into -> {
                    Files.writeString(into.resolve("half"), "half");
                    throw new IOException("killed");
                }));
        assertFalse(Files.exists(directory.resolve("tool")));
        Path entry = cache.entry("tool", into -> Files.writeString(into.resolve("whole"), "whole"));
        assertTrue(Files.exists(entry.resolve("whole")));
        assertFalse(Files.exists(entry.resolve("half")));
    }

    @Test
    void an_archive_cannot_write_outside_its_entry() throws Exception {
        Path archive = directory.resolve("bad.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("top/../../../escaped"));
            zip.write(1);
        }
        Path target = Files.createDirectories(directory.resolve("deep/target"));
        assertThrows(IOException.class, () -> Cache.unpackZip(archive, target));
    }
}
