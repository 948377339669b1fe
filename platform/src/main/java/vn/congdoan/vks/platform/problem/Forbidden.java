package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 403: the caller may see it, or names it in a body, but may not do this.
public final class Forbidden extends DomainException {

    private static final long serialVersionUID = 1L;

    public Forbidden() {
        this("forbidden");
    }

    public Forbidden(String code) {
        super(403, code, Map.of(), List.of());
    }

    private Forbidden(String code, Violation violation) {
        super(403, code, Map.of(), List.of(violation));
    }

    /// A unit named in the body lies outside the caller's scope for this action.
    public static Forbidden unitOutOfScope(String pointer) {
        return new Forbidden("forbidden", new Violation(pointer, "unit-out-of-scope"));
    }
}
