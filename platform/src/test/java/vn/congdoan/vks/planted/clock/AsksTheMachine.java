package vn.congdoan.vks.planted.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/// Asks the machine.
@SuppressWarnings("JavaUtilDate")
class AsksTheMachine {

    Instant instant() {
        return Instant.now();
    }

    LocalDate dateInZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Supplier<OffsetDateTime> byReference() {
        return () -> OffsetDateTime.now(ZoneOffset.UTC);
    }

    Supplier<Instant> methodReference() {
        return Instant::now;
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Date date() {
        return new Date();
    }

    List<Calendar> calendars() {
        return List.of(Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT), new GregorianCalendar());
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    InstantSource source() {
        return InstantSource.system();
    }
}
