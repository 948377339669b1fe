package vn.congdoan.vks.platform.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.sql.Sql;

/// The topics of a service's changes: makes those that are missing, and notices where Kafka's data is no longer that
/// which was told before.
final class Topics {

    private final Sql sql;
    private final ObjectMapper json;
    private final List<AggregateType> types;
    private final int partitions;

    Topics(Sql sql, ObjectMapper json, List<AggregateType> types, int partitions) {
        this.sql = sql;
        this.json = json;
        this.types = types;
        this.partitions = partitions;
    }

    /// Makes missing topics. True if one that was told to before is gone or another one: everything must be told again.
    boolean ensure(Admin kafka) throws InterruptedException {
        Map<String, String> known = knownIds();
        Map<String, String> present = ids(kafka);
        for (AggregateType type : types) {
            if (!present.containsKey(type.topic())) {
                create(kafka, type);
            }
        }
        present = ids(kafka);
        boolean lost = false;
        for (AggregateType type : types) {
            String before = known.get(type.topic());
            lost |= before != null && !before.equals(present.get(type.topic()));
        }
        return lost;
    }

    /// Remembers the topics that the log is told to from now on; where the log is told again, in the same step.
    void remember(Admin kafka, boolean fromTheStart) throws InterruptedException {
        Map<String, String> present = ids(kafka);
        if (fromTheStart) {
            sql.change("update relay set topic_ids = ?::jsonb, epoch = 0, position = 0", write(present));
        } else if (!present.equals(knownIds())) {
            sql.change("update relay set topic_ids = ?::jsonb", write(present));
        }
    }

    private void create(Admin kafka, AggregateType type) throws InterruptedException {
        Map<String, String> config = new HashMap<>();
        if (type.kind() == ChangeKind.STATE) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            // A segment is compacted when it is closed. Heartbeats would fill one for a week, and what was erased would
            // stay in it for as long.
            Duration open = type.heartbeat() ? Duration.ofHours(1) : Duration.ofDays(1);
            config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(open.toMillis()));
            config.put(
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofDays(1).toMillis()));
        } else {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        }
        NewTopic topic =
                new NewTopic(type.topic(), Optional.of(type.heartbeat() ? 1 : partitions), Optional.<Short>empty());
        try {
            get(kafka.createTopics(List.of(topic.configs(config))).all());
        } catch (TopicExistsException madeByAnotherInstance) {
            // Just as well.
        }
    }

    private Map<String, String> ids(Admin kafka) throws InterruptedException {
        Map<String, String> found = new HashMap<>();
        Map<String, KafkaFuture<TopicDescription>> asked = kafka.describeTopics(
                        types.stream().map(AggregateType::topic).toList())
                .topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each : asked.entrySet()) {
            try {
                found.put(each.getKey(), get(each.getValue()).topicId().toString());
            } catch (UnknownTopicOrPartitionException missing) {
                // Not among the found ones.
            }
        }
        return found;
    }

    private Map<String, String> knownIds() {
        String stored =
                sql.one("select topic_ids from relay", row -> row.getString(1)).orElseThrow();
        try {
            Map<?, ?> read = json.readValue(stored, Map.class);
            return read.entrySet().stream()
                    .collect(Collectors.toMap(
                            each -> each.getKey().toString(), each -> String.valueOf(each.getValue())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Map<String, String> ids) {
        try {
            return json.writeValueAsString(ids);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException cause ? cause : new KafkaException(failure.getCause());
        }
    }
}
