package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.gateway.forwarding.Services;
import vn.congdoan.vks.gateway.routing.Backend;

/// The link of a province's node to the central one: for each service one way up and one way down, all at the same
/// time. The central node calls nobody, so that a province needs no address that others can reach.
@ApplicationScoped
class Link {

    private static final Logger LOG = Logger.getLogger(Link.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final LinkSettings settings;
    private final Services services;
    private final OwnAccount account;
    private final LinkMetrics metrics;
    private final ObjectMapper json;
    private final Clock clock;
    private final String node;
    private final List<OneWay> ways = new ArrayList<>();
    private final List<Comparer> comparers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable MovingIn movingIn;

    Link(
            LinkSettings settings,
            Services services,
            OwnAccount account,
            LinkMetrics metrics,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "vks.node.id", defaultValue = "central") String node) {
        this.settings = settings;
        this.services = services;
        this.account = account;
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
        this.node = node;
    }

    void start(@Observes StartupEvent start) {
        settings.centralUrl().ifPresent(this::connect);
    }

    private void connect(URI central) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        ClientToken there = new ClientToken(
                http,
                json,
                clock,
                settings.tokenUrl().orElseThrow(),
                settings.clientId().orElseThrow(),
                settings.clientSecret().orElseThrow());
        ClientToken here = account.token(http, json, clock);
        List<MovingIn.Ends> ends = new ArrayList<>();
        for (Backend backend : Backend.values()) {
            String service = backend.name().toLowerCase(Locale.ROOT);
            End above = new End(http, json, there, central + "/api/v1/sync/" + service, "/cursors/" + node);
            End own = new End(http, json, here, services.get(backend).address() + "/internal/sync", "/cursor");
            OneWay down = new OneWay(service + " down", above, own, settings, clock, () -> true);
            // What was lost comes back before anything goes up.
            OneWay up = new OneWay(
                    service + " up",
                    own,
                    above,
                    settings,
                    clock,
                    () -> Objects.equals(down.progress().recovering(), false));
            metrics.show(service, "down", down.progress());
            metrics.show(service, "up", up.progress());
            ways.add(down);
            ways.add(up);
            ends.add(new MovingIn.Ends(service, own, above));
            comparers.add(new Comparer(service, node, own, above, json));
        }
        End registry = new End(http, json, there, central + "/api/v1/sync/nodes", "");
        MovingIn moving = new MovingIn(ends, registry, settings.look().toMillis());
        movingIn = moving;
        threads.add(Thread.ofVirtual().start(moving));
        ways.forEach(way -> threads.add(Thread.ofVirtual().start(way)));
        comparers.forEach(each -> threads.add(Thread.ofVirtual().start(each)));
        LOG.infof("The node %s synchronises with %s", node, central);
    }

    void stop(@Observes ShutdownEvent stop) {
        ways.forEach(OneWay::end);
        if (movingIn != null) {
            movingIn.end();
        }
        comparers.forEach(Comparer::end);
        threads.forEach(Thread::interrupt);
    }
}
