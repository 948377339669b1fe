package vn.congdoan.vks.platform.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Idling;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.CloudEvents;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.change.Position;

/// Carries the change log to Kafka, in the order of its positions, at least once. One instance of a service does it
/// at a time; one that was held up and comes back finds itself shut out by Kafka before it can tell anything old.
final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration WITHOUT_LEASE = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration TOPIC_CHECK = Duration.ofSeconds(15);

    private final Changes changes;
    private final ReadingAhead log;
    private final RelayLease lease;
    private final Topics topics;
    private final Map<String, AggregateType> types;
    private final Function<String, Telling> connect;
    private final String transactionalId;
    private final String node;
    private final int batch;
    private final Idling idling = new Idling();
    private final Clock clock;
    private @Nullable Telling telling;
    private Position told = Position.START;
    private long topicsCheckedAt;
    private @Nullable Heartbeat heartbeat;
    private long heartbeatAt;
    private final AtomicLong carried = new AtomicLong();

    Relay(
            Changes changes,
            RelayLease lease,
            Topics topics,
            List<AggregateType> types,
            Function<String, Telling> connect,
            String transactionalId,
            String node,
            int batch,
            Clock clock) {
        this.changes = changes;
        this.log = new ReadingAhead(changes, batch);
        this.lease = lease;
        this.topics = topics;
        this.types = types.stream().collect(Collectors.toMap(AggregateType::name, each -> each));
        this.connect = connect;
        this.transactionalId = transactionalId;
        this.node = node;
        this.batch = batch;
        this.clock = clock;
    }

    /// That everything committed before an instant stands at or before a position.
    ///
    /// @param position null until all of it has positions
    private record Heartbeat(
            Instant upToDateAt, long lastPending, @Nullable Position position) {}

    /// One round; tells how long to wait for the next.
    Duration round() throws InterruptedException {
        try {
            if (!lease.hold()) {
                disconnect();
                return WITHOUT_LEASE;
            }
            return carry(connected());
        } catch (InterruptedException | RuntimeException failure) {
            disconnect();
            throw failure;
        }
    }

    /// How many changes this instance has carried.
    long carried() {
        return carried.get();
    }

    private Duration carry(Telling kafka) throws InterruptedException {
        checkTopics(kafka);
        prepareHeartbeat();
        List<LoggedChange> next = log.after(told.number());
        Position reached = next.isEmpty() ? told : next.getLast().position();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(next.size() + 1);
        for (LoggedChange change : next) {
            AggregateType type = types.get(change.aggregateType());
            // What is withdrawn from other nodes is still here.
            boolean isOnlyElsewhere = change.kind() == ChangeKind.WITHDRAWAL
                    && change.originNode().equals(node);
            if (type != null && !isOnlyElsewhere) {
                records.add(CloudEvents.of(change, type));
            }
        }
        records.addAll(dueHeartbeats(reached));
        if (!records.isEmpty()) {
            kafka.tell(records);
        }
        if (!next.isEmpty()) {
            told = reached;
            carried.addAndGet(next.size());
            lease.told(told);
        }
        return next.size() == batch ? Duration.ZERO : idling.next(!next.isEmpty());
    }

    private Telling connected() throws InterruptedException {
        if (telling != null) {
            return telling;
        }
        Telling opened = connect.apply(transactionalId);
        try {
            opened.begin();
            ensureTopics(opened);
        } catch (InterruptedException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
        told = lease.told();
        telling = opened;
        LOG.infof("Carrying changes after %s to Kafka as %s", told, transactionalId);
        return opened;
    }

    private void disconnect() {
        if (telling != null) {
            telling.close();
            telling = null;
        }
    }

    private void checkTopics(Telling kafka) throws InterruptedException {
        if (System.nanoTime() - topicsCheckedAt > TOPIC_CHECK.toNanos() && ensureTopics(kafka)) {
            told = lease.told();
        }
    }

    /// True if everything must be told again, because Kafka lost what it had been told.
    private boolean ensureTopics(Telling kafka) throws InterruptedException {
        boolean lost = topics.ensure(kafka.admin());
        if (lost) {
            LOG.warn("Kafka has lost its topics: the whole log is told again");
        }
        topics.remember(kafka.admin(), lost);
        topicsCheckedAt = System.nanoTime();
        return lost;
    }

    private void prepareHeartbeat() {
        boolean wanted = types.values().stream().anyMatch(AggregateType::heartbeat);
        if (wanted && heartbeat == null && System.nanoTime() - heartbeatAt > HEARTBEAT.toNanos()) {
            Instant now = clock.instant();
            heartbeat = new Heartbeat(now, changes.lastPending(), null);
            heartbeatAt = System.nanoTime();
        }
        Heartbeat next = heartbeat;
        if (next != null && next.position() == null && changes.areSequencedUpTo(next.lastPending())) {
            heartbeat = new Heartbeat(next.upToDateAt(), next.lastPending(), changes.head());
        }
    }

    private List<ProducerRecord<String, byte[]>> dueHeartbeats(Position reached) {
        Heartbeat due = heartbeat;
        if (due == null || due.position() == null || reached.compareTo(due.position()) < 0) {
            return List.of();
        }
        heartbeat = null;
        return types.values().stream()
                .filter(AggregateType::heartbeat)
                .map(type -> CloudEvents.heartbeat(type, node, due.upToDateAt()))
                .toList();
    }

    @Override
    public void close() {
        disconnect();
        lease.release();
    }
}
