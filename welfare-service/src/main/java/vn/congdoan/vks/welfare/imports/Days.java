package vn.congdoan.vks.welfare.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.layout.DayPattern;
import vn.congdoan.vks.welfare.sheet.Cell;

/// Reads days: cells of a workbook that are days, and text in the layout's pattern.
final class Days {

    /// Day 0 of a workbook. It takes 1900 for a leap year, so from March 1900 on this is right.
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = BigDecimal.valueOf(110_000);

    private final DayPattern pattern;
    private final LocalDate zero;

    Days(DayPattern pattern, boolean countedFrom1904) {
        this.pattern = pattern;
        this.zero = countedFrom1904 ? ZERO_OF_1904 : ZERO;
    }

    Optional<LocalDate> read(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> pattern.read(text);
            case Cell.Figure(BigDecimal value) -> read(value);
            case Cell.Broken _ -> Optional.empty();
        };
    }

    private Optional<LocalDate> read(BigDecimal value) {
        Optional<LocalDate> asDigits =
                value.signum() > 0 && value.stripTrailingZeros().scale() <= 0
                        ? pattern.readDigits(value.toBigInteger().toString())
                        : Optional.empty();
        return asDigits.or(() -> counted(value));
    }

    /// The time of the day stands behind the point.
    private Optional<LocalDate> counted(BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        LocalDate day = zero.plusDays(value.setScale(0, RoundingMode.FLOOR).longValueExact());
        return day.isAfter(BusinessTime.LATEST) ? Optional.empty() : Optional.of(day);
    }
}
