package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.problem.Causes;

/// A record passes from one home to another: at every moment one node writes it, and all hold the same in the end.
class GivingTest {

    private static final UUID CENTRAL = new UUID(1, 1);
    private static final UUID A = new UUID(1, 2);
    private static final UUID B = new UUID(1, 3);
    private static SimulatedNode central;
    private static SimulatedNode a;
    private static SimulatedNode b;

    @BeforeAll
    static void start() {
        central = new SimulatedNode(ThisNode.CENTRAL, CENTRAL);
        a = new SimulatedNode("a", A);
        b = new SimulatedNode("b", B);
    }

    @BeforeEach
    void clear() {
        List.of(central, a, b).forEach(each -> each.clear(List.of(a, b)));
    }

    @Test
    void a_home_gives_what_is_its_own_and_writes_it_no_more() {
        UUID topic = topicOf(a, A);
        a.give(topic, CENTRAL);
        assertEquals(List.of("topic " + topic + " 2 central"), a.replicas());
        assertEquals("VK001", refusal(() -> a.rename(topic, A)));
        assertEquals("VK001", refusal(() -> a.give(topic, B)));
        assertEquals("VK001", refusal(() -> a.rename(topic, CENTRAL)));
    }

    @Test
    void nothing_passes_without_being_given() {
        UUID topic = topicOf(a, A);
        assertEquals("VK001", refusal(() -> a.passOn(topic, CENTRAL)));
        assertEquals(1, a.held(A).size());
    }

    @Test
    void nobody_gives_what_is_anothers_or_moves() {
        UUID topic = topicOf(central, CENTRAL);
        pass(central, a);
        assertEquals("VK001", refusal(() -> a.give(topic, B)));
        central.run("insert into home (union_id, node, moving_to) values ('" + CENTRAL + "', 'central', 'c')");
        assertEquals("VK001", refusal(() -> central.give(topic, A)));
    }

    @Test
    void the_new_home_writes_on_and_the_old_one_reads_it() {
        UUID topic = topicOf(a, A);
        a.give(topic, CENTRAL);
        pass(a, central);
        central.rename(topic, CENTRAL);
        assertEquals(List.of(), central.replicas());
        pass(central, a);
        assertEquals(central.held(CENTRAL), a.held(CENTRAL));
        assertEquals(List.of("topic " + topic + " 3 central"), a.replicas());
    }

    @Test
    void what_the_central_node_gives_is_the_provinces() {
        UUID topic = topicOf(central, CENTRAL);
        central.give(topic, A);
        pass(central, a);
        a.rename(topic, A);
        pass(a, central);
        assertEquals(a.held(A), central.held(A));
        assertEquals(3, version(central, A));
    }

    @Test
    void whoever_gave_it_hears_that_the_new_home_shows_it_to_others_only() {
        UUID topic = topicOf(a, A);
        a.give(topic, CENTRAL);
        pass(a, central);
        central.show(topic, B);
        pass(central, a);
        pass(central, b);
        assertEquals(Set.of(), a.held(CENTRAL).keySet());
        assertEquals(Set.of("topic " + topic), b.held(CENTRAL).keySet());
    }

    @Test
    void and_so_does_the_central_node_of_what_it_gave() {
        UUID topic = topicOf(central, CENTRAL);
        central.give(topic, A);
        pass(central, a);
        pass(central, b);
        a.show(topic, CENTRAL);
        pass(a, central);
        pass(central, b);
        assertEquals(Set.of("topic " + topic), central.held(A).keySet());
        assertEquals(Set.of(), b.held(A).keySet());
        a.show(topic, A);
        pass(a, central);
        assertEquals(Set.of(), central.held(A).keySet());
    }

    @Test
    void between_two_provinces_it_passes_through_the_central_node_and_may_come_back() {
        UUID topic = topicOf(a, A);
        a.give(topic, B);
        pass(a, central);
        assertEquals(List.of("topic " + topic + " 2 b"), central.replicas());
        pass(central, b);
        b.rename(topic, B);
        b.give(topic, A);
        pass(b, central);
        pass(central, a);
        assertEquals(List.of(), a.replicas());
        a.rename(topic, A);
        pass(a, central);
        pass(central, b);
        for (SimulatedNode each : List.of(central, a, b)) {
            assertEquals(5, version(each, A), each.name());
        }
    }

    @Test
    void its_versions_go_on_comparing_in_an_epoch_that_is_no_older() {
        a.backUp();
        a.restore(1_001);
        a.recovered();
        UUID topic = topicOf(a, A);
        a.give(topic, CENTRAL);
        pass(a, central);
        assertTrue(central.epoch() >= 1_001, "epoch " + central.epoch());
        central.rename(topic, CENTRAL);
        pass(central, a);
        assertEquals(central.held(CENTRAL), a.held(CENTRAL));
    }

    @Test
    void what_was_said_before_it_was_given_is_judged_by_whose_it_was_then() {
        UUID topic = topicOf(a, A);
        a.label(A, topic);
        a.rename(topic, A);
        a.give(topic, CENTRAL);
        a.write(A);
        pass(a, central);
        assertEquals(a.held(CENTRAL), central.held(CENTRAL));
        assertEquals(a.held(A), central.held(A));
    }

    @Test
    void the_central_node_takes_no_gift_of_what_is_not_the_givers() {
        UUID centrals = topicOf(central, CENTRAL);
        UUID others = topicOf(b, B);
        pass(b, central);
        for (UUID each : List.of(centrals, others, UUID.randomUUID())) {
            assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(each, 9, B)));
            assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(each, 9, CENTRAL)));
        }
    }

    @Test
    void nor_of_a_kind_that_cannot_be_given() {
        UUID topic = topicOf(a, A);
        a.label(A, topic);
        pass(a, central);
        UUID note = UUID.fromString(a.held(A).keySet().stream()
                .filter(each -> each.startsWith("note"))
                .findFirst()
                .orElseThrow()
                .substring(5));
        assertEquals(
                BatchFault.NOT_THE_SENDERS,
                faultOf(change("note", note, 9, CENTRAL, "{\"topic\":\"%s\",\"label\":1}".formatted(topic))));
    }

    @Test
    void a_giver_that_writes_on_is_refused() {
        UUID topic = topicOf(a, A);
        a.give(topic, CENTRAL);
        pass(a, central);
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(topic, 3, A)));
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(topic, 3, CENTRAL)));
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(topic, 3, B)));
    }

    @Test
    void nor_does_one_that_gives_and_writes_in_one_batch() {
        UUID topic = topicOf(a, A);
        pass(a, central);
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(told(topic, 2, CENTRAL), told(topic, 3, A)));
        assertEquals(1, central.held(A).size());
    }

    @Test
    void what_was_given_is_no_difference() {
        UUID given = topicOf(a, A);
        UUID kept = topicOf(a, A);
        a.give(given, B);
        pass(a, central);
        pass(central, b);
        b.rename(given, B);
        pass(b, central);
        pass(central, a);
        for (String node : List.of("a", "b")) {
            SimulatedNode home = node.equals("a") ? a : b;
            assertEquals(home.compared(node), central.compared(node), node);
        }
        assertEquals(1, a.compared("a").size());
        assertTrue(a.compared("a").getFirst().startsWith(kept.toString()));
    }

    @Test
    void a_restored_giver_learns_again_that_it_gave() {
        UUID topic = topicOf(a, A);
        pass(a, central);
        a.backUp();
        a.give(topic, CENTRAL);
        pass(a, central);
        central.rename(topic, CENTRAL);
        a.restore(1_001);
        pass(central, a, true);
        a.recovered();
        assertEquals(central.held(CENTRAL), a.held(CENTRAL));
        assertEquals("VK001", refusal(() -> a.rename(topic, A)));
        assertEquals(List.of("topic " + topic + " 3 central"), a.replicas());
    }

    private static UUID topicOf(SimulatedNode node, UUID owner) {
        Set<String> before = node.held(owner).keySet();
        node.write(owner);
        return node.held(owner).keySet().stream()
                .filter(each -> each.startsWith("topic") && !before.contains(each))
                .map(each -> UUID.fromString(each.substring(6)))
                .findFirst()
                .orElseThrow();
    }

    private static int version(SimulatedNode node, UUID owner) {
        String held = node.held(owner).values().iterator().next();
        return Integer.parseInt(held.substring(0, held.indexOf(' ')));
    }

    private static void pass(SimulatedNode from, SimulatedNode to) {
        pass(from, to, false);
    }

    private static void pass(SimulatedNode from, SimulatedNode to, boolean recovers) {
        from.sequence(100);
        String reader = to.name();
        Set<UUID> unions = Set.of(to == central ? from.union() : to.union());
        to.receiving.take(from.feeding.after(
                to.receiving.cursor(from.name()), new Feeding.Reader(reader, unions, recovers), 100));
        assertEquals(List.of(), to.setAside());
        to.sequence(100);
    }

    private static String refusal(Runnable write) {
        PersistenceException refused = assertThrows(PersistenceException.class, write::run);
        return Causes.first(SQLException.class, refused).orElseThrow().getSQLState();
    }

    private static SyncChange told(UUID topic, long version, UUID owner) {
        return change("topic", topic, version, owner, "{\"name\":\"said\"}");
    }

    private static SyncChange change(String type, UUID id, long version, UUID owner, @Nullable String state) {
        return new SyncChange(
                1,
                UUID.randomUUID(),
                ChangeKind.STATE,
                type,
                id,
                id,
                version,
                "a",
                1,
                1,
                owner,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                "written",
                1,
                state);
    }

    private static BatchFault faultOf(SyncChange... changes) {
        Cursor cursor = central.receiving.cursor("a");
        List<SyncChange> placed = new ArrayList<>();
        long position = cursor.position();
        for (SyncChange each : changes) {
            position++;
            placed.add(new SyncChange(
                    position,
                    each.changeId(),
                    each.kind(),
                    each.aggregateType(),
                    each.aggregateId(),
                    each.streamKey(),
                    each.version(),
                    each.originNode(),
                    each.originEpoch(),
                    position,
                    each.ownerUnion(),
                    null,
                    null,
                    null,
                    null,
                    each.recordedAt(),
                    each.effectiveDate(),
                    each.type(),
                    1,
                    each.state()));
        }
        Batch batch = new Batch("a", Math.max(1, cursor.epoch()), cursor.position(), position, position, placed);
        return assertThrows(Refused.class, () -> central.receiving.take(batch)).fault();
    }
}
