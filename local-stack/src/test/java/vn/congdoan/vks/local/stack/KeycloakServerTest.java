package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.link.Forward;
import vn.congdoan.vks.local.link.Link;
import vn.congdoan.vks.local.link.Shape;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

@NullMarked
class KeycloakServerTest {

    @Test
    void every_login_and_client_gets_a_token_with_the_fixed_issuer_audience_and_subject() throws Exception {
        try (PostgresServer postgres = PostgresServer.temporary();
                KeycloakServer keycloak = KeycloakServer.temporary(postgres)) {
            for (DemoLogins person : DemoLogins.values()) {
                JsonNode claims = claims(keycloak.tokenOf(person));
                assertCommon(claims, keycloak);
                assertEquals(person.subject(), claims.get("sub").asText());
                assertEquals(person.login(), claims.get("preferred_username").asText());
            }
            for (DemoClients client : DemoClients.values()) {
                JsonNode claims = claims(keycloak.tokenOf(client));
                assertCommon(claims, keycloak);
                assertEquals(client.subject(), claims.get("sub").asText());
                assertEquals(client.clientId(), claims.get("azp").asText());
            }
            int port = Ports.free();
            try (Link _ = Link.open(List.of(new Forward(port, keycloak.port())), Shape.WHOLE)) {
                assertCommon(claims(tokenThrough(port)), keycloak);
            }
        }
    }

    /// As a provincial node asks for it, which reaches central's Keycloak at another address.
    private static String tokenThrough(int port) throws Exception {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(DemoClients.NODE_QNG.clientId(), DemoClients.NODE_QNG.secret());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + KeycloakServer.TOKEN_PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).get("access_token").asText();
        }
    }

    private static void assertCommon(JsonNode claims, KeycloakServer keycloak) {
        assertEquals(keycloak.issuer(), claims.get("iss").asText());
        assertEquals("vks-api", claims.get("aud").asText());
        assertEquals(300, claims.get("exp").asLong() - claims.get("iat").asLong());
    }

    private static JsonNode claims(String token) throws Exception {
        Iterator<String> parts = List.of(token.split("\\.", -1)).iterator();
        parts.next();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts.next()));
    }
}
