package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 412: somebody changed the record since the caller read it.
public final class Stale extends DomainException {

    private static final long serialVersionUID = 1L;

    public Stale() {
        this("stale");
    }

    public Stale(String code) {
        super(412, code, Map.of(), List.of());
    }
}
