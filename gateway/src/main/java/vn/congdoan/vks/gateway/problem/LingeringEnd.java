package vn.congdoan.vks.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// Ends a refused upload politely. A connection that is closed while the client still sends is reset by TCP, and the
/// reset can overtake the answer. So the answer goes out whole, then what still arrives is thrown away for a short
/// while, and only then the connection is closed.
final class LingeringEnd {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private LingeringEnd() {}

    static void of(RoutingContext context, Buffer body) {
        var request = context.request();
        var response = request.response();
        var written = response.write(body);
        var vertx = context.vertx();
        long timer = vertx.setTimer(LONGEST.toMillis(), _ -> end(request));
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.handler(_ -> {});
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            written.onComplete(_ -> end(request));
        });
        request.resume();
    }

    private static void end(HttpServerRequest request) {
        var response = request.response();
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
