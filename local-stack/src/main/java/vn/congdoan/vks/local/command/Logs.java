package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.system.Part;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;

/// `./dev logs [NAME] [-f]`: the end of one log or of all, and with `-f` what comes after.
final class Logs {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 20;
    private static final int LARGEST_STEP = 1 << 20;
    private static final long PAUSE_MILLIS = 300;

    private final Place place;
    private final PrintStream out;

    Logs(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    int run(List<String> arguments) throws IOException {
        List<String> names = new ArrayList<>(arguments);
        boolean follow = names.remove("-f");
        List<String> known = Parts.of(place).stream().map(Part::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no log " + name + "; there are " + String.join(", ", known));
            }
        }
        List<String> chosen = names.isEmpty() ? known : names;
        Map<String, Long> shown = new HashMap<>();
        for (String name : chosen) {
            Path log = place.log(name);
            shown.put(name, size(log));
            show(chosen, name, Directories.lastLines(log, chosen.size() == 1 ? LINES_OF_ONE : LINES_OF_EACH));
        }
        while (follow) {
            for (String name : chosen) {
                showNew(chosen, name, shown);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                follow = false;
            }
        }
        return 0;
    }

    private void showNew(List<String> chosen, String name, Map<String, Long> shown) throws IOException {
        Path log = place.log(name);
        long size = size(log);
        long from = shown.getOrDefault(name, 0L);
        if (size < from) {
            // A new run began a new log.
            from = 0;
        }
        if (size > from) {
            byte[] added = new byte[(int) Math.min(size - from, LARGEST_STEP)];
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(from);
                file.readFully(added);
            }
            show(chosen, name, new String(added, StandardCharsets.UTF_8).lines().toList());
        }
        shown.put(name, Math.min(size, from + LARGEST_STEP));
    }

    private void show(List<String> chosen, String name, List<String> lines) {
        String prefix = chosen.size() == 1 ? "" : name + " | ";
        lines.forEach(line -> out.println(prefix + line));
    }

    private static long size(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }
}
