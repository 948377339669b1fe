package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class PartProcessesTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void a_recycled_process_id_is_never_stopped() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (Trial trial = Trial.in(directory)) {
            Part part = trial.part("one", Trial.RUNS_FOR_EVER);
            new StartedProcess(stranger.pid(), "another boot:1", "any")
                    .write(trial.place().processFile("one"));
            assertEquals(Optional.empty(), trial.processes().find(part));
            assertFalse(trial.processes().stop(part));
            assertTrue(stranger.isAlive());
            assertFalse(Files.exists(trial.place().processFile("one")));
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_process_is_found_and_stopped_though_its_launcher_could_not_note_it() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Part part = trial.part("one", Trial.RUNS_FOR_EVER);
            StartedProcess started = trial.processes().start(part);
            Files.delete(trial.place().processFile("one"));
            assertEquals(started.pid(), trial.pidOf(part));
            assertTrue(trial.processes().stop(part));
            assertFalse(started.isAlive());
        }
    }

    @Test
    void a_process_is_out_of_date_once_its_program_or_its_settings_change() throws Exception {
        Path program = Files.writeString(directory.resolve("program.jar"), "old");
        try (Trial trial = Trial.in(directory)) {
            int port = trial.place().gatewayPort();
            Part part = trial.part("one", Trial.RUNS_FOR_EVER, port, List.of(), List.of(program));
            StartedProcess started = trial.processes().start(part);
            assertTrue(trial.processes().isUpToDate(part, started));
            assertFalse(trial.processes().isUpToDate(trial.part("one", "echo other"), started));
            assertTrue(program.toFile().setLastModified(System.currentTimeMillis() + 5_000));
            assertFalse(trial.processes().isUpToDate(part, started));
        }
    }

    @Test
    void a_half_written_note_is_no_note() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Path note = trial.place().processFile("one");
            Files.createDirectories(note.getParent());
            Files.writeString(note, "12");
            assertEquals(Optional.empty(), trial.processes().find(trial.part("one", Trial.RUNS_FOR_EVER)));
        }
    }
}
