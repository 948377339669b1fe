package vn.congdoan.vks.membership.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A province keeps what central registers, and learns by it what it writes itself.
@NullMarked
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@TestProfile(NodeReplicaTest.OfAProvince.class)
class NodeReplicaTest {

    private static final Instant THEN = Instant.parse("2026-12-01T02:30:00.123456Z");

    private final UnitId central = new UnitId(UUID.randomUUID());

    @Inject
    NodeReplica replica;

    @Inject
    KnownNodes known;

    @Inject
    ChangeLog log;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    /// The node's name, and nobody who would become the first ADMIN.
    public static final class OfAProvince implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vks.node.id", "qng", "vks.bootstrap.admin-subject", "");
        }
    }

    @BeforeEach
    void knowCentral() {
        know(central);
    }

    @Test
    void what_is_kept_tells_what_was_taken() {
        NodeState active = state("nan", NodeStatus.ACTIVE, THEN);
        NodeState preparing = state("hue", NodeStatus.PREPARING, null);
        NodeState suspended = state("dno", NodeStatus.SUSPENDED, THEN);
        take(0, active, preparing, suspended);

        assertEquals(List.of(active, preparing, suspended), held(active, preparing, suspended));
        assertEquals("nan", known.ofUnions(Set.of(active.unionId())).getFirst().name());
        assertEquals(
                true, known.ofUnions(Set.of(suspended.unionId())).getFirst().isSuspended());

        NodeState later = new NodeState(
                preparing.id(),
                "hue",
                preparing.unionId(),
                NodeStatus.ACTIVE,
                List.of(),
                THEN.plusSeconds(60),
                preparing.ownerUnionId(),
                preparing.recordedAt());
        take(3, later);
        take(3, later);
        assertEquals(List.of(later), held(later));
        assertEquals(List.of("hue"), homeOf(later));
    }

    @Test
    void records_are_written_where_the_node_has_been_active() {
        NodeState own = state("qng", NodeStatus.ACTIVE, THEN);
        NodeState suspended = state("ktm", NodeStatus.SUSPENDED, THEN);
        NodeState neverActive = state("lsn", NodeStatus.SUSPENDED, null);
        NodeState preparing = state("cbg", NodeStatus.PREPARING, null);
        assertThrows(Conflict.class, () -> write(own));
        take(0, own, suspended, neverActive, preparing);

        assertEquals(List.of("qng"), homeOf(own));
        assertEquals(List.of("ktm"), homeOf(suspended));
        assertEquals(List.of(), homeOf(neverActive));
        assertEquals(List.of(), homeOf(preparing));
        write(own);
        assertThrows(Conflict.class, () -> write(suspended));
        assertThrows(Conflict.class, () -> write(preparing));
    }

    @Test
    void withdrawn_it_is_gone_and_its_records_are_written_where_they_were() {
        NodeState node = state("bth", NodeStatus.ACTIVE, THEN);
        take(0, node);
        QuarkusTransaction.requiringNew()
                .run(() -> replica.withdraw(new UUID[] {node.id().value()}));

        assertEquals(List.of(), held(node));
        assertEquals(List.of("bth"), homeOf(node));
    }

    /// Of a union that is known here.
    private NodeState state(String name, NodeStatus status, @Nullable Instant activatedAt) {
        UnitId union = new UnitId(UUID.randomUUID());
        know(union);
        return new NodeState(new NodeId(UUID.randomUUID()), name, union, status, List.of(), activatedAt, central, THEN);
    }

    private void know(UnitId unit) {
        sql.change(
                "insert into unit (unit_id, version, created_as, recorded_at, changed_at) values (?, 0, '', now(), now())",
                unit.value());
    }

    private record Taken(UUID id, long version, UUID owner, Instant recorded, NodeState state) {}

    private void take(long version, NodeState... states) {
        List<Taken> taken = new ArrayList<>();
        for (NodeState each : states) {
            taken.add(new Taken(each.id().value(), version, central.value(), THEN, each));
        }
        try {
            String told = json.writeValueAsString(taken);
            QuarkusTransaction.requiringNew().run(() -> replica.apply(told));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Record> held(NodeState... states) {
        List<UUID> ids = new ArrayList<>();
        for (NodeState each : states) {
            ids.add(each.id().value());
        }
        Map<UUID, Record> held = QuarkusTransaction.requiringNew().call(() -> replica.held(ids));
        return ids.stream().filter(held::containsKey).map(held::get).toList();
    }

    private List<String> homeOf(NodeState node) {
        return sql.list(
                "select node from home where union_id = ?",
                row -> row.getString(1),
                node.unionId().value());
    }

    /// A record of the node's union, here.
    private void write(NodeState node) {
        Change change = Change.of(
                NodeState.TYPE,
                UUID.randomUUID(),
                0,
                "registered",
                LocalDate.of(2026, 12, 1),
                node.unionId(),
                Audience.everybody(),
                node);
        QuarkusTransaction.requiringNew().run(() -> log.append(change));
    }
}
