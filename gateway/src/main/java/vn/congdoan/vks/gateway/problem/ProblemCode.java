package vn.congdoan.vks.gateway.problem;

import java.util.Locale;

/// The kinds of problem the gateway itself reports (RFC 9457). A service that means the same uses the same code; what
/// a service reports passes through untouched. Titles and details stand in `problems_vi.properties` and
/// `problems_en.properties` under the code.
public enum ProblemCode {
    INVALID_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UPSTREAM_BROKEN(502),
    UPSTREAM_UNAVAILABLE(503),
    IDENTITY_UNAVAILABLE(503),
    UPSTREAM_TIMEOUT(504);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /// The HTTP status that carries this problem.
    public int status() {
        return status;
    }

    /// The stable public name, such as `upstream-timeout`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The problem that says what a bare HTTP error status says, for errors that a framework raises.
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
