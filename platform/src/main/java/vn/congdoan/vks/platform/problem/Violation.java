package vn.congdoan.vks.platform.problem;

import java.util.Map;

/// One thing wrong with a request.
///
/// @param pointer JSON pointer into the body (RFC 6901), or `?name` of a query parameter, or a header's name
/// @param code stable name of the rule that was broken; its text is `violation.<code>` in the bundles
/// @param values what the text needs
public record Violation(String pointer, String code, Map<String, Object> values) {

    public Violation {
        values = Map.copyOf(values);
    }

    public Violation(String pointer, String code) {
        this(pointer, code, Map.of());
    }

    /// The same, seen from the enclosing document: its pointer under `prefix`.
    public Violation under(String prefix) {
        return new Violation(prefix + pointer, code, values);
    }
}
