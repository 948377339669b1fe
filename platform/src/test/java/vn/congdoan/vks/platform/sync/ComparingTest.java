package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Conflict;

/// A node finds what the central one does not have as it wrote it.
class ComparingTest {

    private static final UUID CENTRAL = new UUID(1, 1);
    private static final UUID PROVINCE = new UUID(1, 2);
    private static SimulatedNode central;
    private static SimulatedNode province;

    @BeforeAll
    static void start() {
        central = new SimulatedNode(ThisNode.CENTRAL, CENTRAL);
        province = new SimulatedNode("a", PROVINCE);
    }

    @BeforeEach
    void holdTheSame() {
        central.clear(List.of(province));
        province.clear(List.of(province));
        while (digests(central).stream().mapToLong(Digests.Digest::count).sum() < 5) {
            writeForCentral();
            carry();
        }
        assertEquals(digests(province), digests(central));
    }

    @Test
    void nothing_differs_where_both_hold_the_same() {
        assertEquals(List.of(), found(null, null));
        assertEquals(List.of(), province.comparing.overview(digests(central)).differing());
    }

    @Test
    void a_state_that_was_damaged_at_the_central_node_is_found() {
        UUID damaged = ids().get(2);
        central.alter("update change set state = '{}' where aggregate_id = '" + damaged + "'");
        assertNotEquals(digests(province), digests(central));
        assertEquals(
                1, province.comparing.overview(digests(central)).differing().size());
        assertEquals(List.of(new Difference("topic", damaged, Difference.Kind.DIFFERENT, 1L, 1L)), found(null, null));
    }

    @Test
    void a_record_that_the_central_node_lacks_is_found() {
        UUID lost = ids().get(0);
        central.run("delete from replica where aggregate_id = '" + lost + "'");
        assertEquals(
                List.of(new Difference("topic", lost, Difference.Kind.MISSING_AT_CENTRAL, 1L, null)),
                found(null, null));
    }

    @Test
    void a_record_of_which_the_node_has_no_trace_is_found() {
        UUID lost = ids().get(4);
        province.alter("delete from change where aggregate_id = '" + lost + "'");
        assertEquals(
                List.of(new Difference("topic", lost, Difference.Kind.MISSING_AT_NODE, null, 1L)), found(null, null));
    }

    @Test
    void an_older_state_in_another_month_is_different_and_not_missing() {
        UUID damaged = ids().get(1);
        central.alter("update change set recorded_at = recorded_at - interval '40 days' where aggregate_id = '"
                + damaged + "'");
        assertEquals(2, digests(central).size());
        String earlier = digests(central).getFirst().month();
        assertEquals(
                List.of(new Difference("topic", damaged, Difference.Kind.DIFFERENT, 1L, 1L)),
                province.comparing.differences(page(earlier, null, null)));
    }

    @Test
    void what_changed_after_the_central_nodes_place_is_under_way() {
        writeForCentral();
        assertEquals(List.of(), found(null, null));
        // Once the place is beyond it, it is missing.
        ComparedRecords page = page(month(), null, null);
        ComparedRecords later = new ComparedRecords(
                page.epoch(), Long.MAX_VALUE, page.type(), page.month(), null, null, page.records());
        assertEquals(
                List.of(Difference.Kind.MISSING_AT_CENTRAL),
                province.comparing.differences(later).stream()
                        .map(Difference::difference)
                        .toList());
    }

    @Test
    void a_page_is_compared_with_its_own_part_only() {
        UUID damaged = ids().get(3);
        central.alter("update change set state = '{}' where aggregate_id = '" + damaged + "'");
        assertEquals(List.of(), found(null, ids().get(2)));
        assertEquals(1, found(ids().get(2), ids().get(3)).size());
        assertEquals(List.of(), found(ids().get(3), null));
    }

    @Test
    void places_of_another_epoch_say_nothing() {
        ComparedRecords page = page(month(), null, null);
        province.backUp();
        province.restore(1_001);
        province.recovered();
        assertThrows(Conflict.class, () -> province.comparing.differences(page));
    }

    private List<Difference> found(@Nullable UUID after, @Nullable UUID upTo) {
        return province.comparing.differences(page(month(), after, upTo));
    }

    /// What central has between two ids.
    private static ComparedRecords page(String month, @Nullable UUID after, @Nullable UUID upTo) {
        ComparedMonth asked = ComparedMonth.parse(month).orElseThrow();
        List<ComparedRecords.Known> records = central.digests.page("a", "topic", asked, after, 100).stream()
                .filter(each -> upTo == null || each.id().toString().compareTo(upTo.toString()) <= 0)
                .map(each -> new ComparedRecords.Known(each.id(), each.epoch(), each.version(), each.hash()))
                .toList();
        Cursor taken = central.receiving.cursor("a");
        return new ComparedRecords(taken.epoch(), taken.position(), "topic", month, after, upTo, records);
    }

    private static List<UUID> ids() {
        return province.digests.page("a", "topic", ComparedMonth.parse(month()).orElseThrow(), null, 100).stream()
                .map(Digests.OfRecord::id)
                .toList();
    }

    private static String month() {
        return digests(province).getLast().month();
    }

    private static List<Digests.Digest> digests(SimulatedNode node) {
        return node.digests.of("a", null, null);
    }

    /// To whom a record is told is left to chance: not every one is for the central node.
    private static void writeForCentral() {
        List<Digests.Digest> before = digests(province);
        while (digests(province).equals(before)) {
            province.write(PROVINCE);
            province.sequence(100);
        }
    }

    private static void carry() {
        province.sequence(100);
        Feeding.Reader reader = new Feeding.Reader(ThisNode.CENTRAL, Set.of(PROVINCE), false);
        central.receiving.take(province.feeding.after(central.receiving.cursor("a"), reader, 100));
        central.sequence(100);
    }
}
