package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/// Which headers cross the gateway. Message framing and what concerns one connection only (RFC 9110 §7.6.1) is made
/// anew on each side; what only the gateway may say is never taken from the other side.
final class HeaderRules {

    private static final Set<String> ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "content-length",
            "upgrade",
            "http2-settings");

    private static final Set<String> NOT_FROM_CLIENTS =
            Set.of("host", "expect", "origin", "forwarded", "via", "x-real-ip", "x-request-id");

    private static final Set<String> NOT_FROM_SERVICES = Set.of("x-request-id", "x-content-type-options", "server");

    private HeaderRules() {}

    /// Hands over the request headers that go on to a service.
    static void eachOfRequest(MultiMap headers, BiConsumer<String, String> accept) {
        each(headers, (name, value) -> {
            boolean gatewaysOwn = NOT_FROM_CLIENTS.contains(name)
                    || name.startsWith("x-forwarded-")
                    || name.startsWith("access-control-request-");
            if (!gatewaysOwn) {
                accept.accept(name, value);
            }
        });
    }

    /// Hands over the response headers that go back to the client. CORS is the gateway's alone.
    static void eachOfResponse(MultiMap headers, BiConsumer<String, String> accept) {
        each(headers, (name, value) -> {
            if (!NOT_FROM_SERVICES.contains(name) && !name.startsWith("access-control-")) {
                accept.accept(name, value);
            }
        });
    }

    private static void each(MultiMap headers, BiConsumer<String, String> accept) {
        var named = namedByConnection(headers);
        headers.forEach((original, value) -> {
            var name = original.toLowerCase(Locale.ROOT);
            if (!ONE_CONNECTION.contains(name) && !named.contains(name) && !name.startsWith(":")) {
                accept.accept(name, value);
            }
        });
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        Set<String> named = new HashSet<>();
        for (var value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var option : value.split(",", -1)) {
                named.add(option.strip().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
