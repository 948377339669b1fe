package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// A request that cannot be done, for a reason of the domain. Mapped to problem details in one place.
public abstract sealed class DomainException extends RuntimeException
        permits NotFound, Conflict, Forbidden, Invalid, Stale, PreconditionRequired, Unavailable, Unprocessable, Busy {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> values;
    private final transient List<Violation> violations;

    DomainException(int status, String code, Map<String, Object> values, List<Violation> violations) {
        super(code + values + violations);
        this.status = status;
        this.code = code;
        this.values = Map.copyOf(values);
        this.violations = List.copyOf(violations);
    }

    /// HTTP status.
    public int status() {
        return status;
    }

    /// Stable name of the problem; its texts are `<code>.title` and `<code>.detail` in the bundles.
    public String code() {
        return code;
    }

    /// What the texts need.
    public Map<String, Object> values() {
        return values;
    }

    /// The places in the request that are wrong; empty where the request as a whole is refused.
    public List<Violation> violations() {
        return violations;
    }
}
