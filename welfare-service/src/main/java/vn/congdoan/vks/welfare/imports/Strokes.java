package vn.congdoan.vks.welfare.imports;

import java.time.Duration;
import java.util.function.Function;

/// The strokes of one request: one after the other, for a while. What is left then is for the next request.
public final class Strokes {

    /// So many rows in one transaction.
    public static final int STROKE = 1_000;

    /// Shorter than the gateway's.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long NEVER = -1;

    private final long begun = System.nanoTime();
    private long left = NEVER;

    private Strokes() {}

    /// What a stroke has come to.
    public enum Outcome {
        /// There is more, and time for it.
        MORE,
        /// There may be more, for the next request.
        LATER,
        DONE,
        /// Something else stands there than was asked for: nothing was done.
        CHANGED;

        /// Whether the request succeeds with it.
        public boolean isSuccess() {
            return this == LATER || this == DONE;
        }
    }

    /// Strokes until there are no more, or no time.
    public static Outcome run(Function<Strokes, Outcome> stroke) {
        Strokes strokes = new Strokes();
        Outcome outcome = stroke.apply(strokes);
        while (outcome == Outcome.MORE) {
            outcome = stroke.apply(strokes);
        }
        return outcome;
    }

    /// Whether a stroke of this request left a record in this version: then nobody has changed it since, and what the
    /// stroke before has looked at is as it was.
    boolean leftAt(long version) {
        return left == version;
    }

    /// A stroke leaves a record in this version.
    void leave(long version) {
        left = version;
    }

    /// After a stroke of so many rows.
    public Outcome after(int rows) {
        if (rows < STROKE) {
            return Outcome.DONE;
        }
        return System.nanoTime() - begun < PATIENCE.toNanos() ? Outcome.MORE : Outcome.LATER;
    }
}
