package vn.congdoan.vks.membership.figure;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.problem.Violation;

/// What a value counts, and which values there can be.
@Schema(
        description = "What the value is: COUNT, a whole number; VND, whole đồng; RATE, percent from 0 to 100 with at"
                + " most one decimal")
public enum Measure {
    COUNT,
    VND,
    /// In tenths of a percent, as statistics tell it.
    RATE;

    /// What no report has reached.
    static final long MOST = 999_999_999_999_999L;

    private static final String VALUE = "/value";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /// What is wrong with a value.
    Optional<Violation> refuses(BigDecimal value) {
        return switch (this) {
            case COUNT, VND -> value.scale() > 0 ? Optional.of(new Violation(VALUE, "not-whole")) : Optional.empty();
            case RATE -> refusesRate(value);
        };
    }

    private static Optional<Violation> refusesRate(BigDecimal value) {
        if (value.scale() > 1) {
            return Optional.of(new Violation(VALUE, "less-than-a-tenth"));
        }
        return value.compareTo(ALL) > 0 ? Optional.of(new Violation(VALUE, "more-than-all")) : Optional.empty();
    }
}
