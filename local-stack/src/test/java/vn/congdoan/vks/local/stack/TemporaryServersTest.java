package vn.congdoan.vks.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TemporaryServersTest {

    @Test
    void a_temporary_postgres_serves_utf8_databases_with_icu_and_the_extensions_we_use() throws Exception {
        try (PostgresServer postgres = PostgresServer.temporary()) {
            postgres.createDatabase("trial");
            try (Connection connection = postgres.connect("trial")) {
                assertEquals("UTF8", Sql.one(connection, "SHOW server_encoding"));
                assertEquals("off", Sql.one(connection, "SHOW fsync"));
                // The log must not repeat the values of a violated constraint.
                assertEquals("terse", Sql.one(connection, "SHOW log_error_verbosity"));
                assertEquals("C", Sql.one(connection, "SELECT datcollate FROM pg_database WHERE datname = 'trial'"));
                assertEquals(
                        "{Ân,Đào,Yến}",
                        Sql.one(
                                connection,
                                "SELECT array_agg(n ORDER BY n COLLATE \"vi-x-icu\") FROM unnest(ARRAY['Yến','Đào','Ân']) n"));
                for (String extension : List.of("ltree", "unaccent", "pg_trgm", "pgcrypto", "btree_gist")) {
                    Sql.run(connection, "CREATE EXTENSION " + extension);
                }
            }
        }
    }

    @Test
    void a_temporary_postgres_asks_for_the_password_and_is_gone_when_closed() throws Exception {
        PostgresServer postgres = PostgresServer.temporary();
        assertThrows(
                SQLException.class,
                () -> postgres.connect("postgres", "postgres", "wrong").close());
        postgres.close();
        assertFalse(postgres.isReady());
        assertTrue(Ports.isFree(postgres.port()));
    }

    @Test
    void a_temporary_broker_starts_and_lists_the_topics_that_were_created_and_no_others() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("trial", 2, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
            assertTrue(
                    Waiting.until(() -> topics(admin).equals(Set.of("trial")), Duration.ofSeconds(10)),
                    () -> topics(admin).toString());
            ExecutionException refusal = assertThrows(
                    ExecutionException.class,
                    () -> admin.describeTopics(List.of("never-created"))
                            .allTopicNames()
                            .get(20, TimeUnit.SECONDS));
            assertTrue(refusal.getCause() instanceof UnknownTopicOrPartitionException, refusal::toString);
        }
    }

    private static Set<String> topics(Admin admin) {
        try {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
