package vn.congdoan.vks.platform.subscription;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.congdoan.vks.platform.change.CloudEvents;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.problem.Causes;

/// Takes what arrived in one transaction, and where something in it cannot be taken, parks that and takes the rest.
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /// Classes of SQL states.
    private static final Set<String> TRANSIENT = Set.of("08", "25", "40", "53", "55", "57", "58");

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
            Map<UUID, ConsumerRecord<String, byte[]>> page = parked.page(subscription.topic(), null);
            while (!page.isEmpty()) {
                page.forEach((fingerprint, record) -> retry(subscription, fingerprint, record));
                page = parked.page(
                        subscription.topic(), List.copyOf(page.keySet()).getLast());
            }
        }
    }

    private void retry(Subscription subscription, UUID fingerprint, ConsumerRecord<String, byte[]> record) {
        Reading reading = read(subscription, record);
        if (reading.event() != null && refusal(subscription, List.of(reading.event())) == null) {
            parked.release(subscription.topic(), fingerprint);
        }
    }

    private void take(Subscription subscription, List<ConsumerRecord<String, byte[]>> records) {
        Map<UUID, Event> latest = new LinkedHashMap<>();
        Map<UUID, ConsumerRecord<String, byte[]>> carriers = new LinkedHashMap<>();
        List<Gone> gone = new ArrayList<>();
        Instant upToDate = null;
        for (ConsumerRecord<String, byte[]> record : records) {
            if (CloudEvents.HEARTBEAT.equals(CloudEvents.attribute(record, "type"))) {
                upToDate = heartbeat(record, upToDate);
                continue;
            }
            if (record.value() == null) {
                gone(record).ifPresent(each -> {
                    gone.add(each);
                    latest.computeIfPresent(each.aggregateId(), (id, event) -> each.covers(event) ? null : event);
                });
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
        if (!gone.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> subscription.forget(gone));
        }
        // What was told again after it had gone is news.
        takeOrPark(subscription, new ArrayList<>(latest.values()), carriers);
        if (upToDate != null) {
            Instant instant = upToDate;
            QuarkusTransaction.requiringNew().run(() -> subscription.upToDate(instant));
        }
    }

    private void takeOrPark(
            Subscription subscription, List<Event> events, Map<UUID, ConsumerRecord<String, byte[]>> carriers) {
        if (events.isEmpty()) {
            return;
        }
        String refusal = refusal(subscription, events);
        if (refusal == null) {
            return;
        }
        if (events.size() == 1) {
            park(
                    Objects.requireNonNull(carriers.get(events.getFirst().aggregateId())),
                    ParkedEvents.Reason.REFUSED,
                    refusal);
            return;
        }
        int half = events.size() / 2;
        takeOrPark(subscription, events.subList(0, half), carriers);
        takeOrPark(subscription, events.subList(half, events.size()), carriers);
    }

    /// Takes events. Tells why one of them is refused, null if none is; fails if the reason lies elsewhere and may
    /// pass.
    private static @Nullable String refusal(Subscription subscription, List<Event> events) {
        try {
            QuarkusTransaction.requiringNew().run(() -> subscription.take(events));
            return null;
        } catch (RuntimeException failure) {
            Optional<SQLException> database = Causes.first(SQLException.class, failure);
            boolean mayPass = database.map(Intake::mayPass).orElse(failure instanceof QuarkusTransactionException);
            if (mayPass) {
                throw failure;
            }
            // What the database says of a row holds the row, so only its kind is kept.
            return database.map(Intake::kind).orElseGet(failure::toString);
        }
    }

    /// Failures of the connection, of resources, of other transactions and of the server are not the event's fault.
    private static boolean mayPass(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || TRANSIENT.contains(state.substring(0, 2));
    }

    private static String kind(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        return "SQL state " + failure.getSQLState() + (constraint == null ? "" : ", " + constraint);
    }

    private void park(ConsumerRecord<String, byte[]> record, ParkedEvents.Reason reason, @Nullable String detail) {
        LOG.warnf(
                "Parked %s %d:%d: %s %s",
                record.topic(), record.partition(), record.offset(), reason, Objects.requireNonNullElse(detail, ""));
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

    /// A record of which Kafka has no more than that it is gone.
    private static Optional<Gone> gone(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(new Gone(
                    UUID.fromString(attribute(record, "subject")),
                    Integer.parseInt(attribute(record, "epoch")),
                    Long.parseLong(attribute(record, "version"))));
        } catch (IllegalArgumentException unreadable) {
            LOG.warnf("Left out %s %d:%d: unreadable", record.topic(), record.partition(), record.offset());
            return Optional.empty();
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
