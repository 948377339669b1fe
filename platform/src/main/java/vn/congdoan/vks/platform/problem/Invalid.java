package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 400: the request is not of the right form; every place that is wrong is named.
public final class Invalid extends DomainException {

    private static final long serialVersionUID = 1L;

    public Invalid(List<Violation> violations) {
        super(400, "invalid-request", Map.of(), violations);
    }

    public Invalid(Violation violation) {
        this(List.of(violation));
    }

    public Invalid(String pointer, String code) {
        this(new Violation(pointer, code));
    }

    /// A query parameter that cannot be read.
    public static Invalid parameter(String name, String code) {
        return new Invalid("?" + name, code);
    }
}
