package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.congdoan.vks.local.stack.Launch;
import vn.congdoan.vks.local.stack.Waiting;

/// The processes of one system's parts: finds, starts and stops them, whichever launcher started them.
final class PartProcesses {
    private static final String MARK = "VKS_LOCAL_PART";
    private static final String UNKNOWN = "unknown";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration TO_DETACH = Duration.ofSeconds(10);

    private final Place place;

    PartProcesses(Place place) {
        this.place = place;
    }

    /// The part's process, even if its launcher was killed before it could note it.
    Optional<StartedProcess> find(Part part) {
        Optional<StartedProcess> noted =
                StartedProcess.read(place.processFile(part.name())).filter(StartedProcess::isAlive);
        return noted.or(() -> Processes.leadersMarkedWith(MARK + "=" + mark(part)).stream()
                .findFirst()
                .flatMap(pid -> Processes.identity(pid).map(identity -> new StartedProcess(pid, identity, UNKNOWN))));
    }

    /// Whether the process is what a start would start now: same command, same settings, same program files.
    boolean isUpToDate(Part part, StartedProcess process) throws IOException {
        return process.fingerprint().equals(fingerprint(part, part.launching().launch()));
    }

    /// Starts the part; when this returns it outlives its launcher, and is found with or without a note.
    StartedProcess start(Part part) throws IOException {
        Launch launch = part.launching().launch();
        Path log = place.log(part.name());
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(part.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = launch.startDetached(log, Map.of(MARK, mark(part)));
        String identity = Processes.identity(process.pid()).orElse(UNKNOWN);
        StartedProcess started = new StartedProcess(process.pid(), identity, fingerprint(part, launch));
        started.write(place.processFile(part.name()));
        Waiting.until(() -> Processes.hasLeftTheSessionOfItsLauncher(process.pid()), TO_DETACH);
        return started;
    }

    /// Asks the part to end, waits, and kills it only if it does not.
    ///
    /// @return whether there was anything to stop
    boolean stop(Part part) {
        Optional<StartedProcess> found = find(part);
        found.ifPresent(process -> {
            Processes.signal(process.pid(), part.stopSignal());
            if (!Waiting.until(() -> !process.isAlive(), PATIENCE)) {
                Processes.signal(process.pid(), "KILL");
                if (!Waiting.until(() -> !process.isAlive(), AFTER_KILL)) {
                    throw new IllegalStateException(part.name() + " does not end: process " + process.pid());
                }
            }
        });
        try {
            Files.deleteIfExists(place.processFile(part.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isPresent();
    }

    private String mark(Part part) {
        return place.directory() + "#" + part.name();
    }

    private static String fingerprint(Part part, Launch launch) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(launch.command()).append(new TreeMap<>(launch.environment()));
        for (Path program : part.programs()) {
            text.append(newestChange(program));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long newestChange(Path program) throws IOException {
        if (!Files.exists(program)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(program)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        }
    }
}
