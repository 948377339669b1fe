package vn.congdoan.vks.gateway.testing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/// Steers one raw service and watches what it sees.
public record Steering(String service) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Steering of(String service) {
        return new Steering(service);
    }

    public void stop() {
        order("/stop", "");
    }

    public void start() {
        order("/start", "");
    }

    public void audit(JsonObject content) {
        order("/audit", content.encode());
    }

    public JsonObject state() {
        return order("/state", "");
    }

    /// Waits until the service has seen what is expected.
    public JsonObject await(Predicate<JsonObject> expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var state = state();
        while (!expected.test(state)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(service + " never came to that; its state: " + state);
            }
            Thread.onSpinWait();
            state = state();
        }
        return state;
    }

    static JsonObject post(String url, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return new JsonObject(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private JsonObject order(String order, String body) {
        var base = ConfigProvider.getConfig().getValue("test." + service + ".steering", String.class);
        return post(base + order, body);
    }
}
