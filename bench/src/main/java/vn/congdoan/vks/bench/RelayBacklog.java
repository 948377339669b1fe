package vn.congdoan.vks.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

/// How fast 100,000 changes are told to Kafka: once they have positions and wait for the relay alone, as after an
/// outage of Kafka, and from the commit on, with the sequencer at work beside it. The bare minimum: rows read in the
/// same order and sent as they are, without transactions or fencing.
final class RelayBacklog implements Measurement.Measuring {

    private static final int CHANGES = 100_000;
    private static final int BATCH = 1_000;
    private static final int WARM_UPS = 8;
    private static final String GOAL = "≥ 30,000 changes/s";
    private static final String SEQUENCED = "select not exists (select from change_pending)";
    private static final String LEFT = "select change_head.position - relay.position from relay, change_head";
    private static final String BEGUN = "select (" + LEFT + ") < " + CHANGES;
    private static final String TOLD = "select not exists (select from change_pending) and (" + LEFT + ") = 0";
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
        double[] waiting = new double[runs];
        double[] ours = new double[runs];
        double[] bare = new double[runs];
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
            admin.createTopics(List.of(new NewTopic("bench.bare", 3, (short) 1)))
                    .all()
                    .get();
        }
        for (int run = 0; run < runs; run++) {
            bare[run] = carryBare();
            waiting[run] = carryWhatWaits();
            ours[run] = carry();
        }
        return List.of(
                Figure.of("Relay on a backlog of 100,000 changes", "changes/s", waiting, GOAL),
                Figure.of("the same, counted from the commit: sequenced and told", "changes/s", ours, ""),
                Figure.of("limit: rows read and sent bare", "changes/s", bare, ""));
    }

    private double carry() throws SQLException {
        try (Connection connection = system.connect("membership")) {
            long begin = commitMany(connection);
            await(connection, TOLD);
            return CHANGES / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /// The service's relay is kept away until all have positions. The clock runs from its first batch, so without the
    /// time that it takes to notice that it may go on.
    private double carryWhatWaits() throws SQLException {
        try (Connection connection = system.connect("membership");
                Statement lease = connection.createStatement()) {
            lease.execute("update relay set holder = uuidv7(), held_until = now() + interval '1 hour'");
            commitMany(connection);
            await(connection, SEQUENCED);
            lease.execute("update relay set held_until = now()");
            await(connection, BEGUN);
            long begin = System.nanoTime();
            long left = system.number("membership", LEFT);
            await(connection, TOLD);
            return left / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long commitMany(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement write = connection.prepareStatement(ChangeRows.MANY)) {
            write.setInt(1, CHANGES);
            write.executeUpdate();
        }
        long committing = System.nanoTime();
        connection.commit();
        connection.setAutoCommit(true);
        return committing;
    }

    private static void await(Connection connection, String condition) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(condition)) {
            while (!holds(look)) {
                LockSupport.parkNanos(LOOK_EVERY);
            }
        }
    }

    private static boolean holds(PreparedStatement condition) throws SQLException {
        try (ResultSet row = condition.executeQuery()) {
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
