package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports of this machine's loopback address.
public final class Ports {
    // Below the range that systems use for outgoing connections, so that none takes the port before its server does.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /// A port that nothing listens on now. Another process may still be quicker: whoever binds it tries again.
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /// The base of a whole block of free ports: every `base + offset` is free.
    public static int freeBase(int... offsets) {
        while (true) {
            int base = free();
            boolean all = true;
            for (int offset : offsets) {
                all &= isFree(base + offset);
            }
            if (all) {
                return base;
            }
        }
    }

    /// Whether a server could listen on this port.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As every server does: a port in TIME_WAIT is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether something answers on this port.
    public static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
