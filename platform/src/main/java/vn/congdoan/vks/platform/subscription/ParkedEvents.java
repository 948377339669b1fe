package vn.congdoan.vks.platform.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Events that could not be taken: of a kind or shape that this service does not know yet, or refused by the database.
/// They are kept as they came, counted (`vks_events_parked`), and tried again at every start.
@ApplicationScoped
class ParkedEvents {

    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final Sql sql;
    private final Clock clock;
    private double lastCount;
    private long countedAt = System.nanoTime() - BELIEVED.toNanos();

    ParkedEvents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Why an event waits.
    enum Reason {
        UNREADABLE,
        UNKNOWN_SHAPE,
        REFUSED
    }

    void register(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("vks.events.parked", this, ParkedEvents::count)
                .description("Events that could not be taken yet")
                .strongReference(true)
                .register(metrics);
    }

    void park(ConsumerRecord<String, byte[]> record, Reason reason, @Nullable String detail) {
        List<String> names = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        for (Header header : record.headers()) {
            names.add(header.key());
            values.add(header.value() == null ? new byte[0] : header.value());
        }
        sql.change(
                """
                insert into parked_event (topic, kafka_partition, kafka_offset, key, header_names, header_values, value,
                    reason, detail, parked_at, fingerprint)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                names.toArray(String[]::new),
                values.toArray(byte[][]::new),
                record.value(),
                reason.name(),
                detail,
                clock.instant().atOffset(ZoneOffset.UTC),
                fingerprint(record));
    }

    /// The same event is parked once, however often it comes.
    private static UUID fingerprint(ConsumerRecord<String, byte[]> record) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Header header : record.headers()) {
            all.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(header.value() == null ? new byte[0] : header.value());
        }
        all.writeBytes(record.value() == null ? new byte[0] : record.value());
        return UUID.nameUUIDFromBytes(all.toByteArray());
    }

    List<ConsumerRecord<String, byte[]>> of(String topic) {
        return sql.list(
                """
                select topic, kafka_partition, kafka_offset, key, value, header_names, header_values
                from parked_event where topic = ? order by parked_at, kafka_offset limit 10000
                """,
                row -> {
                    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                            row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), row.getBytes(5));
                    String[] names = (String[]) row.getArray(6).getArray();
                    byte[][] values = (byte[][]) row.getArray(7).getArray();
                    for (int index = 0; index < names.length; index++) {
                        record.headers().add(new RecordHeader(names[index], values[index]));
                    }
                    return record;
                },
                topic);
    }

    void release(ConsumerRecord<String, byte[]> record) {
        sql.change("""
                delete from parked_event
                where topic = ? and kafka_partition = ? and kafka_offset = ? and fingerprint = ?
                """, record.topic(), record.partition(), record.offset(), fingerprint(record));
    }

    private synchronized double count() {
        if (System.nanoTime() - countedAt >= BELIEVED.toNanos()) {
            lastCount = sql.one("select count(*) from parked_event", row -> row.getDouble(1))
                    .orElseThrow();
            countedAt = System.nanoTime();
        }
        return lastCount;
    }
}
