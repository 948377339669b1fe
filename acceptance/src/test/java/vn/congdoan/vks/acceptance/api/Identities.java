package vn.congdoan.vks.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The identity provider, as its administrator: makes accounts, clients and realms, and fetches real tokens.
public final class Identities {

    /// The realm of the system.
    public static final String REALM = "congdoan";

    private static final String PASSWORD = "demo-only";
    private static final Duration ADMIN_TOKEN_USED = Duration.ofSeconds(40);

    private final Api keycloak;
    private @Nullable String adminToken;
    private Instant adminTokenFetched = Instant.EPOCH;

    public Identities(int port) {
        this.keycloak = new Api("http://localhost:" + port);
    }

    /// Makes an account and returns its id, the `sub` of its tokens.
    public String createUser(String realm, String login) {
        ObjectNode credential = Json.object().put("type", "password").put("value", PASSWORD).put("temporary", false);
        ObjectNode user = Json.object()
                .put("username", login)
                .put("enabled", true)
                .put("firstName", "Thử")
                .put("lastName", "Nghiệm")
                .put("email", login + "@congdoan.example")
                .put("emailVerified", true);
        user.putArray("credentials").add(credential);
        String location = asAdmin(Call.of("POST", "/admin/realms/" + realm + "/users", user))
                .require(201)
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /// Makes a public client for the password grant.
    ///
    /// @param audience whether its tokens are meant for the API
    /// @param lifeSeconds how long its tokens are good
    public void createClient(String realm, String clientId, boolean audience, int lifeSeconds) {
        ObjectNode client = Json.object()
                .put("clientId", clientId)
                .put("enabled", true)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true);
        client.putObject("attributes").put("access.token.lifespan", Integer.toString(lifeSeconds));
        if (audience) {
            ObjectNode mapper = client.putArray("protocolMappers")
                    .addObject()
                    .put("name", "audience vks-api")
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", "oidc-audience-mapper");
            mapper.putObject("config").put("included.custom.audience", "vks-api").put("access.token.claim", "true");
        }
        asAdmin(Call.of("POST", "/admin/realms/" + realm + "/clients", client)).require(201);
    }

    /// Makes a realm beside the system's own: another issuer with other keys.
    public void createRealm(String name) {
        asAdmin(Call.of(
                        "POST",
                        "/admin/realms",
                        Json.object().put("realm", name).put("enabled", true).put("sslRequired", "none")))
                .require(201);
    }

    /// The realm's public key, as it publishes it.
    public String publicKey(String realm) {
        return keycloak.send(Call.get("/realms/" + realm), null)
                .require(200)
                .json()
                .path("public_key")
                .asText();
    }

    /// A fresh token of somebody, made for the console.
    public String token(String login) {
        return token(REALM, "console", login);
    }

    public String token(String realm, String client, String login) {
        return grant(
                realm,
                Map.of("grant_type", "password", "client_id", client, "username", login, "password", PASSWORD));
    }

    /// A fresh token of a program.
    public String clientToken(String client, String secret) {
        return grant(REALM, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private String grant(String realm, Map<String, String> form) {
        Call call = new Call("POST", "/realms/" + realm + "/protocol/openid-connect/token", Map.of(), null)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .withBody(encoded(form));
        JsonNode granted = keycloak.send(call, null).require(200).json();
        return granted.path("access_token").asText();
    }

    private static String encoded(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private synchronized Answer asAdmin(Call call) {
        String token = adminToken;
        if (token == null || Instant.now().isAfter(adminTokenFetched.plus(ADMIN_TOKEN_USED))) {
            token = grant(
                    "master",
                    Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", PASSWORD));
            adminToken = token;
            adminTokenFetched = Instant.now();
        }
        return keycloak.send(call, token);
    }
}
