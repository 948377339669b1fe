package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class LeashedProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    Path directory = Path.of("");

    @Test
    void a_killed_jvm_takes_its_servers_and_their_directories_with_it() throws Exception {
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Process owner = new ProcessBuilder(
                        Jvm.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        scratch.toString())
                .start();
        try (BufferedReader says = owner.inputReader()) {
            ProcessHandle leashed =
                    ProcessHandle.of(Long.parseLong(says.readLine())).orElseThrow();
            assertTrue(leashed.isAlive());
            owner.destroyForcibly().waitFor();
            assertTrue(Waiting.until(() -> !leashed.isAlive(), LIMIT));
            assertTrue(Waiting.until(() -> !Files.exists(scratch), LIMIT));
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void closing_stops_the_process_and_deletes_its_directory() throws Exception {
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        LeashedProcess process = start(scratch);
        process.close();
        assertFalse(
                ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive).isPresent());
        assertFalse(Files.exists(scratch));
    }

    private static LeashedProcess start(Path scratch) {
        Launch launch = new Launch(List.of("sleep", "60"), Map.of(), scratch);
        return LeashedProcess.start(launch, scratch, LeashedProcess.Stop.KILL);
    }

    /// A JVM that starts a server and is killed.
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(start(Path.of(arguments[0])).pid());
            // Ends when the other side is gone, should it forget to kill us.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
