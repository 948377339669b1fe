package vn.congdoan.vks.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A measuring program of the machine's: `wrk`, `pgbench`.
final class Program {

    private Program() {}

    /// What it printed; fails with that if it did.
    static String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed: " + printed);
        }
        return printed;
    }

    /// Fails early where it is not installed.
    static void require(String name) throws InterruptedException {
        try {
            new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "No %s here (Debian: apt install wrk postgresql-contrib)".formatted(name), missing);
        }
    }
}
