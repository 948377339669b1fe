package vn.congdoan.vks.platform.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import vn.congdoan.vks.platform.sql.Sql;

/// How far Kafka is behind the change log, as metrics: `vks_relay_lag_changes` and `vks_relay_lag_seconds`.
@ApplicationScoped
class LagMetrics {

    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private static final String LAG = """
            select (select count(*) from change_pending)
                   + (select count(*) from (select from change
                      where change.position > relay.position limit 1000000) untold),
                   extract(epoch from clock_timestamp() - least(
                       (select recorded_at from change_pending order by pending_id limit 1),
                       (select recorded_at from change
                        where change.position > relay.position order by position limit 1)))
            from relay
            """;

    private final Sql sql;
    private Lag last = new Lag(0, 0);
    private long askedAt = System.nanoTime() - BELIEVED.toNanos();

    LagMetrics(Sql sql) {
        this.sql = sql;
    }

    private record Lag(double changes, double seconds) {}

    void register(@Observes StartupEvent start, MeterRegistry metrics) {
        register(metrics, "vks.relay.lag.changes", "Changes that Kafka has not been told yet", Lag::changes);
        register(
                metrics,
                "vks.relay.lag.seconds",
                "Age of the oldest change that Kafka has not been told",
                Lag::seconds);
    }

    private void register(MeterRegistry metrics, String name, String description, ToDoubleFunction<Lag> figure) {
        Gauge.builder(name, this, each -> figure.applyAsDouble(each.lag()))
                .description(description)
                .strongReference(true)
                .register(metrics);
    }

    private synchronized Lag lag() {
        if (System.nanoTime() - askedAt >= BELIEVED.toNanos()) {
            last = sql.one(LAG, row -> new Lag(row.getDouble(1), Math.max(0, row.getDouble(2))))
                    .orElseThrow();
            askedAt = System.nanoTime();
        }
        return last;
    }
}
