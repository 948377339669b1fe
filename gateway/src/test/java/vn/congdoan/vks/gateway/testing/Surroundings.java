package vn.congdoan.vks.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything around the gateway: the three services and the issuer of tokens. Tests steer them over HTTP
/// (`Steering`), since the gateway's class loader is another than theirs.
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private final List<AutoCloseable> running = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        for (var name : List.of("membership", "campaign", "welfare")) {
            var service = new RawService(name);
            running.add(service);
            configuration.put("vks." + name + ".url", service.url());
            configuration.put("test." + name + ".steering", steering(service));
        }
        var issuer = new TestIssuer();
        running.add(issuer);
        configuration.put("quarkus.oidc.auth-server-url", issuer.base() + "/realm");
        configuration.put("test.issuer", issuer.base());
        return configuration;
    }

    @Override
    public void stop() {
        for (var part : running) {
            try {
                part.close();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
        running.clear();
    }

    private String steering(RawService service) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var order = exchange.getRequestURI().getPath();
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                switch (order) {
                    case "/stop" -> service.stop();
                    case "/start" -> service.start();
                    case "/audit" -> service.audit().put(Json.read(body));
                    default -> {}
                }
                var state = service.state().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, state.length);
                exchange.getResponseBody().write(state);
                exchange.close();
            });
            server.start();
            running.add(() -> server.stop(0));
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
