package vn.congdoan.vks.platform.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

/// A unit and a year that an overview is asked for.
public record AskedYear(UnitId unit, int year) {

    /// Both are required; the year lies in the years that records speak of.
    public static AskedYear of(@Nullable UnitId unit, @Nullable Integer year) {
        List<Violation> violations = new ArrayList<>();
        if (unit == null) {
            violations.add(new Violation("?unit", "required"));
        }
        if (year == null) {
            violations.add(new Violation("?year", "required"));
        } else if (year < BusinessTime.EARLIEST.getYear() || year > BusinessTime.LATEST.getYear()) {
            violations.add(new Violation("?year", "year-out-of-range"));
        }
        if (unit == null || year == null || !violations.isEmpty()) {
            throw new Invalid(violations);
        }
        return new AskedYear(unit, year);
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
