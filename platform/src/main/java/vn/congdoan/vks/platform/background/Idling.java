package vn.congdoan.vks.platform.background;

import java.time.Duration;

/// How long to wait before looking for work that nobody announces, because another instance made it: a moment after
/// there was some, then ever longer.
public final class Idling {

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private Duration pause = SHORTEST;

    /// @param found whether there was something to do this time
    public Duration next(boolean found) {
        if (found) {
            pause = SHORTEST;
            return pause;
        }
        Duration now = pause;
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return now;
    }
}
