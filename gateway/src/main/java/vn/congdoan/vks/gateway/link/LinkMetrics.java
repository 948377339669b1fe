package vn.congdoan.vks.gateway.link;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Shows how the link is doing: how far each way is behind, how long ago both ends spoke, and what was carried.
@ApplicationScoped
class LinkMetrics {

    private final MeterRegistry registry;
    private final Clock clock;

    LinkMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /// @param way `up` to the central node or `down` from it
    void show(String service, String way, Progress progress) {
        Tags tags = Tags.of("service", service, "way", way);
        Gauge.builder("vks.sync.lag.changes", progress, Progress::lag)
                .tags(tags)
                .register(registry);
        Gauge.builder("vks.sync.contact.age.seconds", progress, this::age)
                .tags(tags)
                .register(registry);
        Gauge.builder("vks.sync.failing", progress, each -> each.failure() == null ? 0 : 1)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("vks.sync.changes", progress, Progress::changes)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("vks.sync.bytes", progress, Progress::bytes)
                .tags(tags)
                .register(registry);
    }

    /// Without any contact so far there is no age.
    private double age(Progress progress) {
        Instant contact = progress.contactAt();
        return contact == null
                ? Double.NaN
                : Duration.between(contact, clock.instant()).toMillis() / 1000.0;
    }
}
