package vn.congdoan.vks.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A request as it arrived at a service, octet by octet.
///
/// @param head request line and headers as sent, without the empty line
record IncomingRequest(String head) {

    static Optional<IncomingRequest> read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                return Optional.empty();
            }
            head.write(octet);
            var text = head.toString(StandardCharsets.ISO_8859_1);
            if (octet == '\n' && text.endsWith("\r\n\r\n")) {
                return Optional.of(new IncomingRequest(text.strip()));
            }
        }
    }

    String target() {
        return head.split(" ", 3)[1];
    }

    String path() {
        return target().split("\\?", 2)[0];
    }

    String lastSegment() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    Optional<String> query(String name) {
        var parts = target().split("\\?", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        for (var pair : parts[1].split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    Optional<String> header(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    byte[] body(InputStream in, LongConsumer received) throws IOException {
        var body = new ByteArrayOutputStream();
        if (header("transfer-encoding").isPresent()) {
            int size = chunkSize(in);
            while (size > 0) {
                copy(in, body, size, received);
                line(in);
                size = chunkSize(in);
            }
            line(in);
            return body.toByteArray();
        }
        copy(in, body, Integer.parseInt(header("content-length").orElse("0")), received);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static void copy(InputStream in, ByteArrayOutputStream to, int size, LongConsumer received)
            throws IOException {
        int left = size;
        while (left > 0) {
            var some = in.readNBytes(Math.min(left, Math.max(1, in.available())));
            if (some.length == 0) {
                throw new EOFException();
            }
            to.write(some);
            received.accept(some.length);
            left -= some.length;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0) {
                throw new EOFException();
            }
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString().strip();
    }
}
