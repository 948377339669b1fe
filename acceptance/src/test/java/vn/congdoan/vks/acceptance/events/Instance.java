package vn.congdoan.vks.acceptance.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.local.stack.HttpCheck;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.Waiting;

/// A second instance of a running service: the same program, told the same, on another port.
public record Instance(Process process, int port) implements AutoCloseable {

    static Instance beside(LocalSystem system, String part) {
        long pid = pid(system, part);
        int port = Ports.free();
        try {
            ProcessBuilder builder = new ProcessBuilder(read(pid, "cmdline"));
            builder.environment().clear();
            for (String variable : read(pid, "environ")) {
                int equals = variable.indexOf('=');
                if (equals > 0 && !variable.startsWith("VKS_LOCAL_PART=")) {
                    builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.directory(Path.of("/proc/" + pid + "/cwd").toRealPath().toFile());
            builder.redirectErrorStream(true)
                    .redirectOutput(system.place()
                            .directory()
                            .resolve("logs/" + part + "-2.log")
                            .toFile());
            Instance second = new Instance(builder.start(), port);
            if (!Waiting.until(second::isReady, Duration.ofMinutes(2))) {
                second.close();
                throw new AssertionError("The second " + part + " does not start");
            }
            return second;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The process of a part of the system.
    public static long pid(LocalSystem system, String part) {
        return system.status().stream()
                .filter(line -> line.name().equals(part))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /// Sends a signal to a process: `STOP`, `CONT`, `KILL`.
    public static void signal(long pid, String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("kill -" + name + " " + pid);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Api api() {
        return new Api("http://127.0.0.1:" + port);
    }

    private boolean isReady() {
        return process.isAlive() && HttpCheck.answersOk(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> read(long pid, String what) throws IOException {
        String all = Files.readString(Path.of("/proc/" + pid + "/" + what), StandardCharsets.UTF_8);
        return List.of(Objects.requireNonNull(all).split("\0", -1)).stream()
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
