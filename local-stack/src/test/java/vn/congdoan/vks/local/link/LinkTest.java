package vn.congdoan.vks.local.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.Waiting;

@NullMarked
@Timeout(60)
class LinkTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1 << 20;

    private final int port = Ports.free();

    @Test
    void bytes_arrive_unchanged_and_in_order_through_a_slow_link_no_earlier_than_its_delay() throws Exception {
        byte[] sent = randomBytes(3 * MEGABYTE);
        try (Target target = Target.thatEchoes();
                Link _ = linkTo(target, Shape.WHOLE.delayedBy(150));
                Socket client = connect()) {
            long begin = System.nanoTime();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(client, sent));
            byte[] first = client.getInputStream().readNBytes(1);
            assertTrue(millisSince(begin) >= 2 * 150, "there and back");
            byte[] rest = client.getInputStream().readAllBytes();
            sending.join();
            assertEquals(sent[0], first[0]);
            assertArrayEquals(java.util.Arrays.copyOfRange(sent, 1, sent.length), rest);
        }
    }

    @Test
    void a_delay_does_not_limit_how_much_passes() throws Exception {
        byte[] sent = randomBytes(6 * MEGABYTE);
        try (Target target = Target.thatEchoes();
                Link _ = linkTo(target, Shape.WHOLE.delayedBy(500));
                Socket client = connect()) {
            long begin = System.nanoTime();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(client, sent));
            assertEquals(sent.length, client.getInputStream().readAllBytes().length);
            sending.join();
            // Chunk after chunk, each waiting for the one before, would take three minutes.
            assertTrue(millisSince(begin) < 15_000, millisSince(begin) + " ms");
        }
    }

    @Test
    void a_smaller_delay_holds_for_what_is_under_way_too() throws Exception {
        try (Target target = Target.thatEchoes();
                Link link = linkTo(target, Shape.WHOLE.delayedBy(60_000));
                Socket client = connect()) {
            client.getOutputStream().write(7);
            link.become(Shape.WHOLE);
            assertEquals(7, client.getInputStream().read());
        }
    }

    @Test
    void a_cut_resets_what_is_connected_and_refuses_what_comes_until_the_link_is_whole_again() throws Exception {
        try (Target target = Target.thatEchoes();
                Link link = linkTo(target, Shape.WHOLE);
                Socket before = connect()) {
            assertEquals(1, echoed(before, 1));
            link.become(Shape.WHOLE.asCut());
            assertThrows(SocketException.class, () -> echoed(before, 2));
            try (Socket meanwhile = new Socket()) {
                assertThrows(SocketException.class, () -> {
                    meanwhile.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    echoed(meanwhile, 3);
                });
            }
            assertTrue(Waiting.until(() -> link.connections() == 0, LIMIT));
            link.become(Shape.WHOLE);
            try (Socket after = connect()) {
                assertEquals(4, echoed(after, 4));
            }
        }
    }

    @Test
    void what_is_under_way_when_the_link_is_cut_never_arrives() throws Exception {
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        try (Target target = Target.that(connection -> arrived.complete(readOrEnd(connection.getInputStream())));
                Link link = linkTo(target, Shape.WHOLE.delayedBy(60_000));
                Socket client = connect()) {
            client.getOutputStream().write(1);
            assertTrue(Waiting.until(() -> link.connections() == 1, LIMIT));
            link.become(Shape.WHOLE.asCut());
            link.become(Shape.WHOLE);
            assertEquals(-1, arrived.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void what_a_cut_makes_due_does_not_arrive_before_the_reset() throws Exception {
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        AtomicReference<Shape> shape = new AtomicReference<>(Shape.WHOLE.delayedBy(60_000));
        try (Target target = Target.that(connection -> arrived.complete(readOrEnd(connection.getInputStream())));
                ServerSocket listener = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Socket client = connect()) {
            Connection connection = new Connection(listener.accept(), target.port(), shape::get);
            CompletableFuture<Void> serving = CompletableFuture.runAsync(connection::serve);
            client.getOutputStream().write(1);
            shape.set(Shape.WHOLE.asCut());
            assertEquals(-1, arrived.get(20, TimeUnit.SECONDS));
            serving.join();
        }
    }

    @Test
    void a_dropped_chunk_resets_its_connection() throws Exception {
        try (Target target = Target.thatEchoes();
                Link link = linkTo(target, Shape.WHOLE.dropping(100));
                Socket client = connect()) {
            assertThrows(SocketException.class, () -> echoed(client, 1));
            link.become(Shape.WHOLE.dropping(0));
            try (Socket other = connect()) {
                for (int i = 0; i < 100; i++) {
                    assertEquals(i, echoed(other, i));
                }
            }
        }
    }

    @Test
    void the_end_of_one_direction_passes_and_the_other_goes_on() throws Exception {
        Target.Service countsThenAnswers = connection -> {
            int count = connection.getInputStream().readAllBytes().length;
            connection.getOutputStream().write(count);
        };
        try (Target target = Target.that(countsThenAnswers);
                Link link = linkTo(target, Shape.WHOLE);
                Socket client = connect()) {
            client.getOutputStream().write(new byte[42]);
            client.shutdownOutput();
            assertEquals(42, client.getInputStream().read());
            assertEquals(-1, client.getInputStream().read());
            assertTrue(Waiting.until(() -> link.connections() == 0, LIMIT), "a finished connection is forgotten");
        }
    }

    @Test
    void nobody_at_the_target_is_no_proper_end() throws Exception {
        try (Link _ = Link.open(List.of(new Forward(port, Ports.free())), Shape.WHOLE);
                Socket client = connect()) {
            assertThrows(SocketException.class, () -> echoed(client, 1));
        }
    }

    @Test
    void many_connections_pass_at_once() throws Exception {
        byte[] sent = randomBytes(100_000);
        try (Target target = Target.thatEchoes();
                Link _ = linkTo(target, Shape.WHOLE.delayedBy(20));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> {
                    try (Socket client = connect()) {
                        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(client, sent), threads);
                        byte[] answer = client.getInputStream().readAllBytes();
                        sending.join();
                        return answer;
                    }
                }));
            }
            for (Future<byte[]> answer : answers) {
                assertArrayEquals(sent, answer.get());
            }
        }
    }

    @Test
    void a_reader_that_does_not_read_holds_up_the_writer_and_loses_nothing() throws Exception {
        int total = 96 * MEGABYTE;
        ByteBuffer all = ByteBuffer.wrap(randomBytes(total));
        CompletableFuture<Void> mayRead = new CompletableFuture<>();
        CompletableFuture<Long> sumRead = new CompletableFuture<>();
        Target.Service readsLate = connection -> {
            mayRead.join();
            sumRead.complete(sum(new DataInputStream(connection.getInputStream()).readNBytes(total)));
        };
        try (Target target = Target.that(readsLate);
                Link _ = linkTo(target, Shape.WHOLE);
                SocketChannel client = SocketChannel.open(address())) {
            client.configureBlocking(false);
            int[] quiet = new int[1];
            // Full when nothing more went in for a second.
            assertTrue(Waiting.until(() -> (quiet[0] = write(client, all) ? 0 : quiet[0] + 1) == 20, LIMIT));
            // What the link holds, and what the kernel holds in four buffers.
            assertTrue(all.position() < DelayLine.CAPACITY + 48 * MEGABYTE, all.position() + " bytes went in");
            mayRead.complete(null);
            client.configureBlocking(true);
            assertTrue(write(client, all) && !all.hasRemaining());
            assertEquals(sum(all.array()), sumRead.get(20, TimeUnit.SECONDS));
        }
    }

    private Link linkTo(Target target, Shape shape) throws IOException {
        return Link.open(List.of(new Forward(port, target.port())), shape);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.connect(address());
        return socket;
    }

    private static int echoed(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("ended in good order");
        }
        return answer;
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean write(SocketChannel channel, ByteBuffer bytes) {
        try {
            return channel.write(bytes) > 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int readOrEnd(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
