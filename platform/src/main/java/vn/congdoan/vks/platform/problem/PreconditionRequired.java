package vn.congdoan.vks.platform.problem;

import java.util.List;
import java.util.Map;

/// 428: a change must say which version of the record it was made from (`If-Match`), a creation under a client's id
/// that there is none (`If-None-Match: *`); RFC 6585.
public final class PreconditionRequired extends DomainException {

    private static final long serialVersionUID = 1L;

    /// @param value what the header must be, such as `*`
    public PreconditionRequired(String header, String value) {
        super(428, "precondition-required", Map.of("header", header, "value", value), List.of());
    }
}
