package vn.congdoan.vks.gateway.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A service of somebody else's make, on raw sockets: it answers as the last segment of the path says, properly or
/// not.
final class RawService implements AutoCloseable {

    private final String name;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AuditShelf audit = new AuditShelf();
    private @Nullable ServerSocket listening;
    private @Nullable Thread accepting;

    RawService(String name) {
        this.name = name;
        this.port = listen(0);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    AuditShelf audit() {
        return audit;
    }

    /// What has gone on so far, as JSON: open connections, all connections, requests, octets of bodies received and
    /// sent, answers that trickle.
    String state() {
        return "{\"open\":%d,\"accepted\":%d,\"requests\":%d,\"received\":%d,\"sent\":%d,\"trickling\":%d}"
                .formatted(open.size(), accepted.get(), requests.get(), received.get(), sent.get(), audit.trickling());
    }

    void start() {
        listen(port);
    }

    void stop() {
        try {
            if (listening != null) {
                listening.close();
            }
            if (accepting != null) {
                accepting.join();
            }
            for (var socket : open) {
                socket.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private int listen(int wanted) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
            listening = server;
            accepting = Thread.ofVirtual().start(() -> accept(server));
            return server.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            var request = IncomingRequest.read(in);
            while (request.isPresent()) {
                requests.incrementAndGet();
                if (!answer(request.get(), in, out)) {
                    return;
                }
                request = IncomingRequest.read(in);
            }
        } catch (IOException _) {
            // The gateway went away, which some tests are about.
        } finally {
            open.remove(socket);
        }
    }

    /// Answers one request; false if the connection is to be closed.
    private boolean answer(IncomingRequest request, BufferedInputStream in, OutputStream out) throws IOException {
        return switch (request.lastSegment()) {
            case "silent" -> in.read() >= 0;
            case "early" -> Answers.write(out, "403 Forbidden", "", "no") && in.read() >= 0;
            case "stalling" -> Answers.raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome") && in.read() >= 0;
            default -> {
                var body = request.body(in, received::addAndGet);
                yield new Answers(name, url(), audit, sent).answer(request, body, in, out);
            }
        };
    }
}
