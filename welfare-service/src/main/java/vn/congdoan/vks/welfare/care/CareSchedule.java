package vn.congdoan.vks.welfare.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When something is due: on a first day and then every so many months, on the same day of the month or, where a month
/// has no such day, on its last one. The database computes the same (`care_days`).
///
/// @param last the last day on which something may be due; null: without end
record CareSchedule(
        LocalDate first, int everyMonths, @Nullable LocalDate last) {

    private static final int MONTHS_OF_YEAR = 12;

    boolean has(LocalDate day) {
        long months = monthsUntil(day);
        return months >= 0
                && months % everyMonths == 0
                && first.plusMonths(months).equals(day)
                && (last == null || !day.isAfter(last));
    }

    /// The due day before one; before the first one that which would have been.
    LocalDate before(LocalDate dueOn) {
        return first.plusMonths(monthsUntil(dueOn) - everyMonths);
    }

    /// How many days are due in the first twelve months.
    long daysOfYear() {
        return Stream.iterate(0, months -> months < MONTHS_OF_YEAR, months -> months + everyMonths)
                .map(first::plusMonths)
                .takeWhile(day -> last == null || !day.isAfter(last))
                .count();
    }

    private long monthsUntil(LocalDate day) {
        return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
    }
}
