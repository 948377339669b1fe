package vn.congdoan.vks.platform.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.KafkaBroker;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.ChangesAccess;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.LogRows;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// The way from the change log to Kafka, on a real PostgreSQL and a real Kafka. Each test has a service of its own.
class RelayTest {

    private static final KafkaBroker BROKER = KafkaBroker.temporary();
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", BROKER.bootstrapServers());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT_LEASE = Duration.ofMillis(300);

    private final String service = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final AggregateType things = AggregateType.states(service, "thing", 1, Thing.class);
    private final TestDatabase database = new TestDatabase();
    private final Sql sql = SqlAccess.on(database.source());
    private final LogRows log = new LogRows(database.source());
    private final Changes changes = ChangesAccess.of(sql);

    /// The shape of a state, for tests.
    record Thing(long version) {}

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @BeforeEach
    void nothingIsTold() {
        assertEquals(Position.START, lease().told());
    }

    @Test
    void changes_arrive_as_cloud_events_in_the_order_of_their_positions() throws InterruptedException {
        UUID aggregate = UUID.randomUUID();
        for (int version = 0; version < 250; version++) {
            append(aggregate, version);
        }
        try (Relay relay = relay("a", changes)) {
            carryAll(relay);
        }
        List<ConsumerRecord<String, byte[]>> told = told(things.topic());
        assertEquals(250, told.size());
        for (int index = 0; index < told.size(); index++) {
            CloudEvent event = KafkaMessageFactory.createReader(told.get(index)).toEvent();
            assertEquals(String.valueOf(index), event.getExtension("version"));
            assertEquals(String.valueOf(index + 1), event.getExtension("position"));
            assertEquals("vn.congdoan.vks." + service + ".thing.changed", event.getType());
            assertEquals(aggregate.toString(), event.getSubject());
            assertEquals(aggregate.toString(), told.get(index).key());
            assertEquals("application/json", event.getDataContentType());
        }
    }

    @Test
    void the_next_instance_goes_on_where_the_last_one_stopped() throws InterruptedException {
        UUID aggregate = UUID.randomUUID();
        append(aggregate, 0);
        try (Relay relay = relay("a", changes)) {
            carryAll(relay);
        }
        append(aggregate, 1);
        try (Relay relay = relay("a", changes)) {
            carryAll(relay);
        }
        assertEquals(List.of(0L, 1L), versions());
    }

    @Test
    void only_one_instance_carries_at_a_time() throws InterruptedException {
        append(UUID.randomUUID(), 0);
        try (Relay first = relay("a", changes, Duration.ofSeconds(30));
                Relay second = relay("a", changes, Duration.ofSeconds(30))) {
            first.round();
            second.round();
            assertEquals(1, first.carried());
            assertEquals(0, second.carried());
        }
    }

    @Test
    void an_instance_that_comes_back_too_late_cannot_write_what_is_stale() throws Exception {
        assertEquals(List.of(0L, 1L, 2L), afterTheFirstInstanceWasHeldUp("same", "same", true));
    }

    /// What the test before would miss if it could not: without one common name, Kafka has nobody to shut out.
    @Test
    void without_fencing_it_would_write_what_is_stale() throws Exception {
        List<Long> versions = afterTheFirstInstanceWasHeldUp("one", "another", false);
        assertEquals(1L, versions.getLast(), () -> "the last state told is an old one: " + versions);
    }

    @Test
    void everything_is_told_again_after_kafka_has_lost_its_data() throws Exception {
        UUID aggregate = UUID.randomUUID();
        append(aggregate, 0);
        append(aggregate, 1);
        try (Relay relay = relay("a", changes)) {
            carryAll(relay);
        }
        try (Admin admin = Admin.create(KAFKA)) {
            admin.deleteTopics(List.of(things.topic())).all().get();
            assertTrue(Waiting.until(() -> !exists(admin, things.topic()), PATIENCE));
        }
        append(aggregate, 2);
        try (Relay relay = relay("a", changes)) {
            carryAll(relay);
        }
        assertEquals(List.of(0L, 1L, 2L), versions());
    }

    @Test
    void a_heartbeat_says_only_what_is_true() throws InterruptedException {
        AggregateType beating = things.withHeartbeat();
        UUID aggregate = UUID.randomUUID();
        append(aggregate, 0);
        log.append("thing", aggregate, 1);
        try (Relay relay = relay("a", changes, SHORT_LEASE, beating)) {
            relay.round();
            relay.round();
            assertEquals(1, told(beating.topic()).size(), "silent while something committed has no position");
            changes.catchUp();
            relay.round();
        }
        List<ConsumerRecord<String, byte[]>> told = told(beating.topic());
        assertEquals(3, told.size());
        assertEquals("heartbeat", told.getLast().key(), "what had been committed stands before it");
    }

    private boolean exists(Admin admin, String topic) {
        try {
            return admin.listTopics().names().get().contains(topic);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The first instance reads version 1 from the log and is held up, as by SIGSTOP, before it tells it. The second
    /// takes over and tells versions 1 and 2. Then the first goes on.
    private List<Long> afterTheFirstInstanceWasHeldUp(String firstName, String secondName, boolean isShutOut)
            throws Exception {
        UUID aggregate = UUID.randomUUID();
        append(aggregate, 0);
        HeldUp held = new HeldUp();
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Relay first = relay(firstName, held)) {
            carryAll(first);
            append(aggregate, 1);
            held.nextTime = true;
            Future<?> round = thread.submit(() -> {
                first.round();
                return null;
            });
            held.hasRead.await();
            append(aggregate, 2);
            try (Relay second = relay(secondName, changes)) {
                assertTrue(Waiting.until(() -> carries(second), PATIENCE));
                carryAll(second);
                held.goesOn.countDown();
                if (isShutOut) {
                    assertThrows(ExecutionException.class, round::get);
                } else {
                    round.get();
                }
            }
        }
        return versions();
    }

    private static boolean carries(Relay relay) {
        try {
            relay.round();
            return relay.carried() > 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A log whose reader can be held up after it has read.
    private final class HeldUp extends Changes {

        private final CountDownLatch hasRead = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private volatile boolean nextTime;

        HeldUp() {
            super(sql);
        }

        @Override
        public List<LoggedChange> withoutAudience(long position, int most) {
            List<LoggedChange> read = super.withoutAudience(position, most);
            if (nextTime) {
                nextTime = false;
                hasRead.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            return read;
        }
    }

    private void append(UUID aggregate, long version) {
        log.append("thing", aggregate, version);
        changes.catchUp();
    }

    private void carryAll(Relay relay) throws InterruptedException {
        Position head = changes.head();
        while (lease().told().compareTo(head) < 0) {
            relay.round();
        }
    }

    private RelayLease lease() {
        return new RelayLease(sql, SHORT_LEASE);
    }

    private Relay relay(String name, Changes log) {
        return relay(name, log, SHORT_LEASE);
    }

    private Relay relay(String name, Changes log, Duration lease) {
        return relay(name, log, lease, things);
    }

    private Relay relay(String name, Changes source, Duration lease, AggregateType type) {
        return new Relay(
                source,
                new RelayLease(sql, lease),
                new Topics(sql, new ObjectMapper(), List.of(type), 1),
                List.of(type),
                transactionalId -> new Telling(KAFKA, transactionalId),
                service + "." + name,
                "test",
                100,
                Clock.systemUTC());
    }

    private List<Long> versions() {
        List<Long> versions = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : told(things.topic())) {
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
            versions.add(Long.valueOf(String.valueOf(event.getExtension("version"))));
        }
        return versions;
    }

    private static List<ConsumerRecord<String, byte[]>> told(String topic) {
        Map<String, Object> config = new HashMap<>(KAFKA);
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            assertFalse(end == 0, "something was told");
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
