package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import vn.congdoan.vks.local.backup.Manifest;
import vn.congdoan.vks.local.backup.TakingBackup;
import vn.congdoan.vks.local.system.OneAtATime;
import vn.congdoan.vks.local.system.Place;

/// `./dev backup [FILE]`: all databases of the running system at one point, in one file.
final class Backup {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'congdoan-vks-'yyyyMMdd'T'HHmmss'Z.tar.gz'")
            .withZone(ZoneOffset.UTC);
    private static final long MEGABYTE = 1L << 20;

    private final Place place;
    private final Path calledFrom;
    private final PrintStream out;
    private final PrintStream err;

    Backup(Place place, Path calledFrom, PrintStream out, PrintStream err) {
        this.place = place;
        this.calledFrom = calledFrom;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) throws IOException {
        if (arguments.size() > 1) {
            err.println("Usage: " + place.command("backup") + " [FILE]");
            return 2;
        }
        Clock clock = Clock.systemUTC();
        Path file = arguments.isEmpty()
                ? place.directory().resolve("backups").resolve(NAME.format(clock.instant()))
                : calledFrom.resolve(arguments.getFirst());
        if (Files.exists(file)) {
            err.println(file + " is there already.");
            return 1;
        }
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        long begin = System.nanoTime();
        OneAtATime.run(place, () -> {
            Manifest manifest = new TakingBackup(place, clock).to(file);
            out.printf(
                    "Backed up in %.1f s: %s, %d MB, of PostgreSQL %s.%n"
                            + "It does not hold the services' master keys, without which sealed data cannot be read.%n",
                    (System.nanoTime() - begin) / 1e9,
                    file,
                    Math.ceilDiv(Files.size(file), MEGABYTE),
                    manifest.postgres());
        });
        return 0;
    }
}
