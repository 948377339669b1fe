package vn.congdoan.vks.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.stack.KafkaBroker;
import vn.congdoan.vks.local.stack.PostgresServer;

/// A real PostgreSQL and Kafka for a service's tests, on free ports, gone afterwards; tokens are checked for real, with
/// the key that [Tokens] signs with.
public final class LocalStack implements QuarkusTestResourceLifecycleManager {

    /// The broker's address, for other test resources.
    static final String KAFKA = "vks.test.kafka";

    static final String DATABASE = "service";
    private static final byte[] MASTER_KEY =
            "demo-only-master-key-for-testing".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;

    @Override
    public Map<String, String> start() {
        PostgresServer database = PostgresServer.temporary();
        postgres = database;
        KafkaBroker broker = KafkaBroker.temporary();
        kafka = broker;
        database.ensureDatabaseWithOwner(DATABASE, PostgresServer.PASSWORD);
        database.ensureRoleIn(DATABASE, RunTimeRole.NAME, PostgresServer.PASSWORD);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.username", PostgresServer.SUPERUSER);
        config.put("quarkus.datasource.password", PostgresServer.PASSWORD);
        // With the rights of the run-time role, which a test can lay down to do what the service must not.
        config.put("quarkus.datasource.jdbc.new-connection-sql", "set role " + RunTimeRole.NAME);
        config.put("quarkus.flyway.username", DATABASE);
        config.put("quarkus.flyway.password", PostgresServer.PASSWORD);
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        System.setProperty(KAFKA, broker.bootstrapServers());
        config.put("vks.deployment", "local");
        config.put("vks.secrets.master-key", Base64.getEncoder().encodeToString(MASTER_KEY));
        config.put("quarkus.oidc.public-key", Tokens.publicKey());
        config.put("quarkus.oidc.client-id", "vks-api");
        config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
