package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.ChangeKind;
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

    /// What came from a node of a version that it gave away.
    private static final String TOLD = """
            with told (aggregate_type, aggregate_id, origin_node, origin_epoch, version, owner_union_id) as (
                select ?::text, ?::uuid, ?::text, ?::int, ?::bigint, ?::uuid)
            select exists (select from change_pending natural join told) or exists (select from change natural join told)
            """;

    private final Sql sql;
    private final Homes homes;
    private final ThisNode here;
    private final TakingChanges taking;
    private final Clock clock;

    CheckingBatches(Sql sql, Homes homes, ThisNode here, TakingChanges taking, Clock clock) {
        this.sql = sql;
        this.homes = homes;
        this.here = here;
        this.taking = taking;
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
        Map<UUID, String> told =
                homes.of(batch.changes().stream().map(SyncChange::ownerUnion).collect(Collectors.toSet()));
        Whose whose = new Whose(ownersOfKnown(batch.changes()), told);
        return here.isCentral() ? ofItsOwn(batch, whose) : notOfOurs(batch, whose);
    }

    /// Where the records of a batch are written: first as is known here, then as the changes before say.
    private static final class Whose {

        private record Named(String type, UUID id) {

            static Named of(SyncChange change) {
                return new Named(change.aggregateType(), change.aggregateId());
            }
        }

        private final Map<Named, String> known = new HashMap<>();
        private final Map<UUID, String> told;

        Whose(Map<SyncChange, String> homes, Map<UUID, String> told) {
            homes.forEach((change, home) -> known.put(Named.of(change), home));
            this.told = told;
        }

        /// Where the record is written; null: nobody knows it here.
        @Nullable
        String before(SyncChange change) {
            return known.get(Named.of(change));
        }

        /// Where the union is written for that the change names.
        String after(SyncChange change) {
            return Objects.requireNonNull(told.get(change.ownerUnion()));
        }

        void take(SyncChange change) {
            if (change.kind() != ChangeKind.WITHDRAWAL) {
                known.put(Named.of(change), after(change));
            }
        }
    }

    /// A province writes its own, and may give some of it to others: then it is theirs.
    private List<SyncChange> ofItsOwn(Batch batch, Whose whose) {
        String sender = batch.sender();
        List<SyncChange> permitted = new ArrayList<>();
        for (SyncChange each : batch.changes()) {
            if (!each.originNode().equals(sender)) {
                throw notTheSenders(batch, each, "made at " + each.originNode());
            }
            if (each.originEpoch() > batch.epoch()) {
                throw new Refused(BatchFault.WRONG_EPOCH, "a change of an epoch to come");
            }
            String home = whose.before(each);
            boolean stays = whose.after(each).equals(sender);
            if (!stays && !sender.equals(home) && isToldAlready(each)) {
                LOG.warnf("Left out: %s told again what it gave away, %s", sender, each.aggregateId());
                continue;
            }
            if (home != null && !home.equals(sender)) {
                throw notTheSenders(batch, each, "written at " + home);
            }
            if (!stays && (home == null || !isGivable(each))) {
                throw notTheSenders(batch, each, "of a union that is written for at " + whose.after(each));
            }
            whose.take(each);
            permitted.add(each);
        }
        return permitted;
    }

    private boolean isGivable(SyncChange change) {
        return change.kind() == ChangeKind.STATE && taking.canBeGiven(change.aggregateType());
    }

    private boolean isToldAlready(SyncChange change) {
        return sql.one(
                        TOLD,
                        row -> row.getBoolean(1),
                        change.aggregateType(),
                        change.aggregateId(),
                        change.originNode(),
                        change.originEpoch(),
                        change.version(),
                        change.ownerUnion())
                .orElse(false);
    }

    private static Refused notTheSenders(Batch batch, SyncChange change, String whose) {
        return new Refused(
                BatchFault.NOT_THE_SENDERS,
                "%s sent %s %s %s".formatted(batch.sender(), change.aggregateType(), change.aggregateId(), whose));
    }

    /// Where those of the records that are here are written, whatever the changes say.
    private Map<SyncChange, String> ownersOfKnown(List<SyncChange> changes) {
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
    /// news, that a record was given away among it. And what others give to this node is new here.
    private List<SyncChange> notOfOurs(Batch batch, Whose whose) {
        Set<SyncChange> lost = here.isRecovering() ? lost(batch.changes()) : Set.of();
        List<SyncChange> permitted = new ArrayList<>();
        for (SyncChange each : batch.changes()) {
            boolean ours = here.id().equals(whose.before(each));
            boolean oursNow = here.id().equals(whose.after(each));
            boolean madeHere = each.originNode().equals(here.id());
            boolean news = ours
                    ? (oursNow || madeHere) && lost.contains(each)
                    : !oursNow || lost.contains(each) || (!madeHere && isGivable(each));
            if (news) {
                whose.take(each);
                permitted.add(each);
            } else {
                LOG.warnf(
                        "Left out: %s told of the own %s %s", batch.sender(), each.aggregateType(), each.aggregateId());
            }
        }
        return permitted;
    }

    /// Which of the own changes are no longer in the log.
    private Set<SyncChange> lost(List<SyncChange> ours) {
        List<Integer> places = sql.list(
                LOST,
                row -> row.getInt(1) - 1,
                ours.stream().map(SyncChange::changeId).toArray(UUID[]::new),
                ours.stream().map(SyncChange::aggregateId).toArray(UUID[]::new));
        return places.stream().map(ours::get).collect(Collectors.toSet());
    }
}
