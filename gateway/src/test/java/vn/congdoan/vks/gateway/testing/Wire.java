package vn.congdoan.vks.gateway.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/// A client that writes octets and reads octets, for what no proper client does.
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public Wire() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// A request head with a valid token, up to and including the empty line.
    public static String head(String requestLine, String... headers) {
        var head = new StringBuilder(requestLine).append("\r\nHost: gateway\r\nAuthorization: Bearer ");
        head.append(Tokens.valid()).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
        return this;
    }

    /// Writes as much as the gateway takes: it may refuse and close before the end.
    public Wire offer(String text) {
        try {
            return send(text);
        } catch (IOException _) {
            // Closed by the other side; its answer can still be read.
            return this;
        }
    }

    /// One answer: its status line, its header lines and its body, read as its framing says.
    public Answer read() throws IOException {
        var status = line();
        List<String> headers = new ArrayList<>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        return new Answer(status, headers, body(status, headers));
    }

    /// Everything until the gateway closes; an abrupt close ends it too.
    public String readToEnd() {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException _) {
            // A reset: what came before it is what the client has.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /// Reads until the gateway closes and says how many octets came.
    public long skipToEnd() throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }

    public byte[] readOctets(int count) throws IOException {
        return in.readNBytes(count);
    }

    /// Goes away without a word: the other side gets a reset.
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String body(String status, List<String> headers) throws IOException {
        if (status.contains(" 204 ") || status.contains(" 304 ") || status.contains(" 100 ")) {
            return "";
        }
        var body = new ByteArrayOutputStream();
        for (var header : headers) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                body.write(in.readNBytes(Integer.parseInt(lower.substring(15).strip())));
                return body.toString(StandardCharsets.UTF_8);
            }
            if (lower.startsWith("transfer-encoding:")) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    body.write(in.readNBytes(size));
                    line();
                }
                line();
                return body.toString(StandardCharsets.UTF_8);
            }
        }
        in.transferTo(body);
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("closed after: " + line);
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /// What came back.
    public record Answer(String status, List<String> headers, String body) {

        public int code() {
            return Integer.parseInt(status.split(" ", 3)[1]);
        }

        /// All values of a header, in order.
        public List<String> all(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()).strip())
                    .toList();
        }
    }
}
