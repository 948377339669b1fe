package vn.congdoan.vks.welfare.payable;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.payable.PayableRequests.PAYABLES;
import static vn.congdoan.vks.welfare.payable.PayableRequests.because;
import static vn.congdoan.vks.welfare.payable.PayableRequests.done;
import static vn.congdoan.vks.welfare.payable.PayableRequests.fund;
import static vn.congdoan.vks.welfare.payable.PayableRequests.payment;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognition;
import static vn.congdoan.vks.welfare.payable.PayableRequests.revocation;
import static vn.congdoan.vks.welfare.payable.PayableRequests.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.bonus.AwardBonusState;
import vn.congdoan.vks.platform.bonus.AwardDecision;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// A bonus of an award becomes payable, once, and is revoked with the award.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class AwardBonusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AwardDecision REVOKED = new AwardDecision("05/QĐ-CĐVKS", LocalDate.parse("2024-01-10"), null);

    @Inject
    @Any
    Instance<Subscription> subscriptions;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    @Test
    void what_campaign_service_tells_through_kafka_becomes_payable() throws Exception {
        UUID award = UUID.randomUUID();
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        makeTopic(kafka);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> told = new ProducerRecord<>(
                    "vks.campaign.award-bonus", award.toString(), json.writeValueAsBytes(bonus(award, QNG, null)));
            Map.of(
                            "specversion", "1.0",
                            "id", UUID.randomUUID().toString(),
                            "source", "/central/campaign",
                            "type", AwardBonusState.TYPE.eventType("granted"),
                            "subject", award.toString(),
                            "time", Instant.now().toString(),
                            "epoch", "1",
                            "position", "1",
                            "version", "0",
                            "schemaversion", "1")
                    .forEach((name, value) -> told.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(told).get();
        }
        becomes(award, "UNASSIGNED");
        as("ACCOUNTANT", QNG)
                .get(PAYABLES + "/" + award)
                .then()
                .body("source", equalTo("AWARD"))
                .body("unitId", equalTo(QNG.id().toString()))
                .body("memberId", equalTo(QNG_01.member().toString()))
                .body("text", equalTo("Giấy khen"))
                .body("amount", equalTo(760_000))
                .body("decision.number", equalTo("31/QĐ-CĐVKS"))
                .body("decision.authority", equalTo("Ban Chấp hành"));
    }

    private static void makeTopic(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(
                            List.of(new NewTopic("vks.campaign.award-bonus", Optional.of(1), Optional.<Short>empty())))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void the_same_event_again_changes_nothing() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, bonus(award, QNG, null));
        becomes(award, "UNASSIGNED");
        long version = version(award);
        tell(award, 1, 0, bonus(award, QNG, null));
        tell(award, 2, 0, bonus(award, QNG, null));
        carriedOut(award);
        assertEquals(version, version(award));
        assertEquals(1, payables(award));
    }

    @Test
    void an_older_event_after_a_newer_one_changes_nothing() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 1, bonus(award, QNG, REVOKED));
        becomes(award, "VOIDED");
        tell(award, 1, 0, bonus(award, QNG, null));
        carriedOut(award);
        becomes(award, "VOIDED");
    }

    @Test
    void what_is_revoked_before_a_fund_owes_it_is_void() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, bonus(award, QNG, null));
        becomes(award, "UNASSIGNED");
        tell(award, 1, 1, bonus(award, QNG, REVOKED));
        becomes(award, "VOIDED");
    }

    @Test
    void what_is_revoked_after_it_was_paid_is_claimed_back() {
        UUID award = UUID.randomUUID();
        String fund = fund(QNG, 760_000);
        tell(award, 1, 0, bonus(award, QNG, null));
        becomes(award, "UNASSIGNED");
        Response owed = done("ACCOUNTANT", QNG, read(award), "recognise", recognition(fund));
        Response paid = done("CASHIER", QNG, owed, "pay", payment());
        Refusal.of(step(as("OFFICER", QNG), paid, "revoke", revocation()), 409, "payable-of-an-award");
        tell(award, 1, 1, bonus(award, QNG, REVOKED));
        assertTrue(Waiting.until(() -> read(award).path("revocation") != null, PATIENCE));
        read(award).then().body("status", equalTo("PAID")).body("revocation.number", equalTo("05/QĐ-CĐVKS"));
        done("ACCOUNTANT", QNG, read(award), "claim", because("2024-02-01"))
                .then()
                .body("status", equalTo("CLAIMED"))
                .body("claimed", equalTo(760_000));
    }

    @Test
    void a_bonus_waits_for_its_unit_to_be_known() {
        UUID award = UUID.randomUUID();
        UUID unit = UUID.randomUUID();
        AwardBonusState told = bonus(award, QNG, null);
        tell(award, 1, 0, paidBy(told, unit));
        UUID other = UUID.randomUUID();
        tell(other, 1, 0, bonus(other, QNG, null));
        becomes(other, "UNASSIGNED");
        assertEquals(0, payables(award));
        sql.change("insert into directory_unit (unit_id, epoch, version) values (?, 1, 0)", unit);
        sql.change("""
                insert into directory_unit_version (unit_id, union_id, parent_id, kind, code, name, valid_from)
                values (?, ?, ?, 'SECTION', 'MOI', 'Mới', '2020-01-01')
                """, unit, QNG.id(), QNG.id());
        becomes(award, "UNASSIGNED");
        sql.change("delete from directory_unit_version where unit_id = ?", unit);
        sql.change("delete from directory_unit where unit_id = ?", unit);
    }

    @Test
    void a_unit_of_another_union_than_the_deciding_one_owes_nothing() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, paidBy(bonus(award, QNG, null), NAN.id()));
        UUID other = UUID.randomUUID();
        tell(other, 1, 0, bonus(other, QNG, null));
        becomes(other, "UNASSIGNED");
        assertEquals(0, payables(award));
        forget(award);
    }

    @Test
    void what_was_granted_never_changes() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, bonus(award, QNG, null));
        ObjectNode more = state(bonus(award, QNG, null)).put("amount", 800_000);
        assertThrows(IllegalArgumentException.class, () -> tell(award, 1, 1, more));
        tell(award, 1, 1, bonus(award, QNG, REVOKED));
        assertThrows(IllegalArgumentException.class, () -> tell(award, 1, 2, state(bonus(award, QNG, null))));
        becomes(award, "VOIDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "ownerUnionId", "payingUnitId", "memberId", "award", "amount", "decision", "recordedAt"})
    void a_bonus_that_lacks_something_is_refused(String field) {
        UUID award = UUID.randomUUID();
        ObjectNode told = state(bonus(award, QNG, null));
        told.remove(field);
        assertThrows(IllegalArgumentException.class, () -> tell(award, 1, 0, told));
    }

    @Test
    void a_bonus_that_makes_no_sense_is_refused_without_repeating_it() {
        UUID award = UUID.randomUUID();
        refused(award, state(bonus(award, QNG, null)).put("amount", 0));
        refused(award, state(bonus(award, QNG, null)).put("amount", "760000"));
        refused(award, state(bonus(award, QNG, null)).put("amount", 1.5));
        refused(award, state(bonus(award, QNG, null)).put("award", " "));
        refused(
                award,
                state(bonus(award, QNG, null))
                        .put("recipientUnitId", QNG_01.id().toString()));
        refused(award, state(bonus(award, QNG, null)).put("recordedAt", "gần đây"));
        refused(UUID.randomUUID(), state(bonus(award, QNG, null)));
    }

    private void refused(UUID subject, ObjectNode told) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> tell(subject, 1, 0, told));
        assertTrue(
                List.of("no bonus of an award", "the bonus of another award").contains(refusal.getMessage()),
                refusal::getMessage);
    }

    @Test
    void what_else_a_newer_campaign_service_tells_hinders_nothing() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, state(bonus(award, QNG, null)).put("somethingNew", true));
        becomes(award, "UNASSIGNED");
    }

    @Test
    void a_payable_stays_when_the_bonus_is_no_longer_told_of_here() {
        UUID award = UUID.randomUUID();
        tell(award, 1, 0, bonus(award, QNG, null));
        becomes(award, "UNASSIGNED");
        forget(award);
        assertEquals(List.of(), sql.list("select 1 from award_bonus where award_id = ?", row -> row.getInt(1), award));
        becomes(award, "UNASSIGNED");
        tell(award, 1, 1, bonus(award, QNG, null));
        carriedOut(award);
        assertEquals(1, payables(award));
    }

    private static AwardBonusState bonus(UUID award, Organization union, @Nullable AwardDecision revocation) {
        return new AwardBonusState(
                award,
                new UnitId(union.id()),
                new UnitId(union.id()),
                new MemberId(QNG_01.member()),
                null,
                "Giấy khen",
                760_000,
                new AwardDecision("31/QĐ-CĐVKS", LocalDate.parse("2023-11-10"), "Ban Chấp hành"),
                revocation,
                Instant.parse("2023-11-10T02:00:00Z"));
    }

    private static AwardBonusState paidBy(AwardBonusState told, UUID unit) {
        return new AwardBonusState(
                told.id(),
                told.ownerUnionId(),
                new UnitId(unit),
                told.memberId(),
                null,
                told.award(),
                told.amount(),
                told.decision(),
                null,
                told.recordedAt());
    }

    private ObjectNode state(AwardBonusState bonus) {
        ObjectNode state = json.valueToTree(bonus);
        state.properties().removeIf(each -> each.getValue().isNull());
        return state;
    }

    private void tell(UUID award, int epoch, long version, AwardBonusState bonus) {
        tell(award, epoch, version, state(bonus));
    }

    private void tell(UUID award, int epoch, long version, ObjectNode state) {
        Event event = new Event(
                UUID.randomUUID(),
                AwardBonusState.TYPE.eventType("granted"),
                award,
                new Position(epoch, 1),
                version,
                Instant.now(),
                state);
        QuarkusTransaction.requiringNew().run(() -> subscription().take(List.of(event)));
    }

    private void forget(UUID award) {
        QuarkusTransaction.requiringNew().run(() -> subscription().forget(List.of(new Gone(award, 1, 0))));
    }

    private Subscription subscription() {
        return subscriptions.stream()
                .filter(each -> each.topic().equals(AwardBonusState.TYPE.topic()))
                .findFirst()
                .orElseThrow();
    }

    private static Response read(UUID award) {
        return as("ACCOUNTANT", QNG).get(PAYABLES + "/" + award);
    }

    private static void becomes(UUID award, String status) {
        assertTrue(
                Waiting.until(
                        () -> read(award).statusCode() == 200
                                && status.equals(read(award).path("status")),
                        PATIENCE),
                () -> "not " + status + ": " + read(award).asString());
    }

    private void carriedOut(UUID award) {
        assertTrue(Waiting.until(
                () -> sql.one("select carried_out from award_bonus where award_id = ?", row -> row.getBoolean(1), award)
                        .orElse(true),
                PATIENCE));
    }

    private long version(UUID award) {
        return sql.one("select version from payable where payable_id = ?", row -> row.getLong(1), award)
                .orElseThrow();
    }

    private int payables(UUID award) {
        return sql.list("select 1 from payable where payable_id = ?", row -> row.getInt(1), award)
                .size();
    }
}
