package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 422: well formed, but it contradicts a rule or refers to something unknown.
public final class Unprocessable extends DomainException {

    private static final long serialVersionUID = 1L;

    public Unprocessable(List<Violation> violations) {
        super(422, "rule-broken", Map.of(), violations);
    }

    public Unprocessable(String pointer, String code) {
        this(List.of(new Violation(pointer, code)));
    }
}
