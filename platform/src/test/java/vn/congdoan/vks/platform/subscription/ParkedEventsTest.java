package vn.congdoan.vks.platform.subscription;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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
        ConsumerRecord<String, byte[]> kept = parked.of(TOPIC).getFirst();
        assertEquals(event.key(), kept.key());
        assertArrayEquals(event.value(), kept.value());
        assertEquals(event.headers(), kept.headers());
        assertEquals(event.offset(), kept.offset());
    }

    @Test
    void the_same_event_is_kept_once() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        assertEquals(1, parked.of(TOPIC).size());
    }

    @Test
    void another_event_at_the_same_place_is_kept_beside_it() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 2}"), ParkedEvents.Reason.REFUSED, null);
        assertEquals(2, parked.of(TOPIC).size());
    }

    @Test
    void one_that_was_taken_is_kept_no_longer() {
        parked.park(event("{\"a\": 1}"), ParkedEvents.Reason.REFUSED, null);
        parked.park(event("{\"a\": 2}"), ParkedEvents.Reason.REFUSED, null);
        parked.release(parked.of(TOPIC).getFirst());
        List<ConsumerRecord<String, byte[]>> rest = parked.of(TOPIC);
        assertEquals(1, rest.size());
        assertEquals("{\"a\": 2}", new String(rest.getFirst().value(), StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> event(String value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(TOPIC, 0, 7, "key", value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "vn.congdoan.vks.test".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
