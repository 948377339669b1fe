package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.Sequencer;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// What two nodes say to each other, the same at both ends.
@ApplicationScoped
class Contact {

    /// Lines of JSON, packed by gzip.
    static final String LINES = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(Contact.class);
    private static final int MOST_CHANGES = 5_000;
    private static final int DOUBTS = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Feeding feeding;
    private final Receiving receiving;
    private final Readers readers;
    private final Quarantine quarantine;
    private final Doubts doubts;
    private final SyncLines lines;
    private final Sequencer sequencer;

    Contact(
            Feeding feeding,
            Receiving receiving,
            Readers readers,
            Quarantine quarantine,
            Doubts doubts,
            SyncLines lines,
            Sequencer sequencer) {
        this.feeding = feeding;
        this.receiving = receiving;
        this.readers = readers;
        this.quarantine = quarantine;
        this.doubts = doubts;
        this.lines = lines;
        this.sequencer = sequencer;
    }

    /// Where a reader is, and how it wants to read on.
    ///
    /// @param seconds how long it would wait for something new
    record Asked(
            @Nullable Integer epoch,
            @Nullable Long after,
            @Nullable Integer limit,
            @Nullable Integer seconds) {}

    /// The next piece of this node's feed, packed.
    Response feed(Feeding.Reader reader, Asked asked) {
        int limit = asked.limit() == null ? 1_000 : asked.limit();
        if (limit < 1 || limit > MOST_CHANGES) {
            throw Invalid.parameter("limit", "out-of-range");
        }
        int wait = asked.seconds() == null ? 0 : asked.seconds();
        if (wait < 0 || wait > LONGEST_WAIT.toSeconds()) {
            throw Invalid.parameter("wait", "out-of-range");
        }
        Cursor cursor =
                new Cursor(asked.epoch() == null ? 0 : asked.epoch(), asked.after() == null ? 0 : asked.after());
        if (cursor.epoch() < 0) {
            throw Invalid.parameter("epoch", "unknown-epoch");
        }
        if (cursor.position() < 0) {
            throw Invalid.parameter("after", "not-a-position");
        }
        readers.came(reader.node(), cursor);
        return packed(feeding.after(cursor, reader, limit, Duration.ofSeconds(wait)));
    }

    /// Headers tell what is in it, so that who only carries it need not unpack it. Packed as it is: it is sent on so.
    private Response packed(Batch batch) {
        return Response.ok(lines.packed(batch))
                .header("Sync-Epoch", batch.epoch())
                .header("Sync-From", batch.from())
                .header("Sync-To", batch.to())
                .header("Sync-Head", batch.head())
                .header("Sync-Changes", batch.changes().size())
                .build();
    }

    /// How far the other's feed is taken here, and what is doubted of it. Asked for every minute, so it is the time
    /// to try again what was set aside.
    Standing standing(String sender) {
        if (receiving.retry(sender) > 0) {
            sequencer.wake();
        }
        Cursor cursor = receiving.cursor(sender);
        return new Standing(cursor.epoch(), cursor.position(), doubts.of(sender, DOUBTS), quarantine.summary(sender));
    }

    /// Takes a batch of the other's.
    Cursor take(String sender, InputStream packed) {
        Batch batch;
        try {
            batch = lines.unpacked(packed);
        } catch (IOException unreadable) {
            throw new Invalid("", "not-a-batch");
        }
        if (!batch.sender().equals(sender)) {
            LOG.warnf("Refused a batch: %s sent one of %s", sender, batch.sender());
            throw new Forbidden("not-your-record");
        }
        try {
            Cursor moved = receiving.take(batch);
            sequencer.wake();
            return moved;
        } catch (Refused refused) {
            LOG.warnf("Refused a batch of %s: %s", sender, refused.getMessage());
            Cursor known = receiving.cursor(sender);
            Map<String, Object> place = Map.of("epoch", known.epoch(), "position", known.position());
            throw switch (refused.fault()) {
                case NOT_AT_THE_CURSOR -> new Conflict("cursor-elsewhere", place);
                case WRONG_EPOCH -> new Conflict("wrong-epoch", place);
                case NOT_THE_SENDERS -> new Forbidden("not-your-record");
                case OUT_OF_ORDER -> new Unprocessable("", "batch-out-of-order");
            };
        }
    }

    /// The other tells what of this node's changes it has set aside.
    void hear(Feeding.Reader reader, SetAsideThere aside) {
        readers.told(reader.node(), aside);
    }

    /// Tells records again that the other doubts.
    void answer(Feeding.Reader reader, List<Doubts.Named> doubted) {
        doubts.answer(doubted, reader);
        sequencer.wake();
    }
}
