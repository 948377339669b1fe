package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.sql.Sql;

/// Puts changes of another node where they belong: into the records, as far as they are newer than what is here, and
/// into the log of this node, from which others here learn of them.
@ApplicationScoped
class TakingChanges {

    private static final String KNOWN = """
            select aggregate_type, aggregate_id, origin_epoch, version, doubted, audience
            from replica join unnest(?::text[], ?::uuid[]) as arriving (aggregate_type, aggregate_id)
                using (aggregate_id, aggregate_type)
            """;

    private static final String KNOWN_NOW = """
            insert into replica (aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience)
            select aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience::uuid[]
            from unnest(?::text[], ?::uuid[], ?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::text[])
                as told (aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience)
            on conflict (aggregate_id, aggregate_type) do update set origin_epoch = excluded.origin_epoch,
                version = excluded.version, sender = excluded.sender, position = excluded.position,
                audience = excluded.audience, doubted = false
            """;

    private static final String NO_LONGER_HERE = """
            delete from replica using unnest(?::text[], ?::uuid[]) as gone (aggregate_type, aggregate_id)
            where (replica.aggregate_type, replica.aggregate_id) = (gone.aggregate_type, gone.aggregate_id)
            """;

    private static final String OURS_NOW = "select adopt_records(?, ?::uuid[], ?)";

    private static final String LOG_AGAIN = """
            insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
                origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id, recorded_at,
                effective_date, happened, schema_version, state)
            select change_id::uuid, kind, aggregate_type, aggregate_id::uuid, stream_key::uuid, version::bigint,
                origin_node, origin_epoch::int, origin_position::bigint, owner_union_id::uuid, audience::uuid[], actor,
                assignment_id::uuid, request_id, recorded_at::timestamptz, effective_date::date, happened,
                schema_version::int, state::jsonb
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as again (change_id,
                kind, aggregate_type, aggregate_id, stream_key, version, origin_node, origin_epoch, origin_position,
                owner_union_id, audience, actor, assignment_id, request_id, recorded_at, effective_date, happened,
                schema_version, state, place)
            order by place
            """;

    private final Sql sql;
    private final Homes homes;
    private final ThisNode here;
    private final Map<AggregateType, Replica> replicas;
    private final Map<AggregateType, CheckingStates> checks;
    private final Map<String, AggregateType> types;

    @Inject
    TakingChanges(Sql sql, Homes homes, ThisNode here, Replicas replicas) {
        this(sql, homes, here, replicas.inOrder());
    }

    /// @param inOrder what others refer to comes before them
    TakingChanges(Sql sql, Homes homes, ThisNode here, List<Replica> inOrder) {
        this.sql = sql;
        this.homes = homes;
        this.here = here;
        this.replicas = new LinkedHashMap<>();
        this.checks = new HashMap<>();
        inOrder.forEach(each -> {
            replicas.put(each.type(), each);
            checks.put(each.type(), new CheckingStates(sql, each));
        });
        this.types =
                inOrder.stream().map(Replica::type).collect(Collectors.toMap(AggregateType::name, Function.identity()));
    }

    /// Whether this software knows the kind and shape of a change.
    boolean knows(SyncChange change) {
        AggregateType type = types.get(change.aggregateType());
        return type != null
                && change.schemaVersion() <= type.schemaVersion()
                && (change.kind() == ChangeKind.WITHDRAWAL || type.happenings().contains(change.type()));
    }

    /// Whether records of a kind may pass to a union whose home is another node.
    boolean canBeGiven(String kind) {
        AggregateType type = types.get(kind);
        return type != null
                && Objects.requireNonNull(replicas.get(type)).ownership().canBeGiven();
    }

    /// Takes what is newer. All changes are of kinds that are known here. What was told before a record was given is
    /// judged by whose it was then.
    ///
    /// @throws NotTheOwners if a province tells of what is not its own
    void take(String sender, List<SyncChange> changes) {
        Map<UUID, String> owners =
                homes.of(changes.stream().map(SyncChange::ownerUnion).collect(Collectors.toSet()));
        int begun = 0;
        for (int place = 1; here.isCentral() && place < changes.size(); place++) {
            boolean given = !sender.equals(owners.get(changes.get(place).ownerUnion()));
            boolean givenBefore =
                    !sender.equals(owners.get(changes.get(place - 1).ownerUnion()));
            if (given && !givenBefore) {
                takeTogether(sender, changes.subList(begun, place), owners);
                begun = place;
            }
        }
        takeTogether(sender, changes.subList(begun, changes.size()), owners);
    }

    private void takeTogether(String sender, List<SyncChange> changes, Map<UUID, String> owners) {
        List<SyncChange> newer = newer(changes);
        if (newer.isEmpty()) {
            return;
        }
        logAgain(newer);
        // A record that this node takes back was withdrawn from others, not from its home.
        Set<UUID> ours = here.isRecovering() ? homes.at(here.id()) : Set.of();
        Map<Named, SyncChange> latest = new LinkedHashMap<>();
        newer.stream()
                .filter(each -> each.kind() != ChangeKind.WITHDRAWAL || !ours.contains(each.ownerUnion()))
                .forEach(each -> latest.put(Named.of(each), each));
        Map<String, List<SyncChange>> states = new LinkedHashMap<>();
        Map<String, List<SyncChange>> withdrawals = new LinkedHashMap<>();
        latest.values()
                .forEach(each -> (each.kind() == ChangeKind.WITHDRAWAL ? withdrawals : states)
                        .computeIfAbsent(each.aggregateType(), type -> new ArrayList<>())
                        .add(each));
        Map<String, List<SyncChange>> judged =
                here.isCentral() ? newer.stream().collect(Collectors.groupingBy(SyncChange::aggregateType)) : Map.of();
        replicas.forEach((type, replica) -> {
            // What it refers to stands before it, and is here by now.
            Objects.requireNonNull(checks.get(type)).require(judged.getOrDefault(type.name(), List.of()));
            List<SyncChange> some = states.get(type.name());
            if (some != null) {
                replica.apply(json(some));
            }
        });
        List.copyOf(replicas.keySet()).reversed().forEach(type -> {
            List<SyncChange> some = withdrawals.get(type.name());
            if (some != null) {
                Objects.requireNonNull(replicas.get(type)).withdraw(ids(some));
            }
        });
        List<SyncChange> kept = states.values().stream().flatMap(List::stream).toList();
        remember(sender, kept, owners);
        adopt(kept, owners);
        forget(withdrawals.values().stream().flatMap(List::stream).toList());
    }

    private record Named(String type, UUID id) {

        static Named of(SyncChange change) {
            return new Named(change.aggregateType(), change.aggregateId());
        }
    }

    /// Which of the changes tell more than is known, each after those before it. What is doubted gives way to anything;
    /// where that is older, those who read here must forget the newer one first.
    private List<SyncChange> newer(List<SyncChange> changes) {
        Map<Named, Known> known = known(changes);
        List<SyncChange> newer = new ArrayList<>();
        for (SyncChange each : changes) {
            Named record = Named.of(each);
            Known before = known.get(record);
            if (each.kind() != ChangeKind.WITHDRAWAL) {
                if (before == null || before.givesWayTo(each)) {
                    if (before != null && before.isNewerThan(each)) {
                        newer.add(each.asWithdrawalOf(before.epoch(), before.version(), before.audience()));
                    }
                    known.put(record, Known.of(each));
                    newer.add(each);
                }
            } else if (before != null && (before.doubted() || !before.isNewerThan(each))) {
                known.remove(record);
                newer.add(
                        before.doubted()
                                ? each.asWithdrawalOf(before.epoch(), before.version(), before.audience())
                                : each);
            }
        }
        return newer;
    }

    private Map<Named, Known> known(List<SyncChange> changes) {
        Map<Named, Known> known = new HashMap<>();
        sql.list(
                        KNOWN,
                        row -> Map.entry(new Named(row.getString(1), row.getObject(2, UUID.class)), Known.read(row)),
                        column(changes, SyncChange::aggregateType),
                        ids(changes))
                .forEach(each -> known.put(each.getKey(), each.getValue()));
        return known;
    }

    /// The version of a record that is here.
    ///
    /// @param audience to whom it was told; null: to everybody
    private record Known(
            int epoch,
            long version,
            boolean doubted,
            @Nullable List<UUID> audience) {

        static Known of(SyncChange change) {
            return new Known(change.originEpoch(), change.version(), false, change.audience());
        }

        static Known read(ResultSet row) throws SQLException {
            Array audience = row.getArray(6);
            return new Known(
                    row.getInt(3),
                    row.getLong(4),
                    row.getBoolean(5),
                    audience == null ? null : List.of((UUID[]) audience.getArray()));
        }

        /// The same version to another audience tells nothing new of the record, but of who may know it.
        boolean givesWayTo(SyncChange change) {
            return doubted
                    || isOlderThan(change)
                    || (!isNewerThan(change) && !Objects.equals(audience, change.audience()));
        }

        private boolean isOlderThan(SyncChange change) {
            return epoch < change.originEpoch() || (epoch == change.originEpoch() && version < change.version());
        }

        boolean isNewerThan(SyncChange change) {
            return epoch > change.originEpoch() || (epoch == change.originEpoch() && version > change.version());
        }
    }

    /// Records that others gave to a union that is written for here.
    private void adopt(List<SyncChange> changes, Map<UUID, String> owners) {
        List<SyncChange> ours = changes.stream()
                .filter(each -> here.id().equals(owners.get(each.ownerUnion())))
                .filter(each -> !each.originNode().equals(here.id()))
                .toList();
        if (!ours.isEmpty()) {
            int epoch = ours.stream().mapToInt(SyncChange::originEpoch).max().orElseThrow();
            sql.one(OURS_NOW, row -> true, column(ours, SyncChange::aggregateType), ids(ours), epoch);
        }
    }

    /// From the central node's point of view what a province gave to another one comes from that one next.
    private void remember(String sender, List<SyncChange> changes, Map<UUID, String> owners) {
        if (!changes.isEmpty()) {
            sql.change(
                    KNOWN_NOW,
                    column(changes, SyncChange::aggregateType),
                    ids(changes),
                    column(changes, SyncChange::originEpoch),
                    column(changes, SyncChange::version),
                    column(changes, each -> here.isCentral() ? owners.get(each.ownerUnion()) : sender),
                    column(
                            changes,
                            each -> here.isCentral() && !sender.equals(owners.get(each.ownerUnion()))
                                    ? 0
                                    : each.position()),
                    column(changes, TakingChanges::audience));
        }
    }

    private void forget(List<SyncChange> changes) {
        if (!changes.isEmpty()) {
            sql.change(NO_LONGER_HERE, column(changes, SyncChange::aggregateType), ids(changes));
        }
    }

    private void logAgain(List<SyncChange> changes) {
        sql.change(
                LOG_AGAIN,
                column(changes, SyncChange::changeId),
                column(changes, SyncChange::kind),
                column(changes, SyncChange::aggregateType),
                column(changes, SyncChange::aggregateId),
                column(changes, SyncChange::streamKey),
                column(changes, SyncChange::version),
                column(changes, SyncChange::originNode),
                column(changes, SyncChange::originEpoch),
                column(changes, SyncChange::originPosition),
                column(changes, SyncChange::ownerUnion),
                column(changes, TakingChanges::audience),
                column(changes, SyncChange::actor),
                column(changes, SyncChange::assignmentId),
                column(changes, SyncChange::requestId),
                column(changes, SyncChange::recordedAt),
                column(changes, SyncChange::effectiveDate),
                column(changes, SyncChange::type),
                column(changes, SyncChange::schemaVersion),
                column(changes, SyncChange::state));
    }

    /// In PostgreSQL's notation of an array.
    private static @Nullable String audience(SyncChange change) {
        return change.audience() == null
                ? null
                : change.audience().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID[] ids(List<SyncChange> changes) {
        return changes.stream().map(SyncChange::aggregateId).toArray(UUID[]::new);
    }

    private static @Nullable String[] column(List<SyncChange> changes, Function<SyncChange, @Nullable Object> value) {
        return changes.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }

    private static String json(List<SyncChange> changes) {
        return changes.stream()
                .map(each -> """
                        {"id":"%s","version":%d,"owner":"%s","recorded":"%s","state":%s}""".formatted(
                                each.aggregateId(), each.version(), each.ownerUnion(), each.recordedAt(), each.state()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
