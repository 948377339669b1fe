package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 428: a change must say which version of the record it was made from (`If-Match`, RFC 6585).
public final class PreconditionRequired extends DomainException {

    private static final long serialVersionUID = 1L;

    public PreconditionRequired(String header) {
        super(428, "precondition-required", Map.of("header", header), List.of());
    }
}
