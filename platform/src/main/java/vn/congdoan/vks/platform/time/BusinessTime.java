package vn.congdoan.vks.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Business dates are days in Vietnam, wherever a server or a reader stands; instants are UTC.
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// The first day that a record may speak of. Also keeps dates within what a `daterange` of the database holds.
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /// No record speaks of days after this one.
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private BusinessTime() {}

    /// Reads `2022-12-31`: a real day between [#EARLIEST] and [#LATEST], in this form only.
    public static Optional<LocalDate> parseDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
