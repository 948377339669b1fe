package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class StartingTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void a_taken_port_is_named_with_its_holder_before_anything_is_started() throws Exception {
        try (Trial trial = Trial.in(directory);
                ServerSocket taken =
                        new ServerSocket(trial.place().membershipPort(), 1, InetAddress.getLoopbackAddress())) {
            Part one = trial.part("one", Trial.RUNS_FOR_EVER);
            Part two = trial.part("two", Trial.RUNS_FOR_EVER, taken.getLocalPort(), List.of(), List.of());
            CannotStart refusal = assertThrows(CannotStart.class, () -> trial.start(List.of(one, two)));
            String message = String.valueOf(refusal.getMessage());
            String holder = "process " + ProcessHandle.current().pid();
            assertTrue(
                    message.startsWith("Port " + taken.getLocalPort() + ", which two needs, is taken by " + holder),
                    message);
            assertTrue(message.contains("PORT_BASE="), message);
            assertEquals(Optional.empty(), trial.processes().find(one));
        }
    }

    @Test
    void a_repeated_start_leaves_running_parts_alone_and_replaces_changed_ones() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Part one = trial.part("one", Trial.RUNS_FOR_EVER);
            trial.start(List.of(one));
            long first = trial.pidOf(one);
            trial.start(List.of(one));
            assertEquals(first, trial.pidOf(one));
            Part changed = trial.part("one", "true; " + Trial.RUNS_FOR_EVER);
            trial.start(List.of(changed));
            assertNotEquals(first, trial.pidOf(changed));
            assertFalse(ProcessHandle.of(first).filter(ProcessHandle::isAlive).isPresent());
        }
    }

    @Test
    void a_part_that_was_ending_when_it_was_found_is_started_anew() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Part one = trial.part("one", Trial.RUNS_FOR_EVER);
            trial.start(List.of(one));
            long first = trial.pidOf(one);
            AtomicInteger preparations = new AtomicInteger();
            Part ending = new Part(
                    one.name(),
                    one.address(),
                    one.ports(),
                    one.after(),
                    one.programs(),
                    preparations::incrementAndGet,
                    one.launching(),
                    () -> !killed(first) && one.ready().getAsBoolean(),
                    one.readyWithin(),
                    one.stopSignal());
            trial.start(List.of(ending));
            assertNotEquals(first, trial.pidOf(one));
            assertEquals(1, preparations.get());
        }
    }

    // True the first time: the process lived when it was found and does no longer when it is looked at.
    private static boolean killed(long pid) {
        return Processes.identity(pid).isPresent() && Processes.signal(pid, "KILL");
    }

    @Test
    void a_part_that_ends_during_its_start_is_reported_with_the_end_and_the_path_of_its_log() {
        try (Trial trial = Trial.in(directory)) {
            Part one = trial.part("one", "echo the disk is full; exit 3");
            CannotStart failure = assertThrows(CannotStart.class, () -> trial.start(List.of(one)));
            String message = String.valueOf(failure.getMessage());
            assertTrue(message.contains("the disk is full"), message);
            assertTrue(message.contains(trial.place().log("one").toString()), message);
        }
    }

    @Test
    void a_part_starts_only_when_what_it_needs_is_ready() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Path ready = directory.resolve("ready");
            Part one = trial.part("one", "sleep 0.5; touch ready; " + Trial.RUNS_FOR_EVER);
            Part two = trial.part(
                    "two",
                    "test -e ready && " + Trial.RUNS_FOR_EVER,
                    trial.place().membershipPort(),
                    List.of("one"),
                    List.of());
            trial.start(List.of(one, two));
            assertTrue(Files.exists(ready));
            assertTrue(trial.pidOf(two) > 0);
        }
    }

    @Test
    void only_one_launcher_at_a_time_may_work_on_a_system() throws Exception {
        try (Trial trial = Trial.in(directory)) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HoldingTheRight.class.getName(),
                            directory.toString())
                    .start();
            try {
                assertEquals("held", other.inputReader().readLine());
                assertThrows(CannotStart.class, () -> OneAtATime.run(trial.place(), () -> {}));
            } finally {
                other.destroyForcibly().waitFor();
            }
            OneAtATime.run(trial.place(), () -> {});
        }
    }
}
