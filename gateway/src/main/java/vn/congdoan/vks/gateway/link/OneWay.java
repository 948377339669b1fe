package vn.congdoan.vks.gateway.link;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries one service's changes one way: asks the receiver how far it is, reads the sender's feed from there, and
/// hands it over. It keeps nothing: whatever is lost on the way is asked for again.
final class OneWay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OneWay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STANDING_IS_FRESH = Duration.ofMinutes(1);
    /// A body that the gateways pass on.
    private static final int LARGEST = 1_500_000;
    /// So far the feed may have gone on without anything for the receiver before that is worth a message.
    private static final long SILENT_CHANGES = 1_000;

    private final String name;
    private final End sender;
    private final End receiver;
    private final LinkSettings settings;
    private final Clock clock;
    private final BooleanSupplier mayRun;
    private final Progress progress = new Progress();
    private final CountDownLatch end = new CountDownLatch(1);
    private End.@Nullable Standing standing;
    private long standingSince;
    private int limit;
    private boolean asked;
    private long askedAt;
    private String told = "";

    /// @param mayRun whether the other direction lets this one go on
    OneWay(String name, End sender, End receiver, LinkSettings settings, Clock clock, BooleanSupplier mayRun) {
        this.name = name;
        this.sender = sender;
        this.receiver = receiver;
        this.settings = settings;
        this.clock = clock;
        this.mayRun = mayRun;
        this.limit = settings.batch();
    }

    Progress progress() {
        return progress;
    }

    void end() {
        end.countDown();
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (end.getCount() > 0) {
            try {
                if (mayRun.getAsBoolean()) {
                    step();
                    progress.succeeded(clock.instant());
                    pause = FIRST_PAUSE;
                } else {
                    waitOrEnd(FIRST_PAUSE.toMillis());
                }
            } catch (IOException | RuntimeException failure) {
                standing = null;
                progress.failed(String.valueOf(failure.getMessage()));
                LOG.warnf("%s: next try in about %d ms: %s", name, pause.toMillis(), failure);
                waitOrEnd(pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis()));
                pause = longerThan(pause);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void step() throws IOException, InterruptedException {
        End.Standing at = standing();
        End.Piece piece = sender.feed(at.cursor(), limit, settings.patience(), at.recovering());
        progress.lag(piece.head() - piece.to() + piece.changes());
        if (piece.packed().length() > LARGEST && limit > 1) {
            limit = Math.max(1, limit / 2);
            return;
        }
        limit = Math.min(settings.batch(), limit * 2);
        boolean moves = piece.changes() > 0
                || piece.epoch() != at.cursor().epoch()
                || piece.from() != at.cursor().position()
                || piece.to() - at.cursor().position() >= SILENT_CHANGES;
        if (moves) {
            End.Cursor taken = receiver.take(piece);
            boolean beganAnew = piece.epoch() != at.cursor().epoch();
            // A new epoch may leave doubts behind, of which the receiver tells with its cursor.
            standing = beganAnew ? null : new End.Standing(taken, at.recovering(), at.doubts(), at.quarantined());
            progress.carried(piece.changes(), piece.packed().length());
        }
        if (piece.to() == piece.head()) {
            progress.lag(0);
            whenAllIsTaken(at);
        }
    }

    private void whenAllIsTaken(End.Standing at) throws IOException, InterruptedException {
        if (at.recovering()) {
            receiver.recovered();
            LOG.infof("%s: all is back that central had", name);
            standing = null;
        }
        boolean askedLately = asked && System.nanoTime() - askedAt < STANDING_IS_FRESH.toNanos();
        if (at.doubtsSomething() && !askedLately) {
            sender.answer(at.doubts());
            asked = true;
            askedAt = System.nanoTime();
            standing = null;
        }
    }

    private End.Standing standing() throws IOException, InterruptedException {
        End.Standing known = standing;
        boolean fresh = System.nanoTime() - standingSince < STANDING_IS_FRESH.toNanos();
        if (known == null || !fresh) {
            known = receiver.standing();
            standing = known;
            standingSince = System.nanoTime();
            tellTheSender(known.quarantined());
        }
        progress.recovers(known.recovering());
        return known;
    }

    /// What the receiver set aside is visible at the sender as well. No reason to stop if the sender cannot hear it.
    private void tellTheSender(String quarantined) throws IOException, InterruptedException {
        if (!quarantined.isEmpty() && !quarantined.equals(told)) {
            try {
                sender.hear(quarantined);
                told = quarantined;
            } catch (End.Refusal refused) {
                LOG.warnf("%s: the sender does not hear what is in quarantine: %s", name, refused.getMessage());
            }
        }
    }

    private void waitOrEnd(long millis) {
        try {
            if (end.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debugf("%s ended", name);
            }
        } catch (InterruptedException interrupted) {
            end();
        }
    }

    private static Duration longerThan(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
