package vn.congdoan.vks.membership.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

class NodeTest {

    private static final Instant THEN = Instant.parse("2026-12-01T02:30:00.123456789Z");
    private static final Instant AS_KEPT = Instant.parse("2026-12-01T02:30:00.123456Z");
    private static final UnitId CENTRAL = new UnitId(new UUID(0, 1));
    private static final UnitId UNION = new UnitId(new UUID(0, 51));
    private static final byte[] FORM = {5, 1};

    @Test
    void it_begins_in_preparation_and_becomes_active_once() {
        Node node = node("qng");
        assertEquals(NodeStatus.PREPARING, node.view().status());
        assertNull(node.view().activatedAt());
        assertThrows(Conflict.class, () -> node.activate(THEN));

        node.beginHandOver(List.of());
        assertEquals(NodeStatus.MOVING, node.view().status());
        assertThrows(Conflict.class, () -> node.beginHandOver(List.of()));
        node.activate(THEN);
        assertEquals(NodeStatus.ACTIVE, node.view().status());
        assertEquals(AS_KEPT, node.view().activatedAt());
        assertThrows(Conflict.class, () -> node.activate(THEN));
    }

    @Test
    void what_was_moving_may_stay_also_because_it_is_suspended() {
        Node node = node("qng");
        assertThrows(Conflict.class, node::keepRecords);
        node.beginHandOver(List.of(new UnitId(new UUID(0, 52))));
        assertEquals(Set.of(UNION.value(), new UUID(0, 52)), Set.of(node.told().unions()));
        node.keepRecords();
        assertEquals(NodeStatus.PREPARING, node.view().status());

        node.beginHandOver(List.of());
        node.suspend("Mất máy chủ");
        node.resume();
        assertEquals(NodeStatus.PREPARING, node.view().status());
    }

    @Test
    void it_is_suspended_once_and_never_activated_meanwhile() {
        Node node = node("qng");
        node.suspend("Mất máy chủ");

        assertEquals(NodeStatus.SUSPENDED, node.view().status());
        assertEquals("Mất máy chủ", node.view().suspensionReason());
        assertThrows(Conflict.class, () -> node.suspend("Lần nữa"));
        assertThrows(Conflict.class, () -> node.activate(THEN));
        assertEquals("Mất máy chủ", node.view().suspensionReason());
    }

    @Test
    void resumed_it_is_what_it_was_before() {
        Node preparing = node("qng");
        assertThrows(Conflict.class, preparing::resume);
        preparing.suspend("Mất máy chủ");
        preparing.resume();
        assertEquals(NodeStatus.PREPARING, preparing.view().status());
        assertNull(preparing.view().suspensionReason());

        Node active = node("qng");
        active.beginHandOver(List.of());
        active.activate(THEN);
        assertThrows(Conflict.class, active::resume);
        active.suspend("Mất máy chủ");
        active.resume();
        assertEquals(NodeStatus.ACTIVE, active.view().status());
        assertEquals(AS_KEPT, active.view().activatedAt());
    }

    @Test
    void none_has_the_name_of_the_central_node() {
        assertThrows(Unprocessable.class, () -> node("central"));
        assertEquals("central-highlands", node("central-highlands").view().name());
    }

    @Test
    void everybody_is_told_of_it_but_not_why_it_is_suspended() {
        Node node = node("qng");
        node.beginHandOver(List.of());
        node.activate(THEN);
        node.suspend("Mất máy chủ");
        Change change = node.change("suspended", LocalDate.of(2026, 12, 2));

        assertNull(change.audience().unions());
        assertEquals(CENTRAL, change.ownerUnion());
        assertEquals(
                new NodeState(
                        new NodeId(new UUID(0, 9)),
                        "qng",
                        UNION,
                        NodeStatus.SUSPENDED,
                        List.of(),
                        AS_KEPT,
                        CENTRAL,
                        AS_KEPT),
                change.state());
        assertThrows(IllegalArgumentException.class, () -> node.change("renamed", LocalDate.of(2026, 12, 2)));
    }

    @Test
    void it_knows_the_form_that_it_was_made_from() {
        assertTrue(node("qng").wasCreatedAs(FORM));
        assertFalse(node("qng").wasCreatedAs(new byte[] {5, 2}));
    }

    private static Node node(String name) {
        return new Node(new NodeId(new UUID(0, 9)), new NewNode(null, name, UNION), CENTRAL, FORM, THEN);
    }
}
