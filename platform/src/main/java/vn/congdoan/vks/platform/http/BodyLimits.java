package vn.congdoan.vks.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A server that takes files takes larger bodies than most operations want: they are held to the limit of all others,
/// whether a body says how long it is or not.
class BodyLimits {

    private final long most;

    BodyLimits(@ConfigProperty(name = "vks.http.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation, RoutingContext exchange) {
        if (operation.getResourceMethod().isAnnotationPresent(TakesFile.class)) {
            return;
        }
        if (request.getLength() > most) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
    }
}
