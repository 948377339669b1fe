package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    /// Starts it so that it outlives this JVM and the terminal: in a session of its own where the system can do
    /// that.
    public Process startDetached(Path log, Map<String, String> mark) throws IOException {
        List<String> detached = new ArrayList<>(
                Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of("nohup"));
        detached.addAll(command);
        Map<String, String> marked = new HashMap<>(environment);
        marked.putAll(mark);
        return new Launch(detached, marked, directory).writingTo(log).start();
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
