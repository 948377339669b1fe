package vn.congdoan.vks.platform.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Logged;
import vn.congdoan.vks.platform.change.Sequencer;
import vn.congdoan.vks.platform.sql.Sql;

/// Runs this instance's relay while the service runs.
@ApplicationScoped
class RunningRelay {

    private final Relay relay;
    private final boolean needed;
    private @Nullable Loop loop;

    RunningRelay(
            Sql sql,
            ObjectMapper json,
            Changes changes,
            Instance<Logged> logged,
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "vks.node.id") String node,
            MeterRegistry metrics,
            Clock clock) {
        List<AggregateType> types = logged.stream()
                .flatMap(each -> each.types().stream())
                .filter(each -> !each.amongNodesAlone())
                .toList();
        needed = !types.isEmpty();
        relay = new Relay(
                changes,
                new RelayLease(sql, config.lease()),
                new Topics(sql, json, types, config.partitions()),
                types,
                transactionalId -> new Telling(kafka, transactionalId),
                config.transactionalId(),
                node,
                config.batch(),
                clock);
        FunctionCounter.builder("vks.relay.changes", relay, Relay::carried)
                .description("Changes that this instance carried to Kafka")
                .register(metrics);
    }

    void start(@Observes StartupEvent start) {
        if (needed) {
            loop = Loop.start("relay", relay::round);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
            relay.close();
        }
    }

    void wake(@Observes Sequencer.Sequenced sequenced) {
        if (loop != null) {
            loop.wake();
        }
    }
}
