package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Forwards TCP connections and behaves like a bad line as far as it is told to.
public final class Link implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final long PAUSE_NANOS = 10_000_000;

    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Shape shape;

    private Link(Shape shape) {
        this.shape = shape;
    }

    /// Listens on all ports, or on none and fails.
    public static Link open(List<Forward> forwards, Shape shape) throws IOException {
        Link link = new Link(shape);
        try {
            for (Forward forward : forwards) {
                link.listen(forward);
            }
            return link;
        } catch (IOException e) {
            link.close();
            throw e;
        }
    }

    private void listen(Forward forward) throws IOException {
        ServerSocket listener = new ServerSocket();
        listeners.add(listener);
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), forward.port()), BACKLOG);
        Thread.ofVirtual().name("link " + forward.port()).start(() -> acceptAll(listener, forward.target()));
    }

    private void acceptAll(ServerSocket listener, int target) {
        while (!listener.isClosed()) {
            try {
                accept(listener.accept(), target);
            } catch (IOException e) {
                // Closed, or too many open files: the next one may find room.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void accept(Socket client, int target) {
        Connection connection = new Connection(client, target, this::shape);
        // Noted before the shape is read, and a cut is set before the notes are read: none slips through.
        connections.add(connection);
        if (shape.cut()) {
            connection.reset();
            connections.remove(connection);
            return;
        }
        Thread.ofVirtual().start(() -> {
            connection.serve();
            connections.remove(connection);
        });
    }

    /// How it is now.
    public Shape shape() {
        return shape;
    }

    /// In force when this returns: after a cut no byte passes any more.
    public void become(Shape next) {
        shape = next;
        if (next.cut()) {
            connections.forEach(Connection::reset);
        }
    }

    /// How many connections pass through it.
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        for (ServerSocket listener : listeners) {
            try {
                listener.close();
            } catch (IOException e) {
                // It does not listen any more, either way.
            }
        }
        connections.forEach(Connection::reset);
    }
}
