package vn.congdoan.vks.membership.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days as numbers, counted from 1 January 1970.
final class Day {

    /// After all days.
    static final int NEVER = Integer.MAX_VALUE;

    private Day() {}

    static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /// The day on which something ends; null: it does not.
    static int end(@Nullable LocalDate date) {
        return date == null ? NEVER : of(date);
    }

    static @Nullable LocalDate end(int day) {
        return day == NEVER ? null : date(day);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
