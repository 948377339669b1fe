package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.realm.DemoLogins;

/// Asks welfare-service itself, as the people of Quảng Ngãi's union of the demo.
final class WelfareApi {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final BenchSystem system;
    private final URI welfare;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<DemoLogins, Token> tokens = new EnumMap<>(DemoLogins.class);

    WelfareApi(BenchSystem system) {
        this.system = system;
        this.welfare = URI.create("http://127.0.0.1:" + system.place().welfarePort());
    }

    URI address() {
        return welfare;
    }

    private record Token(String text, long since) {}

    /// What was answered.
    ///
    /// @param tag the ETag; null without one
    record Answer(JsonNode body, @Nullable String tag) {}

    String union() throws SQLException {
        return system.text("welfare", "select unit_id from directory_unit_version where code = 'QNG'");
    }

    /// Opens a fund that takes what members give, and may spend it.
    void openFund(String id, String name) throws SQLException, IOException, InterruptedException {
        put(DemoLogins.QUANGNGAI_KETOAN, "/api/v1/funds/" + id, """
                {"unitId": "%s", "kind": "OTHER", "name": "%s", "passThrough": false,
                 "purposes": ["HARDSHIP", "OTHER"], "opensOn": "2015-01-01", "takesOutsideDonors": true}
                """.formatted(union(), name));
    }

    void put(DemoLogins login, String path, String body) throws IOException, InterruptedException {
        send(request(login, path)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer upload(DemoLogins login, String path, String csv) throws IOException, InterruptedException {
        return send(request(login, path)
                .header("Content-Type", "text/csv")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8)));
    }

    Answer post(DemoLogins login, String path, String body) throws IOException, InterruptedException {
        return post(login, path, body, null);
    }

    /// @param ifMatch the ETag that the record must still have; null: whatever it has
    Answer post(DemoLogins login, String path, String body, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(login, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    Answer get(DemoLogins login, String path) throws IOException, InterruptedException {
        return send(request(login, path));
    }

    private HttpRequest.Builder request(DemoLogins login, String path) {
        return HttpRequest.newBuilder(welfare.resolve(path)).header("Authorization", "Bearer " + token(login));
    }

    private String token(DemoLogins login) {
        Token held = tokens.get(login);
        if (held == null || System.nanoTime() - held.since() > FRESH.toNanos()) {
            held = new Token(system.token(login), System.nanoTime());
            tokens.put(login, held);
        }
        return held.text();
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return new Answer(
                json.readTree(response.body()),
                response.headers().firstValue("ETag").orElse(null));
    }
}
