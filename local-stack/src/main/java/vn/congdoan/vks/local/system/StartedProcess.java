package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// A process that we started, as noted in its file under `run/`.
///
/// @param identity tells it from a later process with the same id, which must never be stopped for it
/// @param fingerprint of what was started
record StartedProcess(long pid, String identity, String fingerprint) {

    static Optional<StartedProcess> read(Path file) {
        List<String> lines = Processes.read(file).lines().toList();
        if (lines.size() < 3 || !lines.getFirst().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new StartedProcess(Long.parseLong(lines.getFirst()), lines.get(1), lines.get(2)));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, String.join("\n", Long.toString(pid), identity, fingerprint, ""));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    boolean isAlive() {
        return Processes.identity(pid).filter(identity::equals).isPresent();
    }
}
