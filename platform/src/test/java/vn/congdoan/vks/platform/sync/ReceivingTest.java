package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/// What the central node takes from a province's, and what it does not.
class ReceivingTest {

    private static final UUID CENTRAL = new UUID(1, 1);
    private static final UUID PROVINCE = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static SimulatedNode central;
    private static SimulatedNode province;
    private static SimulatedNode other;

    private long position;

    @BeforeAll
    static void start() {
        central = new SimulatedNode(ThisNode.CENTRAL, CENTRAL);
        province = new SimulatedNode("a", PROVINCE);
        other = new SimulatedNode("b", OTHER);
    }

    @BeforeEach
    void clear() {
        central.clear(List.of(province, other));
        province.clear(List.of(province, other));
        position = 0;
    }

    @Test
    void a_batch_moves_the_cursor_and_the_same_again_is_refused_and_changes_nothing() {
        Batch batch = batch(0, topic(id(1), 1, "one"), entry(id(2), id(1), 5));
        assertEquals(new Cursor(1, 2), central.receiving.take(batch));
        String held = central.held(PROVINCE).toString();
        assertEquals(BatchFault.NOT_AT_THE_CURSOR, faultOf(batch));
        assertEquals(held, central.held(PROVINCE).toString());
        assertEquals(new Cursor(1, 2), central.receiving.cursor("a"));
    }

    @Test
    void a_batch_from_the_future_is_refused() {
        assertEquals(BatchFault.NOT_AT_THE_CURSOR, faultOf(batch(7, topic(id(1), 1, "one"))));
    }

    @Test
    void a_batch_that_ends_beyond_the_senders_last_position_is_refused() {
        assertEquals(BatchFault.OUT_OF_ORDER, faultOf(new Batch("a", 1, 0, 9, 8, List.of())));
    }

    @Test
    void changes_outside_their_batch_or_out_of_order_are_refused() {
        SyncChange first = topic(id(1), 1, "one");
        SyncChange second = topic(id(2), 1, "two");
        assertEquals(BatchFault.OUT_OF_ORDER, faultOf(new Batch("a", 1, 0, 2, 2, List.of(second, first))));
        assertEquals(BatchFault.OUT_OF_ORDER, faultOf(new Batch("a", 1, 0, 1, 2, List.of(first, second))));
    }

    @Test
    void an_epoch_that_is_over_or_lies_in_the_future_is_refused() {
        central.receiving.take(new Batch("a", 5, 0, 1, 1, List.of(topic(id(1), 1, "one"))));
        assertEquals(BatchFault.WRONG_EPOCH, faultOf(new Batch("a", 4, 1, 2, 2, List.of())));
        assertEquals(BatchFault.WRONG_EPOCH, faultOf(new Batch("a", Integer.MAX_VALUE, 1, 2, 2, List.of())));
    }

    @Test
    void a_version_of_an_epoch_to_come_is_refused() {
        SyncChange early = topic(id(1), 1, "one");
        SyncChange late = new SyncChange(
                early.position(),
                early.changeId(),
                early.kind(),
                early.aggregateType(),
                early.aggregateId(),
                early.streamKey(),
                early.version(),
                early.originNode(),
                Integer.MAX_VALUE,
                early.originPosition(),
                early.ownerUnion(),
                null,
                null,
                null,
                null,
                early.recordedAt(),
                early.effectiveDate(),
                early.type(),
                early.schemaVersion(),
                early.state());
        assertEquals(BatchFault.WRONG_EPOCH, faultOf(batch(0, late)));
    }

    @Test
    void a_change_under_the_name_of_another_node_is_refused_with_its_whole_batch() {
        SyncChange own = topic(id(1), 1, "one");
        SyncChange forged = change(ChangeKind.STATE, "topic", id(2), id(2), 1, "b", PROVINCE, "{\"name\":\"two\"}");
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, own, forged)));
        assertTrue(central.held(PROVINCE).isEmpty());
    }

    @Test
    void a_record_of_another_union_is_refused_whether_it_has_a_node_or_not() {
        for (UUID owner : List.of(OTHER, CENTRAL, id(77))) {
            position = 0;
            SyncChange foreign = change(ChangeKind.STATE, "topic", id(2), id(2), 1, "a", owner, "{\"name\":\"two\"}");
            assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, foreign)));
        }
    }

    @Test
    void a_record_that_is_here_stays_its_homes_whoever_else_claims_it() {
        central.write(CENTRAL);
        UUID centrals = onlyTopicOf(CENTRAL);
        UUID others = id(40);
        position = 0;
        SyncChange told = change(ChangeKind.STATE, "topic", others, others, 1, "b", OTHER, "{\"name\":\"b's\"}");
        central.receiving.take(new Batch("b", 1, 0, 1, 1, List.of(told)));
        for (boolean sequenced : List.of(false, true)) {
            for (UUID id : List.of(centrals, others)) {
                position = 0;
                SyncChange claimed = topic(id, 9, "mine by now");
                SyncChange withdrawn = change(ChangeKind.WITHDRAWAL, "topic", id, id, 9, "a", PROVINCE, null);
                String before = central.held(CENTRAL).toString() + central.held(OTHER);
                assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, claimed)), "sequenced: " + sequenced);
                assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, withdrawn)));
                assertEquals(before, central.held(CENTRAL).toString() + central.held(OTHER));
            }
            central.sequence(100);
        }
    }

    @Test
    void a_record_that_was_withdrawn_from_here_is_still_its_homes() {
        SyncChange told = change(ChangeKind.STATE, "topic", id(1), id(1), 1, "b", OTHER, "{\"name\":\"b's\"}");
        SyncChange withdrawn = change(ChangeKind.WITHDRAWAL, "topic", id(1), id(1), 1, "b", OTHER, null);
        central.receiving.take(new Batch("b", 1, 0, 2, 2, List.of(told, withdrawn)));
        central.sequence(100);
        position = 0;
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, topic(id(1), 2, "mine by now"))));
    }

    @Test
    void a_state_that_reaches_for_a_record_of_another_union_is_refused_with_its_whole_batch() {
        central.write(CENTRAL);
        UUID centrals = onlyTopicOf(CENTRAL);
        SyncChange own = topic(id(1), 1, "one");
        SyncChange note = change(
                ChangeKind.STATE,
                "note",
                id(5),
                id(5),
                1,
                "a",
                PROVINCE,
                "{\"topic\":\"%s\",\"label\":1}".formatted(centrals));
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, own, note)));
        position = 0;
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, entry(id(6), centrals, 5))));
        assertTrue(central.held(PROVINCE).isEmpty());
        assertEquals(List.of(), central.setAside());
    }

    @Test
    void nor_does_one_that_a_later_state_in_the_same_batch_makes_up_for() {
        central.write(CENTRAL);
        String reaching = "{\"topic\":\"%s\",\"label\":1}".formatted(onlyTopicOf(CENTRAL));
        SyncChange topic = topic(id(1), 1, "one");
        SyncChange first = change(ChangeKind.STATE, "note", id(5), id(5), 1, "a", PROVINCE, reaching);
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, topic, first, note(id(5), 2, 3))));
        assertEquals(1, central.pending());
    }

    @Test
    void what_is_set_aside_already_is_no_way_around() {
        central.write(CENTRAL);
        UUID centrals = onlyTopicOf(CENTRAL);
        // Of a stream that waits, so that each is tried alone.
        central.receiving.take(batch(0, entry(id(3), id(9), 5)));
        SyncChange waiting = entry(id(5), id(9), 6);
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(1, waiting, entry(id(4), centrals, 5))));
        assertEquals(1, central.setAside().size());
    }

    @Test
    void a_state_under_the_stream_or_the_kind_of_others_is_refused() {
        SyncChange elsewhere = change(ChangeKind.STATE, "topic", id(1), id(2), 1, "a", PROVINCE, "{\"name\":\"one\"}");
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, elsewhere)));
        position = 0;
        SyncChange another = change(ChangeKind.ENTRY, "topic", id(1), id(1), 1, "a", PROVINCE, "{\"name\":\"one\"}");
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(0, another)));
    }

    @Test
    void a_unit_that_nobody_knows_yet_lets_its_record_wait_until_it_is_known_whose_it_is() {
        UUID own = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        central.receiving.take(batch(0, topicAt(id(1), own), topicAt(id(2), foreign), topicAt(id(3), PROVINCE)));
        assertEquals(Set.of("topic " + id(3)), central.held(PROVINCE).keySet());

        central.unit(own, PROVINCE);
        central.unit(foreign, OTHER);
        central.retry("a");
        assertEquals(
                Set.of("topic " + id(1), "topic " + id(3)),
                central.held(PROVINCE).keySet());
        assertEquals(List.of("topic " + id(2) + " REFUSED tells of what is another's"), central.setAside());
        assertEquals(BatchFault.NOT_THE_SENDERS, faultOf(batch(3, topicAt(id(4), foreign))));
    }

    @Test
    void a_change_of_a_later_epoch_than_its_batch_is_refused() {
        SyncChange change = topic(id(1), 1, "one");
        assertEquals(BatchFault.WRONG_EPOCH, faultOf(new Batch("a", 0, 0, 1, 1, List.of(change))));
    }

    @Test
    void a_poisoned_change_stops_its_own_stream_only_and_what_follows_there_waits() {
        // The topic of the first entry is not there.
        SyncChange poisoned = entry(id(3), id(9), 5);
        central.receiving.take(
                batch(0, poisoned, topic(id(1), 1, "one"), entry(id(4), id(9), 6), entry(id(5), id(1), 7)));
        assertEquals(
                Set.of("topic " + id(1), "entry " + id(5)),
                central.held(PROVINCE).keySet());
        assertEquals(
                List.of("entry " + id(3) + " REFUSED SQL state 23503, entry_topic_id_fkey", "entry " + id(4) + " HELD"),
                central.setAside());
    }

    @Test
    void what_was_set_aside_is_applied_once_its_reason_is_gone() {
        central.receiving.take(batch(0, entry(id(3), id(9), 5), entry(id(4), id(9), 6)));
        central.receiving.take(batch(2, topic(id(9), 1, "nine")));
        central.retry("a");
        assertEquals(List.of(), central.setAside());
        assertEquals("1 nine 11", central.held(PROVINCE).get("topic " + id(9)));
    }

    @Test
    void a_later_state_that_can_be_applied_makes_up_for_a_refused_one() {
        SyncChange refused = change(ChangeKind.STATE, "topic", id(1), id(1), 1, "a", PROVINCE, "{}");
        central.receiving.take(batch(0, refused));
        assertEquals(1, central.setAside().size());
        central.receiving.take(batch(1, topic(id(1), 2, "named by now")));
        assertEquals(List.of(), central.setAside());
        assertEquals("2 named by now 0", central.held(PROVINCE).get("topic " + id(1)));
    }

    @Test
    void what_went_on_at_the_same_time_may_pass_together_where_one_alone_may_not() {
        // The note takes a label that another one gives up, and is told first.
        central.receiving.take(batch(0, topic(id(1), 1, "one"), note(id(2), 1, 3)));
        central.receiving.take(batch(2, note(id(4), 1, 3), note(id(2), 2, 8)));
        assertEquals(List.of(), central.setAside());
        assertEquals("2 " + id(1) + " 8", central.held(PROVINCE).get("note " + id(2)));
        assertEquals("1 " + id(1) + " 3", central.held(PROVINCE).get("note " + id(4)));
    }

    @Test
    void a_kind_that_nobody_knows_here_is_parked_and_the_rest_goes_on() {
        SyncChange unknown = change(ChangeKind.STATE, "novelty", id(8), id(8), 1, "a", PROVINCE, "{\"x\":1}");
        central.receiving.take(batch(0, unknown, topic(id(1), 1, "one")));
        assertEquals(List.of("novelty " + id(8) + " UNKNOWN"), central.setAside());
        assertEquals(Set.of("topic " + id(1)), central.held(PROVINCE).keySet());
    }

    @Test
    void fields_that_nobody_knows_here_are_kept_for_those_who_read_on() {
        SyncChange novel = change(
                ChangeKind.STATE,
                "topic",
                id(1),
                id(1),
                1,
                "a",
                PROVINCE,
                "{\"name\":\"one\",\"colour\":{\"shade\":1.50}}",
                CENTRAL,
                OTHER);
        central.receiving.take(batch(0, novel));
        central.sequence(10);
        Batch onward = central.feeding.after(Cursor.START, new Feeding.Reader("b", Set.of(OTHER), false), 10);
        assertEquals(
                "{\"name\": \"one\", \"colour\": {\"shade\": 1.50}}",
                onward.changes().getFirst().state());
        assertEquals("a", onward.changes().getFirst().originNode());
    }

    @Test
    void a_province_leaves_out_what_others_tell_of_its_own_records() {
        SyncChange own = change(ChangeKind.STATE, "note", id(1), id(1), 1, "central", PROVINCE, "{\"label\":1}");
        SyncChange centrals =
                change(ChangeKind.STATE, "topic", id(2), id(2), 1, "central", CENTRAL, "{\"name\":\"central's\"}");
        province.receiving.take(new Batch(ThisNode.CENTRAL, 1, 0, 2, 2, List.of(own, centrals)));
        assertTrue(province.held(PROVINCE).isEmpty());
        assertEquals(Set.of("topic " + id(2)), province.held(CENTRAL).keySet());
    }

    @Test
    void nor_as_if_they_were_anothers_even_while_it_recovers() {
        province.write(PROVINCE);
        UUID own = onlyTopicOf(province, PROVINCE);
        String before = province.held(PROVINCE).toString();
        for (boolean recovering : List.of(false, true)) {
            if (recovering) {
                province.sequence(10);
                province.backUp();
                province.restore(1_001);
            }
            long from = province.receiving.cursor(ThisNode.CENTRAL).position();
            position = from;
            SyncChange disguised =
                    change(ChangeKind.STATE, "topic", own, own, 9, "central", CENTRAL, "{\"name\":\"taken\"}");
            SyncChange denied = change(ChangeKind.WITHDRAWAL, "topic", own, own, 9, "central", CENTRAL, null);
            SyncChange centrals =
                    change(ChangeKind.STATE, "topic", id(2), id(2), 1, "central", CENTRAL, "{\"name\":\"c\"}");
            province.receiving.take(
                    new Batch(ThisNode.CENTRAL, 1, from, position, position, List.of(disguised, denied, centrals)));
            assertEquals(before, province.held(PROVINCE).toString());
            assertEquals(Set.of("topic " + id(2)), province.held(CENTRAL).keySet());
        }
    }

    @Test
    void a_node_knows_which_of_its_own_changes_came_back_and_could_not_be_applied() {
        province.backUp();
        province.restore(1_001);
        // The topic of the entry comes later.
        SyncChange entry = entry(id(3), id(9), 5);
        SyncChange centrals = change(
                ChangeKind.ENTRY,
                "entry",
                id(4),
                id(8),
                1,
                "central",
                CENTRAL,
                "{\"topic\":\"%s\",\"amount\":1}".formatted(id(8)));
        province.receiving.take(new Batch(ThisNode.CENTRAL, 1, 0, 2, 2, List.of(entry, centrals)));
        assertEquals(2, province.setAside().size());
        assertEquals(1, province.stillSetAside());

        province.receiving.take(new Batch(ThisNode.CENTRAL, 1, 2, 3, 3, List.of(topic(id(9), 1, "nine"))));
        province.retry(ThisNode.CENTRAL);
        assertEquals(0, province.stillSetAside());
        assertEquals(1, province.setAside().size());
    }

    private static UUID onlyTopicOf(UUID owner) {
        return onlyTopicOf(central, owner);
    }

    private static UUID onlyTopicOf(SimulatedNode node, UUID owner) {
        List<String> held = List.copyOf(node.held(owner).keySet());
        assertEquals(1, held.size());
        return UUID.fromString(held.getFirst().replace("topic ", ""));
    }

    private BatchFault faultOf(Batch batch) {
        return assertThrows(Refused.class, () -> central.receiving.take(batch)).fault();
    }

    private SyncChange topicAt(UUID id, UUID unit) {
        String state = "{\"name\":\"here\",\"unit\":\"%s\"}".formatted(unit);
        return change(ChangeKind.STATE, "topic", id, id, 1, "a", PROVINCE, state);
    }

    private static Batch batch(long from, SyncChange... changes) {
        List<SyncChange> all = new ArrayList<>(List.of(changes));
        long to = Math.max(from, all.getLast().position());
        return new Batch("a", 1, from, to, to, all);
    }

    private SyncChange topic(UUID id, long version, String name) {
        return change(ChangeKind.STATE, "topic", id, id, version, "a", PROVINCE, "{\"name\":\"" + name + "\"}");
    }

    private SyncChange note(UUID id, long version, int label) {
        String state = "{\"topic\":\"%s\",\"label\":%d}".formatted(id(1), label);
        return change(ChangeKind.STATE, "note", id, id, version, "a", PROVINCE, state);
    }

    private SyncChange entry(UUID id, UUID topic, int amount) {
        String state = "{\"topic\":\"%s\",\"amount\":%d}".formatted(topic, amount);
        return change(ChangeKind.ENTRY, "entry", id, topic, 1, "a", PROVINCE, state);
    }

    /// At the next position of the province's log.
    private SyncChange change(
            ChangeKind kind,
            String type,
            UUID id,
            UUID stream,
            long version,
            String origin,
            UUID owner,
            @Nullable String state,
            UUID... audience) {
        position++;
        return new SyncChange(
                position,
                UUID.randomUUID(),
                kind,
                type,
                id,
                stream,
                version,
                origin,
                1,
                position,
                owner,
                audience.length == 0 ? null : List.of(audience),
                null,
                null,
                null,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                "written",
                1,
                state);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
