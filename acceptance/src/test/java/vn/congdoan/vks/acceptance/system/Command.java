package vn.congdoan.vks.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a command to its end.
///
/// @param directory where it runs
/// @param environment variables besides those of this process
public record Command(Path directory, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    /// Its output goes through a file: a detached child that kept a pipe open would keep us waiting.
    public Finished run(List<String> command) {
        try {
            Path output = Files.createTempFile("acceptance", ".out");
            try {
                return run(command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command, e);
        }
    }

    private Finished run(List<String> command, Path output) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end within " + LIMIT + ":\n" + read(output));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Finished(process.exitValue(), read(output), took);
    }

    private static String read(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }
}
