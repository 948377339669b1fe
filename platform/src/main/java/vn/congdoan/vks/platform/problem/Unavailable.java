package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 503: something this request depends on does not answer now; nothing was done, try again.
public final class Unavailable extends DomainException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code) {
        super(503, code, Map.of(), List.of());
    }
}
