package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 409: the record is in a state that does not allow this, or another record holds what must be unique.
public final class Conflict extends DomainException {

    private static final long serialVersionUID = 1L;

    public Conflict(String code) {
        this(code, Map.of());
    }

    public Conflict(String code, Map<String, Object> values) {
        super(409, code, values, List.of());
    }

    public Conflict(String code, Map<String, Object> values, Violation violation) {
        super(409, code, values, List.of(violation));
    }

    public Conflict(String code, Violation violation) {
        super(409, code, Map.of(), List.of(violation));
    }
}
