package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.problem.Problems;
import vn.congdoan.vks.gateway.routing.Backend;

/// Asks all services the same question at once, on behalf of the caller: with the caller's own token, language and
/// request id, within one time for all.
@ApplicationScoped
public final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "Content-Language", "Cache-Control", "WWW-Authenticate", "Retry-After");

    private final Services services;
    private final GatewaySettings settings;

    Asking(Services services, GatewaySettings settings) {
        this.services = services;
        this.settings = settings;
    }

    /// What each service's answer means, in the services' fixed order.
    ///
    /// @param understand makes sense of an answer
    /// @param absent stands for a service that did not answer in time, or not at all
    public <T> Map<Backend, T> all(
            String uri,
            Map<String, String> headers,
            BiFunction<Backend, PartAnswer, T> understand,
            Function<Backend, T> absent) {
        var request = new PartRequest(
                uri, headers, settings.composedTimeout(), settings.maxPartSize().asLongValue());
        Map<Backend, CompletableFuture<T>> asked = new EnumMap<>(Backend.class);
        for (var backend : Backend.values()) {
            CompletionStage<T> answer = services.get(backend)
                    .read(request)
                    .map(part -> understand.apply(backend, part))
                    .otherwise(failure -> {
                        LOG.warnf("%s gave no part: %s", backend.serviceName(), failure);
                        return absent.apply(backend);
                    })
                    .toCompletionStage();
            asked.put(backend, answer.toCompletableFuture());
        }
        Map<Backend, T> understood = new EnumMap<>(Backend.class);
        asked.forEach((backend, part) -> understood.put(backend, part.join()));
        return understood;
    }

    /// What a service must know of the caller.
    public static Map<String, String> headers(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (var name : List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)) {
            Optional.ofNullable(request.getHeader(name)).ifPresent(value -> headers.put(name, value));
        }
        headers.put(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        headers.put(
                Problems.REQUEST_ID,
                Objects.requireNonNullElse(response.headers().get(Problems.REQUEST_ID), ""));
        return headers;
    }

    /// A service's refusal as the gateway's own answer.
    public static Response passOn(PartAnswer answer) {
        var response = Response.status(answer.status()).entity(answer.body().getBytes());
        for (var name : PASSED_ON) {
            Optional.ofNullable(answer.headers().get(name)).ifPresent(value -> response.header(name, value));
        }
        return response.build();
    }
}
