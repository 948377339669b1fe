package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A prepared process: everything needed to start one part.
///
/// @param environment added to the environment of the launcher
/// @param directory its working directory
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A process builder with no input and with all output appended to the log.
    ProcessBuilder writingTo(Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }

    /// Runs to the end; fails with the log's last lines if the exit code is not zero.
    void runToEnd(Path log) throws IOException {
        try {
            int exit = writingTo(log).start().waitFor();
            if (exit != 0) {
                throw new IOException("%s ended with %d:%n%s"
                        .formatted(command, exit, String.join("\n", Directories.lastLines(log, 20))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command, e);
        }
    }
}
