package vn.congdoan.vks.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The audit trail of one raw service: ids put there by a test, served newest first in pages; or a fixed answer.
final class AuditShelf {

    private static final long PAUSE = 20_000_000;

    private final AtomicInteger trickling = new AtomicInteger();
    private volatile JsonNode content = Json.object();

    /// Sets `{ids:[…]}`, or `{status, body}`, `{slow:true}`, `{trickle:true}` or `{huge:true}`.
    void put(JsonNode content) {
        this.content = content;
    }

    boolean answer(IncomingRequest request, InputStream in, OutputStream out) throws IOException {
        var now = content;
        if (now.has("status")) {
            return Answers.write(
                    out,
                    now.path("status").intValue() + " Said",
                    "Content-Type: application/problem+json\r\n",
                    now.path("body").textValue());
        }
        if (now.has("slow")) {
            return in.read() >= 0;
        }
        if (now.has("trickle")) {
            return trickle(out);
        }
        if (now.has("huge")) {
            var huge = "{\"items\":[],\"next\":null,\"rest\":\"" + "x".repeat(200_000) + "\"}";
            return Answers.write(out, "200 OK", "Content-Type: application/json\r\n", huge);
        }
        int limit = Integer.parseInt(request.query("limit").orElse("50"));
        var before = request.query("cursor")
                .map(cursor -> new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .orElse("g");
        List<String> rest = now.path("ids")
                .valueStream()
                .map(JsonNode::textValue)
                .filter(id -> id.compareTo(before) < 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        var page = rest.stream().limit(limit).toList();
        var items = Json.array();
        page.forEach(id -> items.add(Json.object()
                .put("id", id)
                .put("action", "admit")
                .put("unitId", request.header("x-request-id").orElse("none"))
                .put("service", now.path("service").textValue())));
        var next = rest.size() > page.size() ? cursor(page.getLast()) : null;
        var body = Json.object().put("next", next);
        body.set("items", items);
        return Answers.write(out, "200 OK", "Content-Type: application/json\r\n", body.toString());
    }

    /// An octet now and then, until the gateway goes away.
    private boolean trickle(OutputStream out) throws IOException {
        trickling.incrementAndGet();
        try {
            Answers.raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (Answers.raw(out, "1\r\n \r\n")) {
                LockSupport.parkNanos(PAUSE);
            }
            return false;
        } finally {
            trickling.decrementAndGet();
        }
    }

    /// Answers that go on and on at this moment.
    int trickling() {
        return trickling.get();
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
