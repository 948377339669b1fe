package vn.congdoan.vks.local.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A running Kafka broker on the loopback address. Topics are not made by using them: whoever needs one creates
/// it.
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final short API_VERSIONS = 18;

    private final int port;
    private final @Nullable LeashedProcess process;

    private KafkaBroker(int port, @Nullable LeashedProcess process) {
        this.port = port;
        this.process = process;
    }

    /// A broker that somebody else started on this port.
    public static KafkaBroker at(int port) {
        return new KafkaBroker(port, null);
    }

    /// Starts an empty broker on free ports, gone with `close` or with this JVM.
    public static KafkaBroker temporary() {
        for (int attempt = 1; ; attempt++) {
            try {
                return startTemporary();
            } catch (IllegalStateException e) {
                // Somebody may have taken a port between choosing and binding it.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static KafkaBroker startTemporary() {
        try {
            Path scratch = Files.createTempDirectory("vks-kafka");
            int port = Ports.free();
            // It lives too short for the better compiler to pay.
            Launch launch = new KafkaFiles(scratch).launch(port, Ports.free(), "-XX:TieredStopAtLevel=1");
            LeashedProcess process = LeashedProcess.start(launch, scratch, LeashedProcess.Stop.KILL);
            KafkaBroker broker = new KafkaBroker(port, process);
            process.awaitReady("Kafka", broker::isReady, START_LIMIT);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What clients are configured with.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /// Whether it answers a request. Its port is open long before that. Asked in Kafka's own protocol, because
    /// this class also runs beside the services' older Kafka client, or none.
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(2_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            int correlation = 4_711;
            out.writeInt(2 + 2 + 4 + 2);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(correlation);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readInt();
            return length > 6 && in.readInt() == correlation && in.readShort() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Stops a temporary broker and deletes its data; leaves a broker alone that somebody else started.
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
