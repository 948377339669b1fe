package vn.congdoan.vks.local.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.KafkaBroker;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.stack.PostgresServer;

/// What each service is told at its start: the same variables that a container would get.
final class ServiceEnvironment {
    // 32 bytes, as AES-256 needs; whoever finds it in a real system sees at once that it must not be there.
    private static final String MASTER_KEY = "demo-only-never-in-production-00";

    private final Place place;

    ServiceEnvironment(Place place) {
        this.place = place;
    }

    Map<String, String> membership() {
        Map<String, String> variables = withDatabase("membership", place.membershipPort());
        if (place.province().isPresent()) {
            // Its organization comes from central.
            return variables;
        }
        variables.put("VKS_BOOTSTRAP_UNION_CODE", "VKSTC");
        variables.put("VKS_BOOTSTRAP_UNION_NAME", "Công đoàn Viện kiểm sát nhân dân tối cao");
        variables.put("VKS_BOOTSTRAP_ADMIN_SUBJECT", DemoLogins.TRUNGUONG_QUANTRI.subject());
        return variables;
    }

    Map<String, String> campaign() {
        return withDatabase("campaign", place.campaignPort());
    }

    Map<String, String> welfare() {
        return withDatabase("welfare", place.welfarePort());
    }

    Map<String, String> gateway() {
        Map<String, String> variables = common(place.gatewayPort());
        place.province().ifPresent(province -> variables.putAll(link(province.name())));
        return variables;
    }

    /// Central as it is seen through the link, and the account of this node in central's Keycloak. Tokens name
    /// the issuer that central's gateway knows, though they were asked for at the link's address: Keycloak's
    /// hostname is fixed.
    private Map<String, String> link(String node) {
        String client = DemoClients.ofNode(node);
        return Map.of(
                "VKS_SYNC_CENTRAL_URL",
                "http://127.0.0.1:" + place.linkToGatewayPort(),
                "VKS_SYNC_TOKEN_URL",
                "http://127.0.0.1:" + place.linkToKeycloakPort() + KeycloakServer.TOKEN_PATH,
                "VKS_SYNC_CLIENT_ID",
                client,
                "VKS_SYNC_CLIENT_SECRET",
                DemoClients.secretOf(client));
    }

    private Map<String, String> withDatabase(String database, int port) {
        Map<String, String> variables = common(port);
        variables.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                PostgresServer.at(place.postgresPort()).jdbcUrl(database));
        String role = Databases.roleOf(database);
        variables.put("QUARKUS_DATASOURCE_USERNAME", role);
        variables.put("QUARKUS_DATASOURCE_PASSWORD", Databases.password(role));
        variables.put("QUARKUS_FLYWAY_USERNAME", database);
        variables.put("QUARKUS_FLYWAY_PASSWORD", Databases.password(database));
        variables.put(
                "KAFKA_BOOTSTRAP_SERVERS", KafkaBroker.at(place.kafkaPort()).bootstrapServers());
        variables.put(
                "VKS_SECRETS_MASTER_KEY",
                Base64.getEncoder().encodeToString(MASTER_KEY.getBytes(StandardCharsets.US_ASCII)));
        return variables;
    }

    private Map<String, String> common(int port) {
        Map<String, String> variables = new HashMap<>();
        // A JVM reads its environment in the locale's encoding, and these values are Vietnamese.
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
        variables.put("VKS_DEPLOYMENT", "local");
        variables.put("VKS_NODE_ID", place.nodeId());
        variables.put("VKS_MEMBERSHIP_URL", "http://127.0.0.1:" + place.membershipPort());
        variables.put("VKS_CAMPAIGN_URL", "http://127.0.0.1:" + place.campaignPort());
        variables.put("VKS_WELFARE_URL", "http://127.0.0.1:" + place.welfarePort());
        return variables;
    }

    /// JVM options with which a service logs in for itself. Not variables: `QUARKUS_OIDC_CLIENT_...` would also
    /// mean a tenant named "client", which cannot be set up. The token endpoint is named, not discovered: the
    /// service starts beside Keycloak, and the client's discovery ends the service after ten seconds. (Discovery
    /// for checking tokens is repeated at the first request.)
    List<String> asClient(DemoClients client) {
        return List.of(
                "-Dquarkus.oidc-client.auth-server-url=" + issuer(),
                "-Dquarkus.oidc-client.discovery-enabled=false",
                "-Dquarkus.oidc-client.token-path=/protocol/openid-connect/token",
                "-Dquarkus.oidc-client.client-id=" + client.clientId(),
                "-Dquarkus.oidc-client.credentials.secret=" + client.secret());
    }

    private String issuer() {
        return KeycloakServer.at(place.keycloakPort(), place.keycloakManagementPort())
                .issuer();
    }
}
