package vn.congdoan.vks.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Logged;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;

/// What a service logs of its records is enough to keep them elsewhere: another node that applies the latest states to
/// an empty database holds records that tell the same. Proven on everything that is in the test's database, so make
/// records of every kind and in every condition before.
public final class ReplicaContract {

    /// The latest state of each record, and what the replica is told with it.
    private static final String LATEST = """
            select distinct on (aggregate_id) aggregate_id, state,
                jsonb_build_object('id', aggregate_id, 'version', version, 'owner', owner_union_id,
                    'recorded', recorded_at, 'state', state)
            from change where aggregate_type = ? and kind <> 'WITHDRAWAL'
            order by aggregate_id, epoch desc, version desc, position desc
            """;

    /// The latest state of each record of a union below the central one, in the order of their places. Not of unions
    /// between which records went: what was said before that was right when it was said.
    private static final String OF_UNIONS = """
            select coalesce(jsonb_agg(jsonb_build_object('place', place - 1, 'id', aggregate_id, 'owner', owner_union_id,
                'stream', stream_key, 'state', state) order by place), '[]')
            from (
                select *, row_number() over (order by position) as place
                from (select distinct on (aggregate_id) * from change
                      where aggregate_type = ? and kind <> 'WITHDRAWAL'
                      order by aggregate_id, epoch desc, version desc, position desc) latest
                where owner_union_id not in (select union_id from directory_unit_version where parent_id is null)
                and owner_union_id not in (
                    select owner_union_id from change where aggregate_id in (
                        select aggregate_id from change group by aggregate_type, aggregate_id
                        having count(distinct owner_union_id) > 1))) below
            """;

    /// 5 and 5.000 are the same number.
    private static final Comparator<JsonNode> BY_VALUE = (one, other) ->
            one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                    ? 0
                    : one.equals(other) ? 0 : 1;

    private ReplicaContract() {}

    /// A kind of record that is logged and has no replica would stay behind when provinces synchronise.
    public static void everyKindHasAReplica() {
        assertEquals(
                types().stream().map(AggregateType::name).sorted().toList(),
                replicas().keySet().stream().map(AggregateType::name).sorted().toList());
    }

    /// @param atLeast how many records of each kind there must be, or the test would prove nothing; 1 where it does not
    ///         say
    public static void everythingLoggedIsKeptAlike(Map<AggregateType, Integer> atLeast) {
        bean(Changes.class).catchUp();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            List<Kind> kinds = kinds();
            for (Kind each : kinds) {
                assertTrue(
                        each.logged().size()
                                >= atLeast.getOrDefault(each.replica().type(), 1),
                        "Too few records to prove anything: "
                                + each.replica().type().name());
            }
            kinds.forEach(Kind::assertTheirOwners);
            // Over what is here: nothing changes.
            kinds.forEach(Kind::apply);
            kinds.forEach(Kind::assertKeptAlike);
            // From nothing. What is not published of the records stays behind without them for the moment.
            RunTimeRole.withoutRules(bean(Sql.class), () -> kinds.reversed().forEach(Kind::withdraw));
            kinds.forEach(Kind::assertGone);
            kinds.forEach(Kind::apply);
            bean(Sql.class).change("set constraints all immediate");
            kinds.forEach(Kind::assertKeptAlike);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /// Loses all records, makes them anew from the log, and does something with them; nothing of it stays.
    ///
    /// @param lose takes away what is not published of them, while no rule of the database holds
    public static void anewFromTheLog(Runnable before, Runnable lose, Runnable then) {
        bean(Changes.class).catchUp();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            List<Kind> kinds = kinds();
            before.run();
            RunTimeRole.withoutRules(bean(Sql.class), () -> {
                kinds.reversed().forEach(Kind::withdraw);
                lose.run();
            });
            kinds.forEach(Kind::apply);
            then.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /// All records of a kind as they were logged last.
    private record Kind(Replica replica, Map<UUID, Logging> logged) {

        void apply() {
            replica.apply(logged.values().stream().map(Logging::taken).collect(Collectors.joining(",", "[", "]")));
        }

        /// What a union's node logs is not taken for what it must not tell.
        void assertTheirOwners() {
            if (!replica.ownership().isCentralAlone()) {
                String told = bean(Sql.class)
                        .one(OF_UNIONS, row -> row.getString(1), replica.type().name())
                        .orElseThrow();
                assertEquals(
                        Optional.empty(),
                        bean(Sql.class)
                                .one(
                                        replica.ownership().worst(),
                                        row -> tree(told).get(row.getInt(1)).toString(),
                                        told),
                        "more than its owner's: " + replica.type().name());
            }
        }

        void withdraw() {
            replica.withdraw(logged.keySet().toArray(UUID[]::new));
        }

        void assertGone() {
            assertEquals(
                    Map.of(), held(), "after its withdrawal: " + replica.type().name());
        }

        void assertKeptAlike() {
            Map<UUID, Record> held = held();
            for (Logging each : logged.values()) {
                Record kept = held.get(each.id());
                String what = replica.type().name() + " " + each.id();
                if (kept == null) {
                    fail(what + " is not there");
                }
                assertTrue(
                        tree(each.state()).equals(BY_VALUE, tree(written(kept))),
                        () -> what + "\nlogged: " + each.state() + "\nkept:   " + written(kept));
            }
        }

        private Map<UUID, Record> held() {
            EntityManager entities = bean(EntityManager.class);
            entities.flush();
            entities.clear();
            return replica.held(logged.keySet());
        }
    }

    private static List<Kind> kinds() {
        Map<AggregateType, Replica> replicas = replicas();
        List<Kind> kinds = new ArrayList<>();
        for (AggregateType type : types()) {
            Replica replica = Objects.requireNonNull(replicas.get(type), type.name());
            kinds.add(new Kind(replica, latest(type)));
        }
        return kinds;
    }

    private record Logging(UUID id, String taken, String state) {}

    private static Map<UUID, Logging> latest(AggregateType type) {
        List<Logging> rows = bean(Sql.class)
                .list(
                        LATEST,
                        row -> new Logging(row.getObject(1, UUID.class), row.getString(3), row.getString(2)),
                        type.name());
        return rows.stream().collect(Collectors.toMap(Logging::id, Function.identity()));
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Record state) {
        try {
            return bean(ObjectMapper.class)
                    .copy()
                    .setDefaultPropertyInclusion(Include.NON_NULL)
                    .writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<AggregateType> types() {
        return bean(Logged.class).types();
    }

    private static Map<AggregateType, Replica> replicas() {
        return Arc.container().listAll(Replica.class).stream()
                .map(handle -> handle.get())
                .collect(Collectors.toMap(Replica::type, Function.identity()));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
