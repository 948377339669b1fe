package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the operating system knows of processes beyond `ProcessHandle`, read from Linux' `/proc`. Elsewhere the
/// answers are empty or coarser, and nothing depends on them for safety.
final class Processes {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");

    private Processes() {}

    /// Tells this process from a later one with the same id; empty if there is none, or only its remains.
    static Optional<String> identity(long pid) {
        if (!Files.isReadable(BOOT)) {
            return ProcessHandle.of(pid)
                    .flatMap(one -> one.info().startInstant())
                    .map(Object::toString);
        }
        String[] stat = statAfterName(pid);
        // Field 3 is the state, 22 the start in clock ticks since boot; a zombie does nothing any more.
        if (stat.length < 20 || stat[0].equals("Z")) {
            return Optional.empty();
        }
        return Optional.of(read(BOOT).strip() + ":" + stat[19]);
    }

    /// Processes that carry this text in their environment and lead their session, as those do that we start.
    static List<Long> leadersMarkedWith(String mark) {
        if (!Files.isReadable(BOOT)) {
            return List.of();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid)
                    .filter(pid -> Arrays.asList(
                                    read(PROC.resolve(pid + "/environ")).split("\0", -1))
                            .contains(mark))
                    .filter(Processes::leadsItsSession)
                    .toList();
        }
    }

    private static boolean leadsItsSession(long pid) {
        String[] stat = statAfterName(pid);
        return stat.length > 3 && stat[3].equals(Long.toString(pid));
    }

    /// Whether it no longer runs in the session of whoever started it: it leads one, or has ended.
    static boolean hasLeftTheSessionOfItsLauncher(long pid) {
        return !Files.isReadable(BOOT) || identity(pid).isEmpty() || leadsItsSession(pid);
    }

    /// Main memory of a process and all that it started, in bytes; shared pages are counted once.
    static OptionalLong residentBytes(long pid) {
        Optional<ProcessHandle> root = ProcessHandle.of(pid);
        if (root.isEmpty() || !Files.isReadable(BOOT)) {
            return OptionalLong.empty();
        }
        try (Stream<ProcessHandle> descendants = root.get().descendants()) {
            return OptionalLong.of(LongStream.concat(LongStream.of(pid), descendants.mapToLong(ProcessHandle::pid))
                    .map(Processes::proportionalBytes)
                    .sum());
        }
    }

    private static long proportionalBytes(long pid) {
        return read(PROC.resolve(pid + "/smaps_rollup"))
                        .lines()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                * 1_024;
    }

    /// Sends a signal by name; false if there was nobody to receive it.
    static boolean signal(long pid, String name) {
        try {
            return new ProcessBuilder("kill", "-s", name, Long.toString(pid))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // The name in brackets may hold blanks and brackets itself.
    private static String[] statAfterName(long pid) {
        String stat = read(PROC.resolve(pid + "/stat"));
        int end = stat.lastIndexOf(')');
        return end < 0 ? new String[0] : stat.substring(end + 1).strip().split(" ", -1);
    }

    /// Empty if the process is gone, or somebody else's.
    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
