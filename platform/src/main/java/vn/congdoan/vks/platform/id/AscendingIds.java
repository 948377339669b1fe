package vn.congdoan.vks.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.function.LongSupplier;

/// Makes each identifier later than the one before, whichever thread asks and even where the clock is set back: the
/// time is read and used in one step, and never falls.
final class AscendingIds {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
    private final LongSupplier millis;
    private long latest;

    AscendingIds(LongSupplier millis) {
        this.millis = millis;
    }

    synchronized UUID next() {
        latest = Math.max(latest, millis.getAsLong());
        return generator.construct(latest);
    }
}
