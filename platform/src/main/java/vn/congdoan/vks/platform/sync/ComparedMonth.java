package vn.congdoan.vks.platform.sync;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.time.BusinessTime;

/// The month in Vietnam in which a record changed last, as nodes compare by it.
record ComparedMonth(YearMonth month) {

    static final String FORM = "[0-9]{4}-[0-9]{2}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("1900-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("2200-01-01T00:00:00Z");

    /// Reads `2026-11`.
    static Optional<ComparedMonth> parse(String text) {
        if (!PATTERN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ComparedMonth(YearMonth.parse(text)));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    /// When a period begins: all of time without a month.
    static OffsetDateTime begin(@Nullable ComparedMonth month) {
        return month == null ? FIRST : firstMoment(month.month());
    }

    /// When it is over.
    static OffsetDateTime end(@Nullable ComparedMonth month) {
        return month == null ? LAST : firstMoment(month.month().plusMonths(1));
    }

    private static OffsetDateTime firstMoment(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
