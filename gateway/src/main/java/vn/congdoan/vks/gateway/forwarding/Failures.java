package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import vn.congdoan.vks.gateway.problem.ProblemCode;

/// Tells apart what can go wrong between the gateway and a service.
final class Failures {

    private Failures() {}

    /// No connection: the service did not see the request, so it may be sent again.
    static ProblemCode whileConnecting(Throwable cause) {
        return switch (cause) {
            // Connection refused and connection time-out are both SocketExceptions.
            case SocketException _, UnknownHostException _, ConnectionPoolTooBusyException _ ->
                ProblemCode.UPSTREAM_UNAVAILABLE;
            case TimeoutException _ -> ProblemCode.UPSTREAM_UNAVAILABLE;
            default -> ProblemCode.UPSTREAM_BROKEN;
        };
    }

    /// The connection broke, or what came was not HTTP: the service may have acted.
    static ProblemCode afterSending() {
        return ProblemCode.UPSTREAM_BROKEN;
    }
}
