package vn.congdoan.vks.local.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DemoRealmTest {
    private final JsonNode realm = read();

    @Test
    void the_realm_holds_exactly_the_demo_logins_with_their_fixed_ids() {
        Map<String, String> expected = new TreeMap<>();
        Arrays.stream(DemoLogins.values()).forEach(one -> expected.put(one.login(), one.subject()));
        assertEquals(expected, subjects("username", user -> !user.has("serviceAccountClientId")));
    }

    @Test
    void the_realm_holds_exactly_the_demo_clients_with_their_fixed_ids() {
        Map<String, String> expected = new TreeMap<>();
        Arrays.stream(DemoClients.values()).forEach(one -> expected.put(one.clientId(), one.subject()));
        assertEquals(expected, subjects("serviceAccountClientId", user -> user.has("serviceAccountClientId")));
    }

    @Test
    void every_login_has_the_one_demo_password_and_a_composed_full_name() {
        for (JsonNode user : realm.get("users")) {
            if (user.has("serviceAccountClientId")) {
                continue;
            }
            assertEquals(
                    DemoLogins.PASSWORD,
                    user.get("credentials").get(0).get("value").asText(),
                    user::toString);
            for (String required : new String[] {"firstName", "lastName", "email"}) {
                String value = user.path(required).asText();
                assertTrue(!value.isBlank() && Normalizer.isNormalized(value, Normalizer.Form.NFC), user::toString);
            }
        }
    }

    @Test
    void secrets_say_that_they_are_for_the_demo_only() {
        for (DemoClients client : DemoClients.values()) {
            String secret = client(client.clientId()).get("secret").asText();
            if (DemoClients.SERVICES.contains(client)) {
                String variable = DemoRealm.secretVariable(client);
                assertEquals("${" + variable + "}", secret);
                secret = DemoRealm.variables().getOrDefault(variable, "");
            }
            assertEquals(client.secret(), secret);
            assertTrue(client.secret().startsWith("demo-only-"));
        }
    }

    @Test
    void the_realm_of_every_installation_holds_no_person_and_no_secret() throws IOException {
        String realmOfAll = resource(DemoRealm.FILE);
        assertFalse(realmOfAll.contains("demo-only"), "a secret of the demo");
        JsonNode parsed = new ObjectMapper().readTree(realmOfAll);
        for (JsonNode user : parsed.get("users")) {
            assertTrue(user.has("serviceAccountClientId") && !user.has("credentials"), user::toString);
        }
        for (JsonNode client : parsed.get("clients")) {
            String secret = client.path("secret").asText("${public}");
            assertTrue(secret.matches("\\$\\{[A-Z_]+}|\\$\\{public}"), () -> "has no default value: " + secret);
        }
    }

    @Test
    void every_variable_of_the_realm_is_known_to_the_demo() throws IOException {
        Set<String> named = Pattern.compile("\\$\\{([A-Z_]+)[:}]")
                .matcher(resource(DemoRealm.FILE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(DemoRealm.variables().keySet(), named);
    }

    @Test
    void every_client_puts_the_audience_of_the_api_into_its_tokens() {
        assertEquals(DemoClients.values().length + 1, realm.get("clients").size());
        for (JsonNode client : realm.get("clients")) {
            JsonNode mapper = client.get("protocolMappers").get(0);
            assertEquals("oidc-audience-mapper", mapper.get("protocolMapper").asText());
            assertEquals(
                    "vks-api",
                    mapper.get("config").get("included.custom.audience").asText());
        }
    }

    @Test
    void the_console_is_public_and_must_use_pkce() {
        JsonNode console = client("console");
        assertTrue(console.get("publicClient").asBoolean());
        assertEquals(
                "S256",
                console.get("attributes").get("pkce.code.challenge.method").asText());
    }

    @Test
    void tokens_live_five_minutes_and_the_built_in_scopes_stay() {
        assertEquals(300, realm.get("accessTokenLifespan").asInt());
        // An empty list would remove the scope that carries `sub`.
        assertTrue(!realm.has("clientScopes"));
    }

    private Map<String, String> subjects(String nameField, Predicate<JsonNode> which) {
        Map<String, String> subjects = new TreeMap<>();
        for (JsonNode user : realm.get("users")) {
            if (which.test(user)) {
                subjects.put(user.get(nameField).asText(), user.get("id").asText());
            }
        }
        return subjects;
    }

    private JsonNode client(String clientId) {
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").asText().equals(clientId)) {
                return client;
            }
        }
        throw new AssertionError("The realm has no client " + clientId);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(DemoRealm.toImport());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoRealmTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
