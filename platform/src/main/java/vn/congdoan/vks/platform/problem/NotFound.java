package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 404: there is no such thing, or the caller may not know that there is.
public final class NotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(404, "not-found", Map.of(), List.of());
    }

    /// Names the query parameter that points at nothing the caller can see.
    public static NotFound parameter(String name) {
        return new NotFound(List.of(new Violation("?" + name, "unknown-reference")));
    }

    private NotFound(List<Violation> violations) {
        super(404, "not-found", Map.of(), violations);
    }
}
