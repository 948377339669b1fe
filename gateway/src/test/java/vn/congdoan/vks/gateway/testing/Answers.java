package vn.congdoan.vks.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// What a raw service answers once it has read the request.
record Answers(String service, String url, AuditShelf audit, AtomicLong sent) {

    private static final int CHUNK = 64 * 1024;

    boolean answer(IncomingRequest request, byte[] body, InputStream in, OutputStream out) throws IOException {
        return switch (request.lastSegment()) {
            case "closing" -> false;
            case "garbage" -> close(out, "This is no HTTP at all\r\n\r\n");
            case "half" -> close(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
            case "half-chunked" -> close(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            case "strange-status" -> close(out, "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n");
            case "both-lengths" ->
                close(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
            case "until-close" -> close(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it");
            case "interim" -> raw(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") && echo(request, body, out);
            case "no-content" -> raw(out, "HTTP/1.1 204 No Content\r\nETag: \"7\"\r\n\r\n");
            case "not-modified" -> raw(out, "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n");
            case "created" -> write(out, "201 Created", "Location: " + url + "/api/v1/members/1\r\n", "{}");
            case "elsewhere" -> write(out, "302 Found", "Location: https://elsewhere.example/\r\n", "");
            case "connection-headers" -> write(out, "200 OK", connectionHeaders(), "{}");
            case "problem" ->
                write(out, "409 Conflict", "Content-Type: application/problem+json\r\n", "{\"code\":\"conflict\"}");
            case "large" -> large(Long.parseLong(request.query("size").orElseThrow()), out);
            case "audit", "overview" -> audit.answer(request, in, out);
            default -> echo(request, body, out);
        };
    }

    static boolean write(OutputStream out, String status, String headers, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return raw(out, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    static boolean raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    private static boolean close(OutputStream out, String text) throws IOException {
        raw(out, text);
        return false;
    }

    private boolean echo(IncomingRequest request, byte[] body, OutputStream out) throws IOException {
        var seen = Json.object()
                .put("service", service)
                .put("head", request.head())
                .put("bodyLength", body.length)
                .put("bodySha256", sha256(body));
        boolean headOnly = request.head().startsWith("HEAD ");
        var text = seen.toString();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"3-full\"\r\nContent-Length: " + length;
        return raw(out, head + "\r\n\r\n" + (headOnly ? "" : text));
    }

    private static String connectionHeaders() {
        return """
                Connection: keep-alive, X-Hop\r
                Keep-Alive: timeout=9\r
                X-Hop: hop\r
                Proxy-Authenticate: Basic\r
                Upgrade: h2c\r
                Trailer: X-After\r
                Access-Control-Allow-Origin: https://a.example\r
                X-Request-Id: from-the-service\r
                Server: raw\r
                Link: <a>\r
                Link: <b>\r
                Vary: Authorization\r
                """;
    }

    private boolean large(long size, OutputStream out) throws IOException {
        raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/csv\r\n\r\n");
        var piece = new byte[CHUNK];
        long left = size;
        while (left > 0) {
            int length = (int) Math.min(left, CHUNK);
            raw(out, Integer.toHexString(length) + "\r\n");
            out.write(piece, 0, length);
            raw(out, "\r\n");
            sent.addAndGet(length);
            left -= length;
        }
        return raw(out, "0\r\n\r\n");
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
