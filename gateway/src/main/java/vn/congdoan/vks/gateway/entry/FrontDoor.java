package vn.congdoan.vks.gateway.entry;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.Problems;
import vn.congdoan.vks.gateway.routing.RequestTarget;
import vn.congdoan.vks.gateway.routing.Routes;

/// The first step of every request, before CORS, authentication and routing: it gets its id and its log line, and is
/// refused if it is not well-formed.
@ApplicationScoped
final class FrontDoor {

    /// Above the CORS filter (300) and authentication (200).
    private static final int BEFORE_EVERYTHING = 1000;

    private static final String ENTERED = FrontDoor.class.getName();

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String PAGE_METHODS = "GET, HEAD, OPTIONS";

    private final GatewaySettings settings;
    private final AccessLog accessLog;

    FrontDoor(GatewaySettings settings, AccessLog accessLog) {
        this.settings = settings;
        this.accessLog = accessLog;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_EVERYTHING);
    }

    private void enter(RoutingContext context) {
        var request = context.request();
        @Nullable String known = context.get(ENTERED);
        var id = known != null ? known : RequestId.of(request.getHeader(Problems.REQUEST_ID));
        // A page served under another name passes here twice, and the second time without the headers of the first.
        request.response().putHeader(Problems.REQUEST_ID, id).putHeader("X-Content-Type-Options", "nosniff");
        if (known == null) {
            context.put(ENTERED, id);
            MDC.put("requestId", id);
            accessLog.follow(context);
        }
        if (asksForMethodsOfAPage(request)) {
            request.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, PAGE_METHODS)
                    .end();
            return;
        }
        refusal(request).ifPresentOrElse(problem -> Problems.answer(context, problem), context::next);
    }

    /// A preflight asks something else, and the CORS filter answers it.
    private static boolean asksForMethodsOfAPage(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && !request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                && page(request);
    }

    /// Pages are read; what would be sent to one is meant for something else.
    private static boolean page(HttpServerRequest request) {
        return RequestTarget.read(request.uri())
                .filter(target -> Routes.open(target.path()))
                .isPresent();
    }

    private Optional<Problem> refusal(HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            return Optional.of(Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                    .with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        }
        if (!READING.contains(request.method()) && page(request)) {
            return Optional.of(Problem.of(ProblemCode.METHOD_NOT_ALLOWED).with("Allow", PAGE_METHODS));
        }
        long limit = settings.maxHeaderSize().asLongValue();
        if (size(request) > limit) {
            return Optional.of(Problem.of(ProblemCode.HEADERS_TOO_LARGE, Long.toString(limit)));
        }
        if (ambiguous(request.headers()) || RequestTarget.read(request.uri()).isEmpty()) {
            return Optional.of(Problem.of(ProblemCode.INVALID_REQUEST));
        }
        return Optional.empty();
    }

    /// Two of these would let two readers of one request see two callers, two addresses or two bodies.
    private static boolean ambiguous(MultiMap headers) {
        @Nullable String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        return headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1
                || headers.getAll(HttpHeaders.HOST).size() > 1
                || headers.getAll(HttpHeaders.CONTENT_LENGTH).size() > 1
                || (coding != null && !coding.equalsIgnoreCase("chunked"))
                || (coding != null && headers.contains(HttpHeaders.CONTENT_LENGTH));
    }

    private static long size(HttpServerRequest request) {
        long size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
