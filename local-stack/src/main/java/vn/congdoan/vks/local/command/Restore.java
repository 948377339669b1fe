package vn.congdoan.vks.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.congdoan.vks.local.backup.Manifest;
import vn.congdoan.vks.local.backup.RestoringBackup;
import vn.congdoan.vks.local.system.OneAtATime;
import vn.congdoan.vks.local.system.Place;

/// `./dev restore FILE [--yes]`: brings the system back to a backup.
final class Restore {
    private final Place place;
    private final Path calledFrom;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    Restore(Place place, Path calledFrom, InputStream in, PrintStream out, PrintStream err) {
        this.place = place;
        this.calledFrom = calledFrom;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) throws IOException {
        List<String> files = new ArrayList<>(arguments);
        boolean unasked = files.remove("--yes");
        if (files.size() != 1) {
            err.println("Usage: " + place.command("restore") + " FILE [--yes]");
            return 2;
        }
        Path file = calledFrom.resolve(files.getFirst());
        boolean[] restored = new boolean[1];
        OneAtATime.run(
                place,
                () -> restored[0] =
                        new RestoringBackup(place, this::progress).from(file, this::show, () -> unasked || isAgreed()));
        out.println(restored[0] ? "Restored; " + place.command("up") + " starts the system." : "Nothing was changed.");
        return restored[0] ? 0 : 1;
    }

    private void show(Manifest manifest) {
        out.printf(
                "The backup is whole. Taken %s, PostgreSQL %s, schemas %s.%n",
                manifest.takenAt(), manifest.postgres(), manifest.schemas());
    }

    private boolean isAgreed() {
        out.print("The system stops, and all that was written since is lost. Type \"restore\" to go on: ");
        out.flush();
        try {
            return "restore".equals(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void progress(String line) {
        out.println("  " + line);
    }
}
