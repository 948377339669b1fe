package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.routing.Backend;

/// One service as the gateway reaches it: its address, its own bounded connection pool (so that one slow service
/// cannot use up what the others need), and how the last exchange with it went.
public final class Service {

    private final Backend backend;
    private final URI address;
    private final HttpClient client;
    private final Clock clock;
    private volatile LastContact lastContact = LastContact.NONE;

    Service(Backend backend, URI address, Vertx vertx, GatewaySettings settings, Clock clock) {
        this.backend = backend;
        this.address = address;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setName(backend.serviceName())
                .setKeepAlive(true)
                .setPipelining(false)
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setMaxPoolSize(settings.maxConnections())
                .setMaxWaitQueueSize(settings.maxWaiting()));
    }

    /// What is known of a service from the last exchange with it.
    ///
    /// @param answered whether it answered at all
    /// @param at when that was
    public record LastContact(boolean answered, Instant at) {
        static final LastContact NONE = new LastContact(true, Instant.MIN);

        /// Whether there was any exchange since the start.
        public boolean known() {
            return !at.equals(Instant.MIN);
        }
    }

    /// The name people see.
    public String name() {
        return backend.serviceName();
    }

    /// Where it is.
    public URI address() {
        return address;
    }

    /// How the last exchange went.
    public LastContact lastContact() {
        return lastContact;
    }

    Future<HttpClientRequest> open(HttpMethod method, String uri) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(port())
                .setSsl("https".equals(address.getScheme()))
                .setURI(uri));
    }

    /// Reads one bounded answer as a whole, for a view composed of several. Fails when the service is away, late,
    /// broken or answers too much.
    public Future<PartAnswer> read(PartRequest part) {
        return PartReading.of(this, part)
                .onSuccess(_ -> answered())
                .onFailure(cause -> failed(Failures.whileConnecting(cause)));
    }

    void answered() {
        lastContact = new LastContact(true, clock.instant());
    }

    void failed(ProblemCode code) {
        if (code == ProblemCode.UPSTREAM_UNAVAILABLE) {
            lastContact = new LastContact(false, clock.instant());
        }
    }

    /// A `Location` that names the service itself means the same place on the gateway.
    String publicLocation(String location) {
        var own = address.getScheme() + "://" + address.getRawAuthority();
        return location.startsWith(own + "/") ? location.substring(own.length()) : location;
    }

    void close() {
        client.close();
    }

    private int port() {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
