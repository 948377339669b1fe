package vn.congdoan.vks.platform.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The changes as CloudEvents 1.0 in Kafka's binary mode: what tells of the event stands in headers, the state is the
/// value. Beyond the standard attributes there are ours: `epoch`, `position`, `version`, `ownerunion`,
/// `effectivedate`, `originnode`, `schemaversion`.
public final class CloudEvents {

    /// The type of a record that tells nothing but that the topic is up to date.
    public static final String HEARTBEAT = "vn.congdoan.vks.heartbeat";

    private CloudEvents() {}

    /// A change as it is sent.
    public static ProducerRecord<String, byte[]> of(LoggedChange change, AggregateType type) {
        String key = (type.kind() == ChangeKind.STATE ? change.aggregateId() : change.streamKey()).toString();
        String state = change.state();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(type.topic(), key, state == null ? null : state.getBytes(StandardCharsets.UTF_8));
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", change.id().toString());
        put(headers, "ce_source", "/" + change.originNode() + "/" + type.service());
        put(headers, "ce_type", type.eventType(change.happened()));
        put(headers, "ce_subject", change.aggregateId().toString());
        put(headers, "ce_time", change.recordedAt().toString());
        put(headers, "ce_dataschema", type.schemaPath());
        put(headers, "ce_epoch", Integer.toString(change.position().epoch()));
        put(headers, "ce_position", Long.toString(change.position().number()));
        put(headers, "ce_version", Long.toString(change.version()));
        put(headers, "ce_ownerunion", change.ownerUnion().toString());
        put(headers, "ce_effectivedate", change.effectiveDate().toString());
        put(headers, "ce_originnode", change.originNode());
        put(headers, "ce_schemaversion", Integer.toString(change.schemaVersion()));
        put(headers, "content-type", "application/json");
        return record;
    }

    /// Says that everything that was committed before an instant stands before this record.
    public static ProducerRecord<String, byte[]> heartbeat(AggregateType type, String node, Instant upToDateAt) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(type.topic(), "heartbeat", new byte[] {'{', '}'});
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", UUID.randomUUID().toString());
        put(headers, "ce_source", "/" + node + "/" + type.service());
        put(headers, "ce_type", HEARTBEAT);
        put(headers, "ce_time", upToDateAt.toString());
        put(headers, "content-type", "application/json");
        return record;
    }

    /// An attribute of a received event; null where it has none.
    public static @Nullable String attribute(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader("ce_" + name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
