package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.NullMarked;

/// Something to connect to: does the same with everyone who comes.
@NullMarked
final class Target implements AutoCloseable {
    private final ServerSocket listener;

    /// What is done with a connection, which is closed afterwards.
    interface Service {
        void serve(Socket connection) throws Exception;
    }

    private Target(ServerSocket listener) {
        this.listener = listener;
    }

    static Target that(Service service) throws IOException {
        ServerSocket listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket connection = listener.accept();
                    Thread.ofVirtual().start(() -> serve(service, connection));
                } catch (IOException e) {
                    // Closed at the end of the test.
                }
            }
        });
        return new Target(listener);
    }

    static Target thatEchoes() throws IOException {
        return that(connection -> connection.getInputStream().transferTo(connection.getOutputStream()));
    }

    private static void serve(Service service, Socket connection) {
        try (connection) {
            service.serve(connection);
        } catch (Exception e) {
            // The other side sees that the connection ended, and that is what tests are about.
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
