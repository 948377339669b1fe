package vn.congdoan.vks.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.congdoan.vks.local.stack.Waiting;

/// How long after its commit a change is visible to a reader of Kafka, at 1,000 transactions a second of one change
/// each.
final class EventLatency implements Measurement.Measuring {

    private static final int PER_SECOND = 1_000;
    private static final int WRITERS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final BenchSystem system;

    EventLatency(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws Exception {
        run(WARM_UP);
        double[] half = new double[runs];
        double[] most = new double[runs];
        double[] rate = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] sorted = run(MEASURED);
            half[run] = sorted[sorted.length / 2];
            most[run] = sorted[(int) (sorted.length * 0.99)];
            rate[run] = sorted.length / (double) MEASURED.toSeconds();
        }
        return List.of(
                Figure.of("Commit → visible in Kafka, p50", "ms", half, "≤ 10 ms"),
                Figure.of("Commit → visible in Kafka, p99", "ms", most, "≤ 60 ms"),
                Figure.of("at so many changes", "changes/s", rate, "1,000"));
    }

    /// The latencies in milliseconds, sorted.
    private double[] run(Duration length) throws Exception {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        Map<String, Long> seen = new ConcurrentHashMap<>();
        int expected = (int) (PER_SECOND * length.toSeconds());
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            Reader reader = new Reader(seen, expected);
            Future<?> reading = threads.submit(reader);
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(threads.submit(() -> write(expected / WRITERS, committed)));
            }
            for (Future<?> each : writing) {
                each.get();
            }
            reading.get();
        }
        return committed.entrySet().stream()
                .mapToDouble(each ->
                        Math.max(0, (seen.getOrDefault(each.getKey(), Long.MAX_VALUE) - each.getValue()) / 1e6))
                .sorted()
                .toArray();
    }

    private Integer write(int changes, Map<String, Long> committed) throws SQLException {
        long pause = WRITERS * 1_000_000_000L / PER_SECOND;
        try (Connection connection = system.connect("membership");
                PreparedStatement insert = connection.prepareStatement(ChangeRows.ONE)) {
            long next = System.nanoTime();
            for (int change = 0; change < changes; change++) {
                UUID id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.executeUpdate();
                committed.put(id.toString(), System.nanoTime());
                next += pause;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return changes;
    }

    /// Reads the topic from its end on and notes when it saw what.
    private final class Reader implements Callable<Integer> {

        private final Map<String, Long> seen;
        private final int expected;
        private final KafkaConsumer<String, byte[]> consumer;

        Reader(Map<String, Long> seen, int expected) {
            this.seen = seen;
            this.expected = expected;
            this.consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", system.kafka(), "isolation.level", "read_committed"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            if (!Waiting.until(() -> !consumer.partitionsFor(ChangeRows.TOPIC).isEmpty(), Duration.ofSeconds(30))) {
                throw new IllegalStateException("There is no topic " + ChangeRows.TOPIC);
            }
            List<TopicPartition> partitions = consumer.partitionsFor(ChangeRows.TOPIC).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        }

        @Override
        public Integer call() {
            try (consumer) {
                while (seen.size() < expected) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        Header id = record.headers().lastHeader("ce_id");
                        seen.put(new String(id.value(), StandardCharsets.UTF_8), System.nanoTime());
                    }
                }
            }
            return seen.size();
        }
    }
}
