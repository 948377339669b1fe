package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 409 with `Retry-After`: the same is being done at this moment.
public final class Busy extends DomainException {

    private static final long serialVersionUID = 1L;

    public Busy(String code) {
        super(409, code, Map.of(), List.of());
    }
}
