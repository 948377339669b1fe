package vn.congdoan.vks.platform.subscription;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

class ParkedEventsTest {

    private static final String TOPIC = "vks.test.thing";

    private final ParkedEvents parked = new ParkedEvents(SqlAccess.on(new TestDatabase().source()), Clock.systemUTC());

    @Test
    void an_event_is_kept_as_it_came() {
        ConsumerRecord<String, byte[]> event = event("{\"a\": 1}");
        parked.park(event, ParkedEvents.Reason.UNKNOWN_SHAPE, null);
        ConsumerRecord<String, byte[]> kept = parked().getFirst();
        assertEquals(event.key(), kept.key());
        assertArrayEquals(event.value(), kept.value());
        assertEquals(event.headers(), kept.headers());
        assertEquals(event.offset(), kept.offset());
    }

    @Test
    void the_same_event_is_kept_once() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        assertEquals(1, parked().size());
    }

    @Test
    void another_event_at_the_same_place_is_kept_beside_it() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 2}"), ParkedEvents.Reason.REFUSED, null);
        assertEquals(2, parked().size());
    }

    @Test
    void one_that_was_taken_is_kept_no_longer() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 2}"), ParkedEvents.Reason.REFUSED, null);
        Map.Entry<UUID, ConsumerRecord<String, byte[]>> taken =
                parked.page(TOPIC, null).entrySet().iterator().next();
        parked.release(TOPIC, taken.getKey());
        List<ConsumerRecord<String, byte[]>> rest = parked();
        assertEquals(1, rest.size());
        assertNotEquals(text(taken.getValue()), text(rest.getFirst()));
    }

    @Test
    void the_same_event_told_again_at_another_place_is_kept_once() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        ConsumerRecord<String, byte[]> again =
                new ConsumerRecord<>(TOPIC, 0, 8, "key", event("{\"a\": 1}").value());
        event("{\"a\": 1}").headers().forEach(again.headers()::add);
        parked.park(again, ParkedEvents.Reason.REFUSED, null);
        assertEquals(1, parked().size());
    }

    @Test
    void pages_join() {
        for (int number = 0; number < 1_203; number++) {
            parked.park(event("{\"a\": " + number + "}"), ParkedEvents.Reason.REFUSED, null);
        }
        List<UUID> all = new ArrayList<>();
        Map<UUID, ConsumerRecord<String, byte[]>> page = parked.page(TOPIC, null);
        while (!page.isEmpty()) {
            all.addAll(page.keySet());
            page = parked.page(TOPIC, all.getLast());
        }
        assertEquals(1_203, all.size());
        assertEquals(1_203, Set.copyOf(all).size());
    }

    private List<ConsumerRecord<String, byte[]>> parked() {
        return List.copyOf(parked.page(TOPIC, null).values());
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> event(String value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(TOPIC, 0, 7, "key", value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "vn.congdoan.vks.test".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
