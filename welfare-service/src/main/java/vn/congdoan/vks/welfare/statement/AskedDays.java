package vn.congdoan.vks.welfare.statement;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;

/// The days that a reader asks for.
public final class AskedDays {

    private AskedDays() {}

    /// They begin before they end, and not in the future.
    public static void require(@Nullable LocalDate from, @Nullable LocalDate to, Clock clock) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Invalid.parameter("to", "ends-before-start");
        }
        if (from != null && from.isAfter(LocalDate.now(clock))) {
            throw Invalid.parameter("from", "in-the-future");
        }
    }
}
