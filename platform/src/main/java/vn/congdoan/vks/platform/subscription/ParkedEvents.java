package vn.congdoan.vks.platform.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Events that could not be taken: of a kind or shape that this service does not know yet, or refused by the database.
/// They are kept as they came, counted (`vks_events_parked`), and tried again whenever the
/// subscriber begins to read: at a start, and after Kafka was away.
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

    /// A page of what is parked of a topic.
    ///
    /// @param after the fingerprint of the last one of the page before; null for the first page
    Map<UUID, ConsumerRecord<String, byte[]>> page(String topic, @Nullable UUID after) {
        Map<UUID, ConsumerRecord<String, byte[]>> page = new LinkedHashMap<>();
        sql.list("""
                select topic, kafka_partition, kafka_offset, key, value, header_names, header_values, fingerprint
                from parked_event where topic = ? and fingerprint > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
                order by fingerprint limit 500
                """, row -> page.put(row.getObject(8, UUID.class), record(row)), topic, after);
        return page;
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), row.getBytes(5));
        String[] names = (String[]) row.getArray(6).getArray();
        byte[][] values = (byte[][]) row.getArray(7).getArray();
        for (int index = 0; index < names.length; index++) {
            record.headers().add(new RecordHeader(names[index], values[index]));
        }
        return record;
    }

    void release(String topic, UUID fingerprint) {
        sql.change("delete from parked_event where topic = ? and fingerprint = ?", topic, fingerprint);
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
