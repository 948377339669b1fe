package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who listens on a port, for the message that says so.
final class PortHolder {
    private static final int LONGEST_COMMAND = 120;
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /// Such as `process 4711 (java -jar other.jar)`, or less if the system does not tell.
    static String of(int port) {
        Set<String> sockets = socketsListeningOn(port);
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(one -> holdsAny(one.pid(), sockets))
                    .findFirst()
                    .map(one -> "process %d (%s)".formatted(one.pid(), commandOf(one.pid())))
                    .orElse("another process");
        }
    }

    private static Set<String> socketsListeningOn(int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Processes.read(Path.of(table)).lines().skip(1).forEach(line -> {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            });
        }
        return sockets;
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(
                    one -> target(one).filter(sockets::contains).isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String commandOf(long pid) {
        String command = Processes.read(Path.of("/proc/" + pid + "/cmdline"))
                .replace('\0', ' ')
                .strip();
        return command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command;
    }
}
