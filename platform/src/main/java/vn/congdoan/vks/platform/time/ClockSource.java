package vn.congdoan.vks.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The one clock. Its zone is Vietnam's, so `LocalDate.now(clock)` is the business day.
@ApplicationScoped
class ClockSource {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(BusinessTime.ZONE);
    }
}
