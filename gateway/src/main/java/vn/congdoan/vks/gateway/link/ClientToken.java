package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The token of an account that logs in for itself, asked for anew shortly before it expires.
final class ClientToken {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final ObjectMapper json;
    private final Clock clock;
    private final URI address;
    private final String form;
    private String token = "";
    private Instant validUntil = Instant.EPOCH;

    ClientToken(HttpClient http, ObjectMapper json, Clock clock, URI address, String client, String secret) {
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.address = address;
        this.form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
    }

    synchronized String get() throws IOException, InterruptedException {
        if (clock.instant().isAfter(validUntil.minus(EARLY))) {
            ask();
        }
        return token;
    }

    /// It was not believed: keys may have changed.
    synchronized void forget() {
        validUntil = Instant.EPOCH;
    }

    private void ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("No token from " + address + ": " + answer.statusCode());
        }
        JsonNode given = json.readTree(answer.body());
        token = given.path("access_token").asText();
        validUntil = clock.instant().plusSeconds(given.path("expires_in").asLong());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
