package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.link.Shape;
import vn.congdoan.vks.local.stack.Cache;
import vn.congdoan.vks.local.stack.Ports;

@NullMarked
class LinkControlTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void what_the_link_was_told_holds_when_the_command_returns_and_after_a_restart() throws Exception {
        Place central = new Place(directory, directory, Cache.ofThisCheckout(), Ports.freeBase(0, 100, 1120, 1121));
        Place node = new Nodes(central).findOrAdd("qng");
        Part part = Parts.of(node).getLast();
        LinkControl link = new LinkControl(node);
        link.become(Shape.WHOLE.delayedBy(1));
        assertFalse(link.runs());
        try (ServerSocket _ = new ServerSocket(central.gatewayPort(), 50, InetAddress.getLoopbackAddress())) {
            start(node, part);
            assertTrue(link.runs());
            try (Socket before = through(node)) {
                before.getOutputStream().write(3);
                link.become(Shape.WHOLE.asCut());
                assertThrows(IOException.class, () -> before.getInputStream().read());
                assertThrows(
                        IOException.class, () -> through(node).getInputStream().read());
            }
            new Stopping(node, List.of(part), line -> {}).run();
            start(node, part);
            assertEquals(Shape.WHOLE.asCut(), link.shape());
            assertThrows(IOException.class, () -> through(node).getInputStream().read());
        } finally {
            new Stopping(node, List.of(part), line -> {}).run();
        }
        assertFalse(link.runs());
    }

    private static void start(Place node, Part part) {
        new Starting(node, List.of(part), line -> {}).run();
    }

    private static Socket through(Place node) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.linkToGatewayPort());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
