package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// What the framing of messages says about their bodies (RFC 9112 §6).
final class Bodies {

    private Bodies() {}

    /// Counts a body that does not say how long it is.
    static final class Counter {
        private final long limit;
        private long seen;

        Counter(long limit) {
            this.limit = limit;
        }

        boolean exceededBy(Buffer chunk) {
            seen += chunk.length();
            return seen > limit;
        }
    }

    /// The declared length in bytes, or -1. The HTTP parser has refused what is no number.
    static long declaredLength(HttpServerRequest request) {
        return length(request.headers());
    }

    static long declaredLength(HttpClientResponse response) {
        return length(response.headers());
    }

    static boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || length(request.headers()) > 0
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    static boolean hasBody(HttpServerRequest request, HttpClientResponse answer) {
        return !request.method().equals(HttpMethod.HEAD) && answer.statusCode() != 204 && answer.statusCode() != 304;
    }

    /// A final answer: not an interim one, and within what HTTP defines.
    static boolean finalStatus(int status) {
        return status >= 200 && status <= 599;
    }

    static boolean waitsForContinue(HttpServerRequest request) {
        @Nullable String expectation = request.getHeader(HttpHeaders.EXPECT);
        return "100-continue".equalsIgnoreCase(expectation);
    }

    private static long length(MultiMap headers) {
        @Nullable String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return -1;
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
