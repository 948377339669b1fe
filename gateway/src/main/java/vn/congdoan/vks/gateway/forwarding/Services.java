package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.routing.Backend;

/// The services behind the gateway, at their configured addresses.
@ApplicationScoped
public class Services {

    private final Map<Backend, Service> services = new EnumMap<>(Backend.class);

    Services(
            Vertx vertx,
            GatewaySettings settings,
            Clock clock,
            @ConfigProperty(name = "vks.membership.url") URI membership,
            @ConfigProperty(name = "vks.campaign.url") URI campaign,
            @ConfigProperty(name = "vks.welfare.url") URI welfare) {
        for (var backend : Backend.values()) {
            var address =
                    switch (backend) {
                        case MEMBERSHIP -> membership;
                        case CAMPAIGN -> campaign;
                        case WELFARE -> welfare;
                    };
            services.put(backend, new Service(backend, address, vertx, settings, clock));
        }
    }

    /// The service of a route.
    public Service get(Backend backend) {
        return Objects.requireNonNull(services.get(backend));
    }

    /// All services, in their fixed order.
    public Collection<Service> all() {
        return services.values();
    }

    @PreDestroy
    void close() {
        services.values().forEach(Service::close);
    }
}
