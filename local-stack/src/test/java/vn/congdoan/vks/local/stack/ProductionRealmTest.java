package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.realm.DemoRealm;

/// Keycloak as `docker-compose.yml` sets it up: one realm file with nothing of the demo, secrets from the environment,
/// one issuer whatever address it is asked by.
@NullMarked
class ProductionRealmTest {
    private static final String PUBLIC = "https://login.congdoan.example";
    private static final String SECRET = "jD3x-own-secret-of-this-installation";
    private static final String DATABASE = "keycloak";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_realm_file_alone_gives_services_tokens_for_their_own_secrets_and_lets_nobody_of_the_demo_in()
            throws Exception {
        int port = Ports.free();
        try (PostgresServer postgres = PostgresServer.temporary();
                LeashedProcess _ = start(postgres, port)) {
            JsonNode discovered = discovery(port);
            assertEquals(PUBLIC + "/realms/congdoan", discovered.get("issuer").asText());
            assertTrue(
                    discovered.get("jwks_uri").asText().startsWith("http://127.0.0.1:" + port + "/"),
                    "keys are fetched inside");
            assertTrue(
                    discovered.get("authorization_endpoint").asText().startsWith(PUBLIC + "/"), "people sign in there");

            for (String service : List.of("membership-service", "campaign-service", "welfare-service", "gateway")) {
                HttpResponse<String> answer = ask(port, clientCredentials(service, SECRET));
                assertEquals(200, answer.statusCode(), answer::body);
                JsonNode claims = claims(answer);
                assertEquals(PUBLIC + "/realms/congdoan", claims.get("iss").asText());
                assertEquals("vks-api", claims.get("aud").asText());
            }
            for (DemoClients client : DemoClients.values()) {
                HttpResponse<String> answer = ask(port, clientCredentials(client.clientId(), client.secret()));
                assertNotEquals(200, answer.statusCode(), client::clientId);
            }
            HttpResponse<String> person = ask(
                    port,
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "console",
                            "username",
                            DemoLogins.TRUNGUONG_QUANTRI.login(),
                            "password",
                            DemoLogins.PASSWORD));
            assertNotEquals(200, person.statusCode());
            assertTrue(person.body().contains("unauthorized_client"), person::body);
            assertNobodyIn(postgres);
        }
    }

    private static void assertNobodyIn(PostgresServer postgres) throws Exception {
        try (var connection = postgres.connect(DATABASE)) {
            String count = Sql.one(
                    connection,
                    "SELECT count(*) FROM user_entity WHERE service_account_client_link IS NULL AND realm_id ="
                            + " (SELECT id FROM realm WHERE name = 'congdoan')");
            assertEquals("0", count);
            assertEquals("EXTERNAL", Sql.one(connection, "SELECT ssl_required FROM realm WHERE name = 'congdoan'"));
        }
    }

    private static LeashedProcess start(PostgresServer postgres, int port) throws Exception {
        Path home = Files.createTempDirectory("vks-keycloak");
        KeycloakFiles files = new KeycloakFiles(Cache.ofThisCheckout(), home);
        files.prepare();
        try (InputStream realm = Objects.requireNonNull(DemoRealm.class.getResourceAsStream(DemoRealm.FILE))) {
            Files.copy(realm, home.resolve("data/import").resolve(DemoRealm.FILE), StandardCopyOption.REPLACE_EXISTING);
        }
        postgres.ensureDatabaseWithOwner(DATABASE, PostgresServer.PASSWORD);
        int managementPort = Ports.free();
        Launch local = files.launch(
                port,
                managementPort,
                new KeycloakFiles.Database(postgres.jdbcUrl(DATABASE), DATABASE, PostgresServer.PASSWORD));
        LeashedProcess process = LeashedProcess.start(asInProduction(local), home, LeashedProcess.Stop.KILL);
        process.awaitReady("Keycloak", KeycloakServer.at(port, managementPort)::isReady, Duration.ofMinutes(4));
        return process;
    }

    private static Launch asInProduction(Launch local) {
        List<String> command = new ArrayList<>(local.command());
        command.removeIf(argument -> argument.startsWith("--hostname="));
        command.addAll(List.of("--hostname=" + PUBLIC, "--hostname-backchannel-dynamic=true"));
        Map<String, String> environment = new HashMap<>(local.environment());
        environment.keySet().removeAll(DemoRealm.variables().keySet());
        for (String service : List.of("MEMBERSHIP", "CAMPAIGN", "WELFARE", "GATEWAY")) {
            environment.put("VKS_" + service + "_CLIENT_SECRET", SECRET);
        }
        environment.put("VKS_CONSOLE_REDIRECT", "https://congdoan.example/*");
        environment.put("VKS_DOCS_REDIRECT", "https://api.congdoan.example/docs/*");
        return new Launch(command, environment, local.directory());
    }

    private JsonNode discovery(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm(port) + "/.well-known/openid-configuration"))
                .build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> ask(int port, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm(port) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> clientCredentials(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    private static String realm(int port) {
        return "http://127.0.0.1:" + port + "/realms/congdoan";
    }

    private static JsonNode claims(HttpResponse<String> answer) throws Exception {
        String token =
                new ObjectMapper().readTree(answer.body()).get("access_token").asText();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
