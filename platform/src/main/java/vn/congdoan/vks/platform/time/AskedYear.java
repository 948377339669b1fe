package vn.congdoan.vks.platform.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

/// A unit and a year that an overview is asked for.
public record AskedYear(UnitId unit, int year) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    /// Both are required; the year is written as a plain number and lies in the years that records speak of.
    public static AskedYear of(@Nullable UnitId unit, @Nullable String year) {
        List<Violation> violations = new ArrayList<>();
        if (unit == null) {
            violations.add(new Violation("?unit", "required"));
        }
        if (year == null || year.isEmpty()) {
            violations.add(new Violation("?year", "required"));
        } else if (!NUMBER.matcher(year).matches()) {
            violations.add(new Violation("?year", "not-a-number"));
        } else if (!isInRange(year)) {
            violations.add(new Violation("?year", "year-out-of-range"));
        }
        if (unit == null || year == null || !violations.isEmpty()) {
            throw new Invalid(violations);
        }
        return new AskedYear(unit, Integer.parseInt(year));
    }

    private static boolean isInRange(String year) {
        return year.length() == 4
                && Integer.parseInt(year) >= BusinessTime.EARLIEST.getYear()
                && Integer.parseInt(year) <= BusinessTime.LATEST.getYear();
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /// The last day, or today where the year has not ended; of a year to come, its first.
    public LocalDate lastDay(LocalDate today) {
        LocalDate last = LocalDate.of(year, 12, 31);
        if (last.isBefore(today)) {
            return last;
        }
        return today.isBefore(firstDay()) ? firstDay() : today;
    }
}
