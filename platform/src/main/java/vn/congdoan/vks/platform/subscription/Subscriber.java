package vn.congdoan.vks.platform.subscription;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;

/// Reads the topics that this service subscribes to. What was read is taken before Kafka learns of it, so a crash loses
/// nothing; what is read twice does no harm.
@ApplicationScoped
class Subscriber {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final Intake intake;
    private final Map<String, Object> kafka;
    private final String group;
    private @Nullable Loop loop;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopping;

    Subscriber(
            Intake intake,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "vks.subscription.group") String group) {
        this.intake = intake;
        this.kafka = kafka;
        this.group = group;
    }

    void start(@Observes StartupEvent start) {
        if (!intake.topics().isEmpty()) {
            loop = Loop.start("subscriber", this::round);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        KafkaConsumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (loop != null) {
            loop.close();
        }
    }

    private Duration round() {
        try {
            KafkaConsumer<String, byte[]> reading = consumer == null ? open() : consumer;
            ConsumerRecords<String, byte[]> records = reading.poll(POLL);
            if (!records.isEmpty()) {
                List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
                records.forEach(all::add);
                intake.take(all);
                reading.commitSync();
            }
        } catch (WakeupException wokenToStop) {
            close();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
        if (stopping) {
            close();
        }
        return Duration.ZERO;
    }

    private KafkaConsumer<String, byte[]> open() {
        intake.retry();
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        // How soon a topic is noticed that its owner makes after we have started.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        KafkaConsumer<String, byte[]> opened =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        opened.subscribe(intake.topics());
        consumer = opened;
        return opened;
    }

    private void close() {
        KafkaConsumer<String, byte[]> reading = consumer;
        consumer = null;
        if (reading != null) {
            reading.close();
        }
    }
}
