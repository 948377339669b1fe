package vn.congdoan.vks.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What membership-service tells through Kafka, about [Organization]: the units, and every second that its assignments
/// are up to date.
final class PlayedEvents implements AutoCloseable {

    private static final String UNITS = "vks.membership.unit";
    private static final String ASSIGNMENTS = "vks.membership.assignment";
    private static final List<String> TOPICS =
            List.of(UNITS, ASSIGNMENTS, "vks.membership.member", "vks.membership.account", "vks.membership.node");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Future<?>> sent = new ConcurrentLinkedQueue<>();
    private volatile boolean silent;

    PlayedEvents(String kafka) {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka);
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic, Optional.of(1), Optional.<Short>empty()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        for (Organization unit : Organization.values()) {
            send(UNITS, unit.id().toString(), "vn.congdoan.vks.membership.unit.founded", unit(unit));
        }
        producer.flush();
        sent.add(heart.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS));
    }

    void fallSilent(boolean shallBeSilent) {
        silent = shallBeSilent;
    }

    /// A unit as it is published.
    static ObjectNode unit(Organization unit) {
        ObjectNode state = JSON.createObjectNode().put("id", unit.id().toString());
        ObjectNode version = state.putArray("versions").addObject();
        version.put("unionId", unit.union().id().toString());
        unit.parent().ifPresent(parent -> version.put("parentId", parent.id().toString()));
        version.put("kind", unit.kind())
                .put("code", unit.name())
                .put("name", unit.name())
                .put("validFrom", "2000-01-01");
        return state;
    }

    /// A member as it is published.
    static Optional<ObjectNode> member(String id) {
        return Arrays.stream(Organization.values())
                .filter(unit -> id.equals(unit.member().toString())
                        || id.equals(unit.formerMember().toString()))
                .findFirst()
                .map(unit -> member(id, unit));
    }

    private static ObjectNode member(String id, Organization unit) {
        boolean isActive = id.equals(unit.member().toString());
        ObjectNode state = JSON.createObjectNode()
                .put("id", id)
                .put("ownerUnionId", unit.union().id().toString())
                .put("unitId", unit.id().toString())
                .put("status", isActive ? "ACTIVE" : "ENDED")
                .put("fullName", "Đoàn viên " + unit.name())
                .put("birthYear", 1985)
                .put("gender", "FEMALE");
        ObjectNode placement = state.putArray("placements").addObject();
        placement.put("unitId", unit.id().toString()).put("validFrom", Organization.MEMBERS_FROM.toString());
        if (!isActive) {
            placement.put("validTo", Organization.FORMER_MEMBERS_UNTIL.toString());
        }
        return state;
    }

    private void beat() {
        if (!silent) {
            send(ASSIGNMENTS, "heartbeat", "vn.congdoan.vks.heartbeat", JSON.createObjectNode());
        }
    }

    private void send(String topic, String subject, String type, ObjectNode state) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, subject, state.toString().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "specversion", "1.0",
                        "id", UUID.randomUUID().toString(),
                        "source", "/played/membership",
                        "type", type,
                        "subject", subject,
                        "time", Instant.now().toString(),
                        "epoch", "1",
                        "position", "1",
                        "version", "0",
                        "schemaversion", "1")
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(record));
    }

    @Override
    public void close() {
        heart.shutdownNow();
        // Nobody reads any more, and the broker may be gone.
        producer.close(Duration.ZERO);
    }
}
