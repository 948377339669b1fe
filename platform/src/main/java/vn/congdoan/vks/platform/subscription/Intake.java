package vn.congdoan.vks.platform.subscription;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.CloudEvents;
import vn.congdoan.vks.platform.change.Position;

/// Takes what arrived in one transaction, and where something in it cannot be taken, parks that and takes the rest.
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Map<String, Subscription> subscriptions;
    private final ParkedEvents parked;
    private final ObjectMapper json;

    Intake(Instance<Subscription> subscriptions, ParkedEvents parked, ObjectMapper json) {
        this.subscriptions = subscriptions.stream().collect(Collectors.toMap(Subscription::topic, Function.identity()));
        this.parked = parked;
        this.json = json;
    }

    Set<String> topics() {
        return subscriptions.keySet();
    }

    /// Takes records of any topics. When it returns, all of them are taken or parked; if it fails, none is.
    void take(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<ConsumerRecord<String, byte[]>>> byTopic = records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<ConsumerRecord<String, byte[]>>> each : byTopic.entrySet()) {
            take(subscription(each.getKey()), each.getValue());
        }
    }

    /// Tries again what was parked. What can be taken now, because this service was renewed, is parked no longer.
    void retry() {
        for (Subscription subscription : subscriptions.values()) {
            for (ConsumerRecord<String, byte[]> record : parked.of(subscription.topic())) {
                Reading reading = read(subscription, record);
                if (reading.event() != null && takes(subscription, List.of(reading.event()))) {
                    parked.release(record);
                }
            }
        }
    }

    private void take(Subscription subscription, List<ConsumerRecord<String, byte[]>> records) {
        Map<UUID, Event> latest = new LinkedHashMap<>();
        Map<UUID, ConsumerRecord<String, byte[]>> carriers = new LinkedHashMap<>();
        Instant upToDate = null;
        for (ConsumerRecord<String, byte[]> record : records) {
            if (CloudEvents.HEARTBEAT.equals(CloudEvents.attribute(record, "type"))) {
                upToDate = heartbeat(record, upToDate);
                continue;
            }
            Reading reading = read(subscription, record);
            Event event = reading.event();
            if (event == null) {
                park(record, Objects.requireNonNull(reading.reason()), null);
            } else if (latest.get(event.aggregateId()) == null
                    || event.isLaterThan(Objects.requireNonNull(latest.get(event.aggregateId())))) {
                latest.put(event.aggregateId(), event);
                carriers.put(event.aggregateId(), record);
            }
        }
        takeOrPark(subscription, new ArrayList<>(latest.values()), carriers);
        if (upToDate != null) {
            Instant instant = upToDate;
            QuarkusTransaction.requiringNew().run(() -> subscription.upToDate(instant));
        }
    }

    private void takeOrPark(
            Subscription subscription, List<Event> events, Map<UUID, ConsumerRecord<String, byte[]>> carriers) {
        if (events.isEmpty() || takes(subscription, events)) {
            return;
        }
        if (events.size() == 1) {
            park(
                    Objects.requireNonNull(carriers.get(events.getFirst().aggregateId())),
                    ParkedEvents.Reason.REFUSED,
                    null);
            return;
        }
        int half = events.size() / 2;
        takeOrPark(subscription, events.subList(0, half), carriers);
        takeOrPark(subscription, events.subList(half, events.size()), carriers);
    }

    /// False if one of the events is refused; fails if the reason lies elsewhere and may pass.
    private static boolean takes(Subscription subscription, List<Event> events) {
        try {
            QuarkusTransaction.requiringNew().run(() -> subscription.take(events));
            return true;
        } catch (RuntimeException failure) {
            if (mayPass(failure)) {
                throw failure;
            }
            LOG.debugf(failure, "%s refuses one of %d events", subscription.topic(), events.size());
            return false;
        }
    }

    /// SQL state classes 22 (data) and 23 (integrity) lie in the event, and so does what our own code cannot read; all
    /// other failures of the database are not its fault.
    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || !(state.startsWith("22") || state.startsWith("23"));
            }
        }
        return !(failure instanceof IllegalArgumentException || failure instanceof NullPointerException);
    }

    private void park(ConsumerRecord<String, byte[]> record, ParkedEvents.Reason reason, @Nullable String detail) {
        LOG.warnf("Parked %s %d:%d: %s", record.topic(), record.partition(), record.offset(), reason);
        QuarkusTransaction.requiringNew().run(() -> parked.park(record, reason, detail));
    }

    private record Reading(@Nullable Event event, ParkedEvents.@Nullable Reason reason) {}

    private Reading read(Subscription subscription, ConsumerRecord<String, byte[]> record) {
        try {
            int schemaVersion = Integer.parseInt(attribute(record, "schemaversion"));
            if (schemaVersion > subscription.schemaVersion()) {
                return new Reading(null, ParkedEvents.Reason.UNKNOWN_SHAPE);
            }
            byte[] value = record.value();
            if (value == null) {
                return new Reading(null, ParkedEvents.Reason.UNKNOWN_SHAPE);
            }
            Event event = new Event(
                    UUID.fromString(attribute(record, "id")),
                    attribute(record, "type"),
                    UUID.fromString(attribute(record, "subject")),
                    new Position(
                            Integer.parseInt(attribute(record, "epoch")),
                            Long.parseLong(attribute(record, "position"))),
                    Long.parseLong(attribute(record, "version")),
                    Instant.parse(attribute(record, "time")),
                    json.readTree(value));
            return new Reading(event, null);
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            return new Reading(null, ParkedEvents.Reason.UNREADABLE);
        }
    }

    private @Nullable Instant heartbeat(ConsumerRecord<String, byte[]> record, @Nullable Instant before) {
        try {
            return Instant.parse(attribute(record, "time"));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return before;
        }
    }

    private static String attribute(ConsumerRecord<String, byte[]> record, String name) {
        String value = CloudEvents.attribute(record, name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private Subscription subscription(String topic) {
        return Objects.requireNonNull(subscriptions.get(topic), topic);
    }
}
