package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Iterator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
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
        }
    }

    private static void assertCommon(JsonNode claims, KeycloakServer keycloak) {
        assertEquals(keycloak.issuer(), claims.get("iss").asText());
        assertEquals("vks-api", claims.get("aud").asText());
        assertEquals(300, claims.get("exp").asLong() - claims.get("iat").asLong());
    }

    private static JsonNode claims(String token) throws Exception {
        Iterator<String> parts = java.util.List.of(token.split("\\.", -1)).iterator();
        parts.next();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts.next()));
    }
}
