package vn.congdoan.vks.platform.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/// The changes as CloudEvents 1.0 in Kafka's binary mode: what tells of the event stands in headers, the state is the
/// value. Beyond the standard attributes there are ours: `epoch`, `position`, `version`, `ownerunion`,
/// `effectivedate`, `originnode`, `schemaversion`.
public final class CloudEvents {

    /// The type of a record that tells nothing but that the topic is up to date.
    public static final String HEARTBEAT = "vn.congdoan.vks.heartbeat";

    /// As many as there are types, happenings and nodes.
    private static final Map<Common, List<Header>> COMMON = new ConcurrentHashMap<>();

    private CloudEvents() {}

    /// A change as it is sent.
    public static ProducerRecord<String, byte[]> of(LoggedChange change, AggregateType type) {
        String key = (type.kind() == ChangeKind.STATE ? change.aggregateId() : change.streamKey()).toString();
        State state = change.state();
        List<Header> headers = new ArrayList<>(COMMON.computeIfAbsent(
                new Common(type, change.happened(), change.originNode(), change.schemaVersion()), Common::headers));
        headers.add(header("ce_id", change.id().toString()));
        headers.add(header("ce_subject", change.aggregateId().toString()));
        headers.add(header("ce_time", change.recordedAt().toString()));
        // Versions go on in the epochs of where the record is written.
        headers.add(header("ce_epoch", Integer.toString(change.originEpoch())));
        headers.add(header("ce_position", Long.toString(change.position().number())));
        headers.add(header("ce_version", Long.toString(change.version())));
        headers.add(header("ce_ownerunion", change.ownerUnion().toString()));
        headers.add(header("ce_effectivedate", change.effectiveDate().toString()));
        return new ProducerRecord<>(type.topic(), null, null, key, state == null ? null : state.bytes(), headers);
    }

    /// What many events have in common; made once.
    private record Common(AggregateType type, String happened, String originNode, int schemaVersion) {

        List<Header> headers() {
            return List.of(
                    header("ce_specversion", "1.0"),
                    header("ce_source", "/" + originNode + "/" + type.service()),
                    header("ce_type", type.eventType(happened)),
                    header("ce_dataschema", type.schemaPath()),
                    header("ce_originnode", originNode),
                    header("ce_schemaversion", Integer.toString(schemaVersion)),
                    header("content-type", "application/json"));
        }
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

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
