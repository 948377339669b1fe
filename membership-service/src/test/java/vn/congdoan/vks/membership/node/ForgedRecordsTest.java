package vn.congdoan.vks.membership.node;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.account.AccountState;
import vn.congdoan.vks.membership.assignment.AssignmentState;
import vn.congdoan.vks.membership.committee.CommitteeState;
import vn.congdoan.vks.membership.exemption.DuesExemptionState;
import vn.congdoan.vks.membership.externalbody.ExternalBodyState;
import vn.congdoan.vks.membership.figure.ReportedFigureState;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorState;
import vn.congdoan.vks.membership.member.ChangeRequestState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.reorganization.ReorganizationState;
import vn.congdoan.vks.membership.transfer.TransferState;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Batch;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.LogLines;
import vn.congdoan.vks.platform.testing.ProvinceNode;
import vn.congdoan.vks.platform.testing.Refusal;

/// What a province's node may tell by its records, and what it must not: everything beyond its own union.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ForgedRecordsTest {

    private static final String BATCHES = "/api/v1/sync/membership/batches";

    private final String code = Api.newCode();
    private final String name = code.toLowerCase(Locale.ROOT);
    private final String otherCode = Api.newCode();
    private String other = "";
    private String othersMember = "";
    private String account = "";
    private ProvinceNode node = new ProvinceNode(name, UUID.randomUUID());

    @Inject
    Sql sql;

    @Inject
    Receiving receiving;

    @BeforeEach
    void found() {
        other = Api.union(otherCode, "OFFICER");
        othersMember = Api.create(otherCode + "-officer", "/api/v1/members", Api.applicant(other))
                .statusCode(201)
                .extract()
                .path("id");
        String union = Api.union(code);
        Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union))
                .statusCode(201)
                .body("status", equalTo("ACTIVE"));
        account = code + "-node";
        Api.grant(Api.FIRST_ADMIN, account, "NODE", union).statusCode(201);
        node = new ProvinceNode(name, UUID.fromString(union));
    }

    @Test
    void an_admin_at_the_central_union_is_refused_and_nothing_is_stored() throws IOException {
        UUID honest = node.tell(AssignmentState.TYPE, assignment("OFFICER", node.union()));
        UUID forged = node.tell(AssignmentState.TYPE, assignment("ADMIN", UUID.fromString(Api.central())));
        try (LogLines log = LogLines.listen()) {
            Refusal.of(send(node.batch()), 403, "not-your-record");
            assertTrue(
                    log.all().stream()
                            .anyMatch(line ->
                                    line.contains("Refused a batch of " + name) && line.contains(forged.toString())),
                    "refused without a trace");
        }
        assertEquals(List.of(), stored(honest));
        assertEquals(List.of(), stored(forged));
    }

    @Test
    void what_is_the_unions_own_is_taken() throws IOException {
        UUID section = node.tell(UnitState.TYPE, section(node.union(), node.union(), "SECTION"));
        UUID officer = node.tell(AssignmentState.TYPE, assignment("OFFICER", section));
        UUID member = node.tell(MemberState.TYPE, member(section));
        send(node.batch()).then().statusCode(200);
        for (UUID each : List.of(section, officer, member)) {
            assertEquals(1, stored(each).size());
        }
        Api.as("somebody-" + code)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("assignments.role", equalTo(List.of("OFFICER")));
    }

    @Test
    void what_the_central_node_alone_writes_is_refused() {
        refused(ExternalBodyState.TYPE, Map.of("kind", "LOCAL_FEDERATION", "name", "X", "validFrom", "2020-01-01"));
        refused(
                NodeState.TYPE,
                Map.of(
                        "name",
                        name + "-2",
                        "unionId",
                        other,
                        "status",
                        "ACTIVE",
                        "activatedAt",
                        "2026-11-22T08:00:00Z"));
        refused(UnitState.TYPE, section(node.union(), UUID.fromString(Api.central()), "PROVINCIAL_UNION"));
    }

    @Test
    void what_is_here_of_others_is_not_overwritten() {
        UUID centrals = UUID.fromString(sql.one(
                        "select assignment_id::text from assignment where unit_id = ? and role = 'ADMIN'",
                        row -> row.getString(1),
                        UUID.fromString(other))
                .orElseThrow());
        refused(AssignmentState.TYPE, centrals, assignment("ADMIN", node.union()));
        refused(UnitState.TYPE, UUID.fromString(other), section(node.union(), node.union(), "SECTION"));
        refused(UnitState.TYPE, node.union(), section(node.union(), node.union(), "SECTION"));
        refused(MemberState.TYPE, UUID.fromString(othersMember), member(node.union()));
    }

    @Test
    void units_stand_in_the_own_union() {
        UUID others = UUID.fromString(Api.section(otherCode + "-admin", other, otherCode + "-S"));
        refused(UnitState.TYPE, section(UUID.fromString(other), UUID.fromString(other), "SECTION"));
        refused(UnitState.TYPE, section(node.union(), others, "GROUP"));
        Map<String, Object> succeeded = new HashMap<>(section(node.union(), node.union(), "SECTION"));
        succeeded.put("successors", List.of(others));
        refused(UnitState.TYPE, succeeded);
        refused(AssignmentState.TYPE, assignment("OFFICER", others));
        refused(
                ReorganizationState.TYPE,
                Map.of("kind", "MERGE", "status", "SCHEDULED", "units", List.of(node.union(), others)));
        refused(LocalSuperiorState.TYPE, Map.of("unitId", other, "validFrom", "2020-01-01"));
    }

    @Test
    void members_are_the_own_unions() {
        refused(MemberState.TYPE, member(UUID.fromString(other)));
        Map<String, Object> merged = new HashMap<>(member(node.union()));
        merged.put("mergedInto", othersMember);
        refused(MemberState.TYPE, merged);
        Map<String, Object> counted = new HashMap<>(member(node.union()));
        counted.put("placements", List.of(Map.of("unitId", other, "validFrom", "2015-01-01", "validTo", "2016-01-01")));
        refused(MemberState.TYPE, counted);
    }

    @Test
    void what_is_said_of_members_is_said_of_the_own() {
        Map<String, ?> principal = Map.of("issuer", "congdoan", "subject", "somebody");
        refused(
                AccountState.TYPE,
                UUID.fromString(othersMember),
                Map.of("memberId", othersMember, "principal", principal));
        refused(DuesExemptionState.TYPE, Map.of("memberId", othersMember, "validFrom", "2020-01-01"));
        refused(ChangeRequestState.TYPE, Map.of("memberId", othersMember, "status", "WAITING"));
        refused(TransferState.TYPE, Map.of("memberId", othersMember, "fromUnitId", node.union(), "status", "PENDING"));
        Map<String, ?> seat = Map.of("id", UUID.randomUUID(), "memberId", othersMember, "position", "CHAIR");
        refused(CommitteeState.TYPE, Map.of("unitId", node.union(), "seats", List.of(seat)));
        refused(CommitteeState.TYPE, Map.of("unitId", other, "seats", List.of()));
    }

    @Test
    void what_is_reported_is_of_the_own_union_and_takes_nothing_of_another_figure() {
        Map<String, Object> report = Map.of("title", "Báo cáo năm 2022");
        String figure = Api.create(
                        otherCode + "-officer",
                        "/api/v1/reported-figures",
                        Map.of(
                                "unitId",
                                other,
                                "period",
                                "2022",
                                "indicator",
                                "MEMBERS",
                                "value",
                                10,
                                "qualifier",
                                "EXACT",
                                "source",
                                report))
                .statusCode(201)
                .extract()
                .path("id");
        UUID step = sql.one(
                        "select step_id from reported_figure_step where reported_figure_id = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(figure))
                .orElseThrow();
        Map<String, Object> told = Map.of("id", step, "kind", "RECORDED", "at", "2026-11-22T08:00:00Z");
        refused(ReportedFigureState.TYPE, Map.of("unitId", other, "steps", List.of()));
        refused(ReportedFigureState.TYPE, UUID.fromString(figure), Map.of("unitId", node.union(), "steps", List.of()));
        refused(ReportedFigureState.TYPE, Map.of("unitId", node.union(), "steps", List.of(told)));
    }

    @Test
    void a_state_is_that_of_its_record_and_its_union() {
        Map<String, Object> anothersId = new HashMap<>(assignment("OFFICER", node.union()));
        anothersId.put("id", UUID.randomUUID());
        refused(AssignmentState.TYPE, anothersId);
        Map<String, Object> anothersUnion = new HashMap<>(assignment("OFFICER", node.union()));
        anothersUnion.put("ownerUnionId", other);
        refused(AssignmentState.TYPE, anothersUnion);
    }

    private void refused(AggregateType type, Map<String, ?> state) {
        refused(type, UUID.randomUUID(), state);
    }

    private void refused(AggregateType type, UUID id, Map<String, ?> state) {
        List<String> before = stored(id);
        node.tell(type, id, state);
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> node.send(receiving), type.name() + " " + state);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("NOT_THE_SENDERS"), refused::toString);
        assertEquals(before, stored(id));
        assertDoesNotThrow(() -> node.send(receiving), "the next batch");
    }

    private Response send(Batch batch) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream lines = new GZIPOutputStream(packed)) {
            lines.write(ProvinceNode.lines(batch).getBytes(StandardCharsets.UTF_8));
        }
        String type = "application/x-ndjson";
        return Api.as(account)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(type, ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(packed.toByteArray())
                .post(BATCHES);
    }

    /// What the log has of a record.
    private List<String> stored(UUID id) {
        return sql.list("""
                select change_id::text from change where aggregate_id = ?
                union select change_id::text from change_pending where aggregate_id = ?
                union select change_id::text from quarantined_change where aggregate_id = ?
                """, row -> row.getString(1), id, id, id);
    }

    private Map<String, Object> assignment(String role, UUID unit) {
        return Map.of(
                "principal",
                Map.of("issuer", "congdoan", "subject", "somebody-" + code),
                "role",
                role,
                "unitId",
                unit,
                "validFrom",
                "2020-01-01",
                "source",
                "GRANT",
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }

    private Map<String, Object> section(UUID union, UUID parent, String kind) {
        return Map.of(
                "versions",
                List.of(Map.of(
                        "unionId",
                        union,
                        "parentId",
                        parent,
                        "kind",
                        kind,
                        "code",
                        code + "-1",
                        "name",
                        "Tổ " + code,
                        "validFrom",
                        "2020-01-01")),
                "successors",
                List.of(),
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }

    private static Map<String, Object> member(UUID unit) {
        return Map.of(
                "unitId",
                unit,
                "status",
                "APPLIED",
                "fullName",
                "Nguyễn Thị Ánh",
                "birthYear",
                1985,
                "gender",
                "FEMALE",
                "inParty",
                false,
                "placements",
                List.of(),
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }
}
