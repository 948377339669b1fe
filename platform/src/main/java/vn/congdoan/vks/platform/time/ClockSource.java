package vn.congdoan.vks.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// The one clock. Its zone is Vietnam's, so `LocalDate.now(clock)` is the business day. It ticks in microseconds,
/// as the database keeps them: an instant is the same before and after it was written.
@ApplicationScoped
class ClockSource {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.system(BusinessTime.ZONE), MICROSECOND);
    }
}
