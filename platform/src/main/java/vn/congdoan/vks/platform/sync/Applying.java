package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.sql.Sql;

/// Applies the changes of another node in the transaction of the caller. All at once as a rule; where that fails one by
/// one, so that what cannot be applied is set aside together with what must not overtake it, and the rest goes on.
@ApplicationScoped
class Applying {

    private static final Logger LOG = Logger.getLogger(Applying.class);

    private final Sql sql;
    private final TakingChanges taking;
    private final Quarantine quarantine;

    Applying(Sql sql, TakingChanges taking, Quarantine quarantine) {
        this.sql = sql;
        this.taking = taking;
        this.quarantine = quarantine;
    }

    void apply(String sender, List<SyncChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Quarantined> before = quarantine.inTheStreamsOf(sender, changes);
        boolean known = changes.stream().allMatch(taking::knows);
        if (before.isEmpty() && known && attempt(sender, changes, changes).isEmpty()) {
            return;
        }
        oneByOne(sender, before, changes);
    }

    /// Tries again what was set aside, oldest first.
    ///
    /// @return how many changes are no longer set aside
    int retry(String sender) {
        List<Quarantined> before = quarantine.of(sender);
        return before.isEmpty() ? 0 : oneByOne(sender, before, List.of());
    }

    /// Tries again what was set aside of one stream.
    void retry(String sender, UUID stream) {
        List<Quarantined> before = quarantine.inStream(sender, stream);
        if (!before.isEmpty()) {
            oneByOne(sender, before, List.of());
        }
    }

    private int oneByOne(String sender, List<Quarantined> before, List<SyncChange> changes) {
        List<SyncChange> all = Stream.concat(before.stream().map(Quarantined::change), changes.stream())
                .toList();
        OneByOne.Left left = OneByOne.play(all, taking::knows, some -> attempt(sender, some, changes));
        int released = 0;
        for (Quarantined each : before) {
            Optional<OneByOne.SetAside> still = left.of(each.change());
            if (still.isPresent()) {
                quarantine.triedAgain(each.id(), still.get());
            } else {
                quarantine.release(each.id());
                released++;
            }
        }
        for (SyncChange each : changes) {
            left.of(each).ifPresent(aside -> {
                LOG.warnf(
                        "Set aside: %s %s of %s, %s: %s",
                        each.aggregateType(), each.aggregateId(), sender, aside.reason(), aside.detail());
                quarantine.put(sender, aside);
            });
        }
        return released;
    }

    /// All of them or none.
    ///
    /// @param arriving what the sender tells now: nothing in it may be of what is not its own
    /// @return why none, in words without data of the records; empty if all
    private Optional<String> attempt(String sender, List<SyncChange> changes, List<SyncChange> arriving) {
        sql.change("savepoint before_changes");
        try {
            taking.take(sender, changes);
            sql.change("set constraints all immediate");
            sql.change("set constraints all deferred");
            sql.change("release savepoint before_changes");
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (failure instanceof NotTheOwners beyond && beyond.isForeign() && arriving.contains(beyond.change())) {
                throw new Refused(
                        BatchFault.NOT_THE_SENDERS,
                        "%s told of what is not its own by %s".formatted(sender, beyond.getMessage()));
            }
            String detail = ApplyFailure.of(failure).orElseThrow(() -> failure);
            LOG.debugf(failure, "%d changes of %s", changes.size(), sender);
            sql.change("rollback to savepoint before_changes");
            sql.change("release savepoint before_changes");
            return Optional.of(detail);
        }
    }
}
