package vn.congdoan.vks.local.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.Waiting;

@NullMarked
@Timeout(120)
class LinkProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path directory = Path.of("");

    @Test
    void a_written_shape_is_in_force_once_it_is_noted_so_and_outlives_the_process() throws Exception {
        ShapeFile file = new ShapeFile(directory);
        int port = Ports.free();
        try (Target target = Target.thatEchoes()) {
            Forward forward = new Forward(port, target.port());
            Process first = start(forward);
            try {
                awaitInForce(file, first, Shape.WHOLE);
                assertEquals(5, echoed(port));
                file.want(Shape.WHOLE.delayedBy(100));
                awaitInForce(file, first, Shape.WHOLE.delayedBy(100));
                Files.writeString(directory.resolve("link/shape"), "anything");
                assertEquals(5, echoed(port));
                file.want(Shape.WHOLE.asCut());
                awaitInForce(file, first, Shape.WHOLE.asCut());
                assertThrows(IOException.class, () -> echoed(port));
            } finally {
                first.destroyForcibly().waitFor();
            }
            Process second = start(forward);
            try {
                awaitInForce(file, second, Shape.WHOLE.asCut());
                assertThrows(IOException.class, () -> echoed(port));
                file.want(Shape.WHOLE);
                awaitInForce(file, second, Shape.WHOLE);
                assertEquals(5, echoed(port));
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void a_shape_is_read_as_it_was_written_and_an_impossible_one_refused() {
        Shape shape = Shape.WHOLE.asCut().delayedBy(60_000).dropping(100);
        assertEquals(shape, Shape.fromText(shape.asText()));
        assertThrows(IllegalArgumentException.class, () -> Shape.WHOLE.delayedBy(-1));
        assertThrows(IllegalArgumentException.class, () -> Shape.WHOLE.delayedBy(60_001));
        assertThrows(IllegalArgumentException.class, () -> Shape.WHOLE.dropping(101));
    }

    private Process start(Forward forward) throws IOException {
        return new ProcessBuilder(
                        LinkProcess.launch(directory, List.of(forward)).command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private void awaitInForce(ShapeFile file, Process process, Shape shape) throws IOException {
        assertTrue(
                Waiting.until(() -> file.isInForce(process.pid(), shape), LIMIT),
                Files.readString(directory.resolve("log")));
    }

    private static int echoed(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(5);
            int answer = socket.getInputStream().read();
            if (answer < 0) {
                throw new IOException("ended");
            }
            return answer;
        }
    }
}
