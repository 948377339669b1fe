package vn.congdoan.vks.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// How fast 100,000 changes that were committed at once get their positions and are told to Kafka, beside the bare
/// minimum: rows read in the same order and sent as they are, without positions, transactions or fencing.
final class RelayBacklog implements Measurement.Measuring {

    private static final int CHANGES = 100_000;
    private static final int BATCH = 1_000;
    private static final int WARM_UPS = 4;
    private static final String GOAL = "≥ 30,000 changes/s";
    private static final long LOOK_EVERY = 5_000_000;

    private final BenchSystem system;

    RelayBacklog(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws Exception {
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            carry();
        }
        double[] ours = new double[runs];
        double[] bare = new double[runs];
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
            admin.createTopics(List.of(new NewTopic("bench.bare", 3, (short) 1)))
                    .all()
                    .get();
        }
        for (int run = 0; run < runs; run++) {
            bare[run] = carryBare();
            ours[run] = carry();
        }
        return List.of(
                Figure.of("Backlog of 100,000 changes: sequenced and told to Kafka", "changes/s", ours, GOAL),
                Figure.of("limit: rows read and sent bare", "changes/s", bare, ""));
    }

    private double carry() throws SQLException {
        try (Connection connection = system.connect("membership");
                PreparedStatement write = connection.prepareStatement(ChangeRows.MANY)) {
            connection.setAutoCommit(false);
            write.setInt(1, CHANGES);
            write.executeUpdate();
            long begin = System.nanoTime();
            connection.commit();
            connection.setAutoCommit(true);
            try (PreparedStatement look = connection.prepareStatement("""
                    select not exists (select from change_pending) and relay.position = change_head.position
                    from relay, change_head
                    """)) {
                while (!isDone(look)) {
                    LockSupport.parkNanos(LOOK_EVERY);
                }
            }
            return CHANGES / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static boolean isDone(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private double carryBare() throws SQLException, InterruptedException, ExecutionException {
        long head = system.number("membership", "select position from change_head");
        Map<String, Object> config =
                Map.of("bootstrap.servers", system.kafka(), "acks", "all", "linger.ms", 0, "batch.size", 128 * 1024);
        try (Connection connection = system.connect("membership");
                PreparedStatement read = connection.prepareStatement("""
                        select aggregate_id, position, state from change where position > ? order by position limit ?
                        """);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            long begin = System.nanoTime();
            long position = head - CHANGES;
            while (position < head) {
                read.setLong(1, position);
                read.setInt(2, BATCH);
                position = send(read, producer);
            }
            return CHANGES / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long send(PreparedStatement read, KafkaProducer<String, byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        long position = 0;
        List<Future<RecordMetadata>> sent = new ArrayList<>(BATCH);
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                position = row.getLong(2);
                sent.add(producer.send(new ProducerRecord<>("bench.bare", row.getString(1), row.getBytes(3))));
            }
        }
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        return position;
    }
}
