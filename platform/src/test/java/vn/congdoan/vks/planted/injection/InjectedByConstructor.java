package vn.congdoan.vks.planted.injection;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Gets what it needs when it is made.
class InjectedByConstructor {

    private final Clock clock;
    private final String zone;
    private final Runnable client;

    @Inject
    InjectedByConstructor(Clock clock, @ConfigProperty(name = "planted") String zone, @RestClient Runnable client) {
        this.clock = clock;
        this.zone = zone;
        this.client = client;
    }

    @Produces
    Clock zoned() {
        return clock.withZone(ZoneId.of(zone));
    }

    void on(@Observes Runnable event) {
        event.run();
        client.run();
    }
}
