package vn.congdoan.vks.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes problems to clients on the raw HTTP exchange.
public final class Problems {

    /// The header that carries the request id in both directions.
    public static final String REQUEST_ID = "X-Request-Id";

    private Problems() {}

    /// Answers with a problem. Where an answer has begun already it can only be cut, so that the client sees that it
    /// is incomplete.
    public static void answer(RoutingContext context, Problem problem) {
        var request = context.request();
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            cut(request);
            return;
        }
        var body = write(request, problem);
        if (!bodyFollows(request) || request.version() == HttpVersion.HTTP_2) {
            request.resume();
            response.end(body);
            return;
        }
        // The rest of the body is neither wanted nor known to be harmless: this connection serves no other request.
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        LingeringEnd.of(context, body);
    }

    /// Ends an exchange whose answer cannot be completed in a way that the client notices.
    public static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /// A paused request has not ended yet even if nothing follows its head.
    private static boolean bodyFollows(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced =
                (length != null && !length.equals("0")) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return announced && !request.isEnded();
    }

    private static Buffer write(HttpServerRequest request, Problem problem) {
        var response = request.response();
        var language = Language.wishedBy(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var body = problem.body(language, requestId(response)).toBuffer();
        response.setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        problem.headers().forEach(response::putHeader);
        return request.method().equals(HttpMethod.HEAD) ? Buffer.buffer() : body;
    }

    private static Optional<String> requestId(HttpServerResponse response) {
        return Optional.ofNullable(response.headers().get(REQUEST_ID));
    }
}
