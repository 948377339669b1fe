package vn.congdoan.vks.gateway.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One problem as it is told to a client: what went wrong, and what its detail names (a service, a limit, a
/// parameter).
///
/// @param code what went wrong
/// @param arguments what the detail's `{0}`, `{1}` … stand for
/// @param headers further response headers, such as `Retry-After`
/// @param errors the places in the request that are wrong
public record Problem(
        ProblemCode code, List<String> arguments, Map<String, String> headers, List<Problem.Place> errors) {

    /// One place that is wrong: `?name` of a query parameter, and the rule that it breaks.
    public record Place(String pointer, Rule rule) {}

    static final String MEDIA_TYPE = "application/problem+json";

    /// Seconds after which asking again makes sense when a part of the system is away.
    private static final String RETRY_AFTER_SECONDS = "5";

    /// A problem whose detail names the given things.
    public static Problem of(ProblemCode code, String... arguments) {
        return new Problem(code, List.of(arguments), defaultHeaders(code), List.of());
    }

    /// A request with places that are wrong.
    public static Problem invalid(List<Place> errors) {
        return new Problem(ProblemCode.INVALID_REQUEST, List.of(), Map.of(), errors);
    }

    /// The same problem with one more response header.
    public Problem with(String header, String value) {
        return new Problem(code, arguments, Map.of(header, value), errors);
    }

    /// The problem that says what a bare HTTP error status says.
    public static Problem ofStatus(int status) {
        return of(ProblemCode.ofStatus(status));
    }

    private static Map<String, String> defaultHeaders(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
            case UPSTREAM_UNAVAILABLE, IDENTITY_UNAVAILABLE -> Map.of("Retry-After", RETRY_AFTER_SECONDS);
            case INVALID_REQUEST,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_TIMEOUT,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    HEADERS_TOO_LARGE,
                    INTERNAL_ERROR,
                    UPSTREAM_BROKEN,
                    UPSTREAM_TIMEOUT -> Map.of();
        };
    }

    /// The body in the reader's language.
    JsonObject body(Language language, Optional<String> requestId) {
        var body = new JsonObject()
                .put("type", "/problems/" + code.code())
                .put("title", language.title(code))
                .put("status", code.status())
                .put("code", code.code())
                .put("detail", language.detail(code, arguments));
        requestId.ifPresent(id -> body.put("requestId", id));
        if (!errors.isEmpty()) {
            var places = new JsonArray();
            errors.forEach(each -> places.add(new JsonObject()
                    .put("pointer", each.pointer())
                    .put("code", each.rule().code())
                    .put("detail", language.detail(each.rule()))));
            body.put("errors", places);
        }
        return body;
    }
}
