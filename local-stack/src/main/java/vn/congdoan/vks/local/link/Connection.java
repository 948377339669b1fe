package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Somebody connected through the link, and the connection to the target made for that.
final class Connection {
    private static final int CONNECT_LIMIT_MILLIS = 5_000;
    private static final int CHUNK = 16 << 10;

    private final Socket client;
    private final Socket server = new Socket();
    private final int target;
    private final Supplier<Shape> shape;
    private final DelayLine up;
    private final DelayLine down;

    Connection(Socket client, int target, Supplier<Shape> shape) {
        this.client = client;
        this.target = target;
        this.shape = shape;
        this.up = new DelayLine(() -> shape.get().delayMillis());
        this.down = new DelayLine(() -> shape.get().delayMillis());
    }

    /// Returns when the connection is over, in either way.
    void serve() {
        try (client;
                server) {
            orReset(this::connect);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(() -> orReset(() -> read(client, up)));
                threads.execute(() -> orReset(() -> write(up, server)));
                threads.execute(() -> orReset(() -> read(server, down)));
                threads.execute(() -> orReset(() -> write(down, client)));
            }
        } catch (IOException e) {
            // Both ends were told what there was to tell before they were closed.
        }
    }

    private void connect() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_LIMIT_MILLIS);
    }

    /// Ends it at both sides as a broken line would, losing what is under way.
    void reset() {
        up.breakOff();
        down.breakOff();
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try (socket) {
            // Closing then sends a reset and no proper end.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private interface Pumping {
        void run() throws IOException, InterruptedException;
    }

    private void orReset(Pumping pumping) {
        try {
            pumping.run();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Socket from, DelayLine line) throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK];
        int length = from.getInputStream().read(buffer);
        while (length >= 0) {
            line.put(Arrays.copyOf(buffer, length));
            length = from.getInputStream().read(buffer);
        }
        line.put(new byte[0]);
    }

    private void write(DelayLine line, Socket to) throws IOException, InterruptedException {
        byte[] chunk = line.take();
        while (chunk.length > 0) {
            Shape now = shape.get();
            // It may be due because the cut has another delay, and be here before the reset.
            if (now.cut() || ThreadLocalRandom.current().nextInt(100) < now.dropPercent()) {
                reset();
                return;
            }
            to.getOutputStream().write(chunk);
            chunk = line.take();
        }
        to.shutdownOutput();
    }
}
