package vn.congdoan.vks.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Tokens;

/// How the service takes membership-service's events: the latest state of everything, in whatever order and however
/// often they come, and nothing that it does not understand is lost or in the way.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class EventsTakenTest {

    private static final String MEMBERS = "vks.membership.member";
    private static final String NODES = "vks.membership.node";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Inject
    KnownNodes nodes;

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        UUID member = UUID.randomUUID();
        send(member, 1, 3, "Tên thứ ba");
        send(member, 1, 1, "Tên thứ nhất");
        UUID last = taken();
        assertEquals("Tên thứ ba", nameOf(member));

        send(member, 1, 4, "Tên thứ tư");
        send(member, 1, 4, "Tên thứ tư");
        send(member, 1, 2, "Tên thứ hai");
        taken();
        assertEquals("Tên thứ tư", nameOf(member));
        assertTrue(!last.equals(member));
    }

    @Test
    void what_is_withdrawn_is_forgotten_but_for_what_is_newer() {
        UUID gone = UUID.randomUUID();
        UUID toldAgain = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        UUID denied = UUID.randomUUID();
        for (UUID each : List.of(gone, toldAgain, newer, denied)) {
            send(each, 1, 2, "Người sẽ đi");
        }
        taken();
        withdraw(MEMBERS, gone, 1, 2);
        withdraw(MEMBERS, toldAgain, 1, 2);
        send(toldAgain, 1, 2, "Người ở lại");
        send(newer, 1, 3, "Người mới hơn");
        withdraw(MEMBERS, newer, 1, 2);
        withdraw(MEMBERS, denied, 0, 0);
        taken();
        assertEquals(
                List.of(), sql.list("select 1 from directory_member where member_id = ?", row -> row.getInt(1), gone));
        assertEquals("Người ở lại", nameOf(toldAgain));
        assertEquals("Người mới hơn", nameOf(newer));
        assertEquals("Người sẽ đi", nameOf(denied));
    }

    @Test
    void a_withdrawn_right_is_none() {
        UUID assignment = UUID.randomUUID();
        String subject = "somebody-" + assignment;
        Map<String, String> headers = headers(assignment, 1, 1);
        send("vks.membership.assignment", headers, """
                {"id": "%s", "principal": {"issuer": "congdoan", "subject": "%s"}, "role": "OFFICER", "unitId": "%s",
                 "validFrom": "2020-01-01"}
                """.formatted(assignment, subject, Organization.QNG.id()));
        assertTrue(Waiting.until(() -> rights(subject) == 1, PATIENCE));
        withdraw("vks.membership.assignment", assignment, 1, 1);
        assertTrue(Waiting.until(() -> rights(subject) == 0, PATIENCE));
    }

    private int rights(String subject) {
        return sql.list("select 1 from directory_assignment where subject = ?", row -> row.getInt(1), subject)
                .size();
    }

    private void withdraw(String topic, UUID record, int epoch, long version) {
        send(topic, headers(record, epoch, version), null);
    }

    @Test
    void a_new_epoch_counts_more_than_any_version_of_the_one_before() {
        UUID member = UUID.randomUUID();
        send(member, 1, 9, "Trước khi khôi phục");
        taken();
        send(member, 2, 5, "Sau khi khôi phục");
        send(member, 1, 10, "Trước khi khôi phục");
        taken();
        assertEquals("Sau khi khôi phục", nameOf(member));
    }

    @Test
    void what_cannot_be_taken_is_parked_and_the_rest_goes_on() {
        long before = parked();
        UUID good = UUID.randomUUID();
        Map<String, String> newer = headers(UUID.randomUUID(), 1, 1);
        newer.put("schemaversion", "99");
        send(newer, "{\"id\": \"x\"}");
        Map<String, String> without = headers(UUID.randomUUID(), 1, 1);
        without.remove("version");
        send(without, "{}");
        Map<String, String> empty = headers(UUID.randomUUID(), 1, 1);
        empty.put("version", null);
        send(empty, "{}");
        send(headers(UUID.randomUUID(), 1, 1), "no json at all");
        send(headers(UUID.randomUUID(), 1, 1), "{\"unitId\": \"not-an-id\"}");
        send(headers(UUID.randomUUID(), 1, 1), "{\"fullName\": \"Không có đơn vị\"}");
        send(good, 1, 1, "Người ở giữa");
        taken();
        assertEquals("Người ở giữa", nameOf(good));
        assertEquals(before + 6, parked());
        assertEquals(
                List.of("SQL state 22P02", "SQL state 23502"),
                sql.list(
                        "select distinct detail from parked_event where reason = 'REFUSED' order by 1",
                        row -> row.getString(1)));
        assertEquals(
                List.of("REFUSED", "UNKNOWN_SHAPE", "UNREADABLE"),
                sql.list("select distinct reason from parked_event order by 1", row -> row.getString(1)));
        assertTrue(Waiting.until(
                () -> given().get("/q/metrics").asString().contains("vks_events_parked " + parked() + ".0"), PATIENCE));
    }

    @Test
    void an_event_of_an_unknown_happening_is_taken_for_its_state() {
        UUID member = UUID.randomUUID();
        Map<String, String> headers = headers(member, 1, 7);
        headers.put("type", "vn.congdoan.vks.membership.member.retitled");
        send(headers, state(member, "Chức danh mới"));
        taken();
        assertEquals("Chức danh mới", nameOf(member));
    }

    @Test
    void a_role_that_is_not_known_here_gives_no_right_and_hinders_none() {
        String subject = UUID.randomUUID().toString();
        for (String role : List.of("OFFICER", "KEEPER_OF_THE_FUTURE")) {
            sql.change("""
                    insert into directory_assignment (assignment_id, epoch, version, issuer, subject, role, unit_id,
                        valid_from)
                    values (gen_random_uuid(), 1, 0, 'congdoan', ?, ?, ?, '2020-01-01')
                    """, subject, role, Organization.QNG.id());
        }
        given().auth()
                .oauth2(Tokens.of(subject))
                .get("/api/v1/campaigns")
                .then()
                .statusCode(200);
    }

    @Test
    void by_the_nodes_the_service_learns_where_records_are_written() {
        UUID active = UUID.randomUUID();
        UUID preparing = UUID.randomUUID();
        UUID suspended = UUID.randomUUID();
        node(active, 0, "a", "\"status\": \"ACTIVE\", \"activatedAt\": \"2026-12-01T02:30:00Z\"");
        node(suspended, 3, "s", "\"status\": \"SUSPENDED\", \"activatedAt\": \"2026-12-01T02:30:00Z\"");
        node(suspended, 2, "s", "\"status\": \"ACTIVE\", \"activatedAt\": \"2026-12-01T02:30:00Z\"");
        node(preparing, 0, "p", "\"status\": \"PREPARING\"");
        assertTrue(
                Waiting.until(
                        () -> !nodes.ofUnions(Set.of(new UnitId(preparing))).isEmpty(), PATIENCE),
                "the events are not taken");

        assertEquals(
                List.of(new KnownNode(active, 0, "a" + active, new UnitId(active), "ACTIVE")),
                nodes.ofUnions(Set.of(new UnitId(active))));
        assertTrue(nodes.ofUnions(Set.of(new UnitId(suspended))).getFirst().isSuspended());
        assertEquals(List.of("a" + active), homeOf(active));
        assertEquals(List.of("s" + suspended), homeOf(suspended));
        assertEquals(List.of(), homeOf(preparing));

        node(preparing, 1, "p", "\"status\": \"ACTIVE\", \"activatedAt\": \"2026-12-02T02:30:00Z\"");
        assertTrue(Waiting.until(() -> !homeOf(preparing).isEmpty(), PATIENCE));
        assertEquals(List.of("p" + preparing), homeOf(preparing));
    }

    @Test
    void how_far_kafka_is_behind_is_a_metric() {
        given().get("/q/metrics")
                .then()
                .body(containsString("vks_relay_lag_changes "))
                .body(containsString("vks_relay_lag_seconds "))
                .body(containsString("vks_relay_changes_total "));
    }

    /// Sends one more and waits until it is there: then those before it are taken too, for the topic has one partition.
    private UUID taken() {
        UUID last = UUID.randomUUID();
        send(last, 1, 1, "Người cuối cùng");
        assertTrue(Waiting.until(() -> !names(last).isEmpty(), PATIENCE), "the events are not taken");
        return last;
    }

    private String nameOf(UUID member) {
        return names(member).getFirst();
    }

    private List<String> names(UUID member) {
        return sql.list("select full_name from directory_member where member_id = ?", row -> row.getString(1), member);
    }

    private long parked() {
        return sql.one("select count(*) from parked_event", row -> row.getLong(1))
                .orElseThrow();
    }

    private void send(UUID member, int epoch, long version, String name) {
        send(headers(member, epoch, version), state(member, name));
    }

    private static String state(UUID member, String name) {
        return """
                {"id": "%s", "ownerUnionId": "%s", "unitId": "%s", "status": "ACTIVE", "fullName": "%s",
                 "somethingNew": [1, 2]}
                """.formatted(member, Organization.QNG.id(), Organization.QNG_01.id(), name);
    }

    /// The node of a union, which bears the union's id here.
    private void node(UUID union, long version, String name, String status) {
        Map<String, String> headers = headers(union, 1, version);
        headers.put("type", "vn.congdoan.vks.membership.node.registered");
        String state = """
                {"id": "%s", "name": "%s", "unionId": "%s", %s}
                """.formatted(union, name + union, union, status);
        send(NODES, headers, state);
    }

    private List<String> homeOf(UUID union) {
        return sql.list("select node from home where union_id = ?", row -> row.getString(1), union);
    }

    private static Map<String, String> headers(UUID member, int epoch, long version) {
        return new HashMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/central/membership",
                "type",
                "vn.congdoan.vks.membership.member.revised",
                "subject",
                member.toString(),
                "time",
                Instant.now().toString(),
                "epoch",
                Integer.toString(epoch),
                "position",
                "1",
                "version",
                Long.toString(version),
                "schemaversion",
                "1"));
    }

    private void send(Map<String, String> headers, String value) {
        send(MEMBERS, headers, value);
    }

    private void send(String topic, Map<String, String> headers, @Nullable String value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic, headers.get("subject"), value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) ->
                record.headers().add("ce_" + name, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
        try {
            assertTrue(producer.send(record).get().hasOffset());
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
