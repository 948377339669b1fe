package vn.congdoan.vks.planted.clock;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/// Asks the clock it was given, or makes the one that all are given.
@SuppressWarnings("JavaUtilDate")
class AsksTheClock {

    private final Clock clock;

    AsksTheClock(Clock clock) {
        this.clock = clock;
    }

    @Produces
    static Clock source() {
        return Clock.systemUTC();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant moment() {
        return Instant.now(clock);
    }

    Clock byTheMinute() {
        return Clock.tick(clock, Duration.ofMinutes(1));
    }

    Date of(long millis) {
        return new Date(millis);
    }

    long elapsed(long start) {
        return System.nanoTime() - start;
    }
}
