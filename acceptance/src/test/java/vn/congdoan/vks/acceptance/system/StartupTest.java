package vn.congdoan.vks.acceptance.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.acceptance.system.SystemUnderTest.FirstStart;
import vn.congdoan.vks.local.stack.Ports;

/// What `./dev` promises of starting. Times are told, not judged: the machine may be busy.
@ExtendWith(SystemUnderTest.class)
@Order(1)
class StartupTest {

    /// All parts together, in megabytes as `./dev status` counts them.
    private static final long MOST_MEMORY = 2_200;

    private static final List<String> PARTS =
            List.of("postgres", "kafka", "keycloak", "membership", "campaign", "welfare", "gateway");

    private final LocalSystem system;
    private final FirstStart first;

    StartupTest(LocalSystem system, FirstStart first) {
        this.system = system;
        this.first = first;
    }

    @Test
    void everything_runs_after_up_within_the_memory_that_it_may_take() {
        assertEquals(0, first.up().exitCode(), first.up().output());
        List<PartLine> parts = system.status();
        assertEquals(PARTS, parts.stream().map(PartLine::name).toList());
        assertTrue(parts.stream().allMatch(PartLine::healthy), parts.toString());
        long memory = parts.stream().mapToLong(PartLine::megabytes).sum();
        System.out.printf(
                "./dev up with built services took %.1f s%s; %d MB resident%n",
                first.up().took().toMillis() / 1e3, first.measured() ? "" : " (it ran already)", memory);
        assertTrue(memory <= MOST_MEMORY, parts.toString());
    }

    @Test
    void up_again_changes_nothing() {
        List<Long> before = system.status().stream().map(PartLine::pid).toList();
        Map<String, String> stored = Stored.in(system);
        Finished again = system.dev("up", "--built");
        System.out.printf(
                "./dev up with nothing to do took %.1f s%n", again.took().toMillis() / 1e3);
        assertEquals(0, again.exitCode(), again.output());
        assertEquals(before, system.status().stream().map(PartLine::pid).toList());
        assertEquals(stored, Stored.in(system));
    }

    @Test
    void a_taken_port_is_told_in_one_sentence(@TempDir Path elsewhere) throws IOException {
        LocalSystem other = new LocalSystem(Ports.freeBase(0, 1, 2, 3, 100, 110, 112, 113, 362), elsewhere);
        int port = other.place().membershipPort();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Finished refused = other.dev("up", "--built");
            assertEquals(1, refused.exitCode(), refused.output());
            List<String> sentences = refused.output()
                    .lines()
                    .filter(line ->
                            line.contains("Port " + taken.getLocalPort() + ", which membership needs, is taken"))
                    .toList();
            assertEquals(1, sentences.size(), refused.output());
            assertTrue(!refused.output().contains("Exception"), refused.output());
        }
        assertEquals(List.of(), other.status());
    }
}
