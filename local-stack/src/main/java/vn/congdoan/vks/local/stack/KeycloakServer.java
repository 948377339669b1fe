package vn.congdoan.vks.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

/// A running Keycloak with the realm `congdoan`: where it is, and bearer tokens for the demo logins.
public final class KeycloakServer implements AutoCloseable {
    /// Where every Keycloak of ours gives out tokens, after its address.
    public static final String TOKEN_PATH = "/realms/congdoan/protocol/openid-connect/token";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final String DATABASE = "keycloak";

    private final int port;
    private final int managementPort;
    private final @Nullable LeashedProcess process;

    private KeycloakServer(int port, int managementPort, @Nullable LeashedProcess process) {
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
    }

    /// A server that somebody else started on these ports.
    public static KeycloakServer at(int port, int managementPort) {
        return new KeycloakServer(port, managementPort, null);
    }

    /// Starts a server on free ports with its data in a database of its own, gone with `close` or with this JVM.
    public static KeycloakServer temporary(PostgresServer postgres) {
        try {
            Path scratch = Files.createTempDirectory("vks-keycloak");
            KeycloakFiles files = new KeycloakFiles(Cache.ofThisCheckout(), scratch);
            files.prepare();
            postgres.ensureDatabaseWithOwner(DATABASE, PostgresServer.PASSWORD);
            int port = Ports.free();
            int managementPort = Ports.free();
            Launch launch = files.launch(
                    port,
                    managementPort,
                    new KeycloakFiles.Database(postgres.jdbcUrl(DATABASE), DATABASE, PostgresServer.PASSWORD));
            LeashedProcess process = LeashedProcess.start(launch, scratch, LeashedProcess.Stop.KILL);
            KeycloakServer server = new KeycloakServer(port, managementPort, process);
            process.awaitReady("Keycloak", server::isReady, START_LIMIT);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its TCP port on 127.0.0.1.
    public int port() {
        return port;
    }

    /// What browsers and services call it by; the beginning of its issuer.
    public String address() {
        return "http://localhost:" + port;
    }

    /// The `iss` of every token of the realm.
    public String issuer() {
        return address() + "/realms/congdoan";
    }

    /// Whether it has imported the realm and serves.
    public boolean isReady() {
        return HttpCheck.answersOk(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"));
    }

    /// A fresh access token of a person, by the password grant that the realm allows for local use.
    public String tokenOf(DemoLogins person) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "console",
                "username",
                person.login(),
                "password",
                DemoLogins.PASSWORD));
    }

    /// A fresh access token of a program.
    public String tokenOf(DemoClients client) {
        return token(Map.of(
                "grant_type", "client_credentials",
                "client_id", client.clientId(),
                "client_secret", client.secret()));
    }

    private String token(Map<String, String> form) {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + TOKEN_PATH))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = new ObjectMapper().readTree(response.body()).path("access_token");
            if (response.statusCode() != 200 || !token.isTextual()) {
                throw new IllegalStateException("Keycloak answered " + response.statusCode() + ": " + response.body());
            }
            return token.asText();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + address(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a token", e);
        }
    }

    /// Stops a temporary server and deletes its directory; leaves a server alone that somebody else started.
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
