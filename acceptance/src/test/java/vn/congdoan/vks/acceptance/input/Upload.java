package vn.congdoan.vks.acceptance.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Sends a body that is far too large over a plain socket, as a client that does not care does: on and on, whatever the
/// server says, until the server hangs up.
final class Upload {

    private static final long LENGTH = 100L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final int LIMIT_MILLIS = 60_000;

    private Upload() {}

    /// The answer: its status line, headers and body, and how much was sent.
    record Refusal(String head, String body, long sent) {

        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
        }
    }

    /// @param type the media type of the body
    static Refusal send(int port, String method, String path, String type, String token, boolean chunked)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LENGTH;
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                    + "If-Match: \"0\"\r\nIf-None-Match: *\r\nIdempotency-Key: large-body\r\nAuthorization: Bearer "
                    + token + "\r\n" + length
                    + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            long sent = stream(out, socket, chunked);
            return read(socket, sent);
        }
    }

    private static long stream(OutputStream out, Socket socket, boolean chunked) {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) ' ');
        long sent = 0;
        try {
            while (sent < LENGTH && socket.getInputStream().available() == 0) {
                if (chunked) {
                    out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(chunk);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                sent += CHUNK;
            }
        } catch (IOException _) {
            // The server has hung up; what it said before is read next.
        }
        return sent;
    }

    private static Refusal read(Socket socket, long sent) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.toString().getBytes(StandardCharsets.UTF_8).length < length) {
            int character = in.read();
            if (character < 0) {
                break;
            }
            body.append((char) character);
        }
        return new Refusal(head.toString(), body.toString(), sent);
    }
}
