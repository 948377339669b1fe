package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.sql.Sql;

/// What a node may send: its own changes from where the receiver is, and nothing else. A province believes the central
/// node about everybody's records but its own.
@ApplicationScoped
class CheckingBatches {

    private static final Logger LOG = Logger.getLogger(CheckingBatches.class);
    private static final Instant EPOCHS_BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    /// Clocks of nodes differ, by less than this.
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private static final String LOST = """
            select told.place
            from unnest(?::uuid[], ?::uuid[]) with ordinality as told (change_id, aggregate_id, place)
            where not exists (select from change
                              where change.aggregate_id = told.aggregate_id and change.change_id = told.change_id)
                and not exists (select from change_pending where change_pending.change_id = told.change_id)
            order by told.place
            """;

    /// Those of some records that are here, and whose they are.
    private static final String HERE_ALREADY = "select place, owner from owners_of(?::text[], ?::uuid[])";

    private final Sql sql;
    private final Homes homes;
    private final ThisNode here;
    private final Clock clock;

    CheckingBatches(Sql sql, Homes homes, ThisNode here, Clock clock) {
        this.sql = sql;
        this.homes = homes;
        this.here = here;
        this.clock = clock;
    }

    /// Refuses a batch that does not follow on from the cursor.
    void requireNext(Batch batch, Cursor cursor) {
        long latest =
                Duration.between(EPOCHS_BEGIN, clock.instant().plus(TOLERANCE)).toSeconds();
        if (batch.epoch() < cursor.epoch() || batch.epoch() > latest) {
            throw new Refused(BatchFault.WRONG_EPOCH, batch.epoch() + " where " + cursor.epoch() + " is known");
        }
        boolean follows =
                batch.epoch() == cursor.epoch() ? batch.from() == cursor.position() : batch.from() <= cursor.position();
        if (!follows || batch.from() < 0) {
            throw new Refused(BatchFault.NOT_AT_THE_CURSOR, batch.from() + " where " + cursor.position() + " is known");
        }
        if (batch.changes().stream().anyMatch(each -> each.originEpoch() > latest)) {
            throw new Refused(BatchFault.WRONG_EPOCH, "a change of an epoch to come");
        }
        long last = batch.from();
        for (SyncChange each : batch.changes()) {
            if (each.position() <= last) {
                throw new Refused(BatchFault.OUT_OF_ORDER, each.position() + " after " + last);
            }
            last = each.position();
        }
        if (last > batch.to() || batch.to() > batch.head()) {
            throw new Refused(BatchFault.OUT_OF_ORDER, last + " in a batch up to " + batch.to());
        }
    }

    /// The changes that the sender may make here.
    List<SyncChange> permitted(Batch batch) {
        Map<UUID, String> owners =
                homes.of(batch.changes().stream().map(SyncChange::ownerUnion).collect(Collectors.toSet()));
        return here.isCentral() ? ofItsOwn(batch, owners) : notOfOurs(batch, owners);
    }

    private List<SyncChange> ofItsOwn(Batch batch, Map<UUID, String> owners) {
        for (SyncChange each : batch.changes()) {
            boolean own =
                    each.originNode().equals(batch.sender()) && batch.sender().equals(owners.get(each.ownerUnion()));
            if (!own) {
                throw notTheSenders(batch, each, "made at " + each.originNode());
            }
            if (each.originEpoch() > batch.epoch()) {
                throw new Refused(BatchFault.WRONG_EPOCH, "a change of an epoch to come");
            }
        }
        homesOfKnown(batch.changes()).forEach((change, home) -> {
            if (!home.equals(batch.sender())) {
                throw notTheSenders(batch, change, "written at " + home);
            }
        });
        return batch.changes();
    }

    private static Refused notTheSenders(Batch batch, SyncChange change, String whose) {
        return new Refused(
                BatchFault.NOT_THE_SENDERS,
                "%s sent %s %s %s".formatted(batch.sender(), change.aggregateType(), change.aggregateId(), whose));
    }

    /// Where those of the records that are here are written, whatever the changes say.
    private Map<SyncChange, String> homesOfKnown(List<SyncChange> changes) {
        Map<SyncChange, UUID> owners = new LinkedHashMap<>();
        sql.list(
                        HERE_ALREADY,
                        row -> Map.entry(changes.get(row.getInt(1) - 1), row.getObject(2, UUID.class)),
                        changes.stream().map(SyncChange::aggregateType).toArray(String[]::new),
                        changes.stream().map(SyncChange::aggregateId).toArray(UUID[]::new))
                .forEach(each -> owners.put(each.getKey(), each.getValue()));
        Map<UUID, String> found = homes.of(Set.copyOf(owners.values()));
        Map<SyncChange, String> known = new LinkedHashMap<>();
        owners.forEach((change, owner) -> known.put(change, Objects.requireNonNull(found.get(owner))));
        return known;
    }

    /// What the central node tells of the own records is what this node told it before; only what was lost since is
    /// news.
    private List<SyncChange> notOfOurs(Batch batch, Map<UUID, String> owners) {
        List<SyncChange> ours = batch.changes().stream()
                .filter(each -> here.id().equals(owners.get(each.ownerUnion())))
                .toList();
        List<SyncChange> others = batch.changes().stream()
                .filter(each -> !here.id().equals(owners.get(each.ownerUnion())))
                .toList();
        Set<SyncChange> leftOut = new HashSet<>(ours);
        if (here.isRecovering()) {
            leftOut.removeAll(lost(ours));
        } else if (!ours.isEmpty()) {
            LOG.warnf("Left out: %s told of %d changes of own records", batch.sender(), ours.size());
        }
        homesOfKnown(others).forEach((change, home) -> {
            if (home.equals(here.id())) {
                LOG.warnf(
                        "Left out: %s told of the own %s %s as if it were another's",
                        batch.sender(), change.aggregateType(), change.aggregateId());
                leftOut.add(change);
            }
        });
        return batch.changes().stream().filter(each -> !leftOut.contains(each)).toList();
    }

    /// Which of the own changes are no longer in the log.
    private List<SyncChange> lost(List<SyncChange> ours) {
        List<Integer> places = sql.list(
                LOST,
                row -> row.getInt(1) - 1,
                ours.stream().map(SyncChange::changeId).toArray(UUID[]::new),
                ours.stream().map(SyncChange::aggregateId).toArray(UUID[]::new));
        return places.stream().map(ours::get).toList();
    }
}
