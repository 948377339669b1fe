package vn.congdoan.vks.platform.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A connection to Kafka under the service's transactional id: from its opening on, Kafka refuses whatever an earlier
/// one still sends.
final class Telling implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    Telling(Map<String, Object> kafka, String transactionalId) {
        producer = new KafkaProducer<>(
                with(
                        kafka,
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId,
                                ProducerConfig.ACKS_CONFIG, "all",
                                // A transaction's commit sends what waits, so nothing waits for longer.
                                ProducerConfig.LINGER_MS_CONFIG, 100,
                                ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000,
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000)),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(with(
                kafka,
                Map.of(
                        "request.timeout.ms", 3_000,
                        "default.api.timeout.ms", 5_000,
                        "reconnect.backoff.max.ms", 1_000)));
    }

    /// Shuts earlier holders of the transactional id out.
    void begin() {
        producer.initTransactions();
    }

    Admin admin() {
        return admin;
    }

    /// Sends records so that readers of committed data see all of them or none.
    void tell(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            sent.add(producer.send(record));
        }
        producer.commitTransaction();
        if (!sent.stream().allMatch(Future::isDone)) {
            throw new KafkaException("A transaction was committed before its records were sent");
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
        admin.close(CLOSING);
    }

    private static Map<String, Object> with(Map<String, Object> kafka, Map<String, Object> more) {
        Map<String, Object> all = new java.util.HashMap<>(kafka);
        all.putAll(more);
        return all;
    }
}
