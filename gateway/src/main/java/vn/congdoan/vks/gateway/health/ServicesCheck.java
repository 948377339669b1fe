package vn.congdoan.vks.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.congdoan.vks.gateway.forwarding.Services;

/// Tells how the last exchange with each service went. The gateway stays ready when a service is down: it is needed
/// for the others, and to say which one is missing.
@Readiness
@ApplicationScoped
final class ServicesCheck implements HealthCheck {

    private final Services services;

    ServicesCheck(Services services) {
        this.services = services;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("services").up();
        for (var service : services.all()) {
            var contact = service.lastContact();
            var state = contact.answered() ? "answered at " : "unavailable at ";
            response.withData(service.name(), contact.known() ? state + contact.at() : "not asked yet");
        }
        return response.build();
    }
}
