package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A process that never outlives this JVM, however the JVM ends, and whose scratch directory goes with it.
///
/// A shutdown hook would not run at SIGKILL. So a small shell holds the other end of a pipe: when the pipe
/// breaks, it stops the process and removes the directory.
final class LeashedProcess implements AutoCloseable {
    private static final String WATCHDOG = """
            trap '' INT TERM HUP
            if read -r _; then exit 0; fi
            kill -s "$3" "$1"
            tries=0
            while kill -0 "$1" && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
            kill -s KILL "$1"
            rm -rf "$2"
            """;

    /// How to stop the process at once; it has nothing to save.
    enum Stop {
        QUIT,
        KILL
    }

    private final Process process;
    private final Process watchdog;
    private final Path scratch;
    private final Path log;
    private final Stop stop;

    private LeashedProcess(Process process, Process watchdog, Path scratch, Path log, Stop stop) {
        this.process = process;
        this.watchdog = watchdog;
        this.scratch = scratch;
        this.log = log;
        this.stop = stop;
    }

    static LeashedProcess start(Launch launch, Path scratch, Stop stop) {
        Path log = scratch.resolve("log");
        try {
            Process process = launch.writingTo(log).start();
            Process watchdog = new ProcessBuilder(
                            "sh",
                            "-c",
                            WATCHDOG,
                            "watchdog",
                            Long.toString(process.pid()),
                            scratch.toString(),
                            stop.name())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new LeashedProcess(process, watchdog, scratch, log, stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /// Returns when the part is ready; if it ends before, or is not ready in time, stops it and says its last
    /// words.
    void awaitReady(String name, BooleanSupplier ready, Duration limit) {
        boolean decided = Waiting.until(() -> ready.getAsBoolean() || !process.isAlive(), limit);
        if (!decided || !process.isAlive()) {
            String lastWords = String.join("\n", Directories.lastLines(log, 20));
            close();
            throw new IllegalStateException(name + " did not start:\n" + lastWords);
        }
    }

    @Override
    public void close() {
        try {
            signal();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Directories.delete(scratch);
            try (OutputStream leash = watchdog.getOutputStream()) {
                leash.write("let go\n".getBytes(StandardCharsets.UTF_8));
            }
            watchdog.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal() throws IOException, InterruptedException {
        switch (stop) {
            case KILL -> process.destroyForcibly();
            case QUIT ->
                new ProcessBuilder("kill", "-s", "QUIT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
        }
    }
}
