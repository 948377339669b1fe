package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.membership.ReorganizationRequests.DAY;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.dissolve;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.mergeInto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.reorganization.HomeReportState;
import vn.congdoan.vks.membership.transfer.PlayedNode;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.ProvinceNode;

/// The central union decides about a union whose records its own node writes. Here the node is played: what a real one
/// does is proven between two whole systems.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReorganizationsAcrossNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String code = Api.newCode();
    private final String name = code.toLowerCase(Locale.ROOT);
    private String union = "";
    private ProvinceNode node = new ProvinceNode(name, UUID.randomUUID());
    private UUID section = UUID.randomUUID();
    private UUID member = UUID.randomUUID();

    @Inject
    Sql sql;

    @Inject
    Receiving receiving;

    @BeforeEach
    void found() {
        union = Api.union(code);
        Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union))
                .statusCode(201)
                .body("status", equalTo("ACTIVE"));
        node = new ProvinceNode(name, UUID.fromString(union));
        section = node.tell(UnitState.TYPE, section(null));
        member = node.tell(MemberState.TYPE, member(null));
        node.send(receiving);
    }

    @Test
    void it_is_under_way_until_the_node_has_done_its_part() {
        Api.create(Api.FIRST_ADMIN, REORGANIZATIONS + "?dryRun=true", dissolve(union))
                .statusCode(200)
                .body("awaits", contains(name))
                .body("refusals", empty());
        String id = begun(dissolve(union));
        shown(id, "UNDER_WAY", "WAITING");
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "cancel", Map.of())
                .statusCode(409)
                .body("code", equalTo("reorganization-closed"));
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of()).statusCode(409);
        assertEquals(List.of("null"), ends(union), "ended while it has members");

        node.tell(UnitState.TYPE, section, 2, section(DAY));
        node.tell(MemberState.TYPE, member, 2, member(DAY));
        node.send(receiving);
        assertEquals(List.of("null"), ends(union), "ended before the node told that it was done");
        report(id, 1, "DONE", List.of());
        awaitStatus(id, "APPLIED");
        shown(id, "APPLIED", "DONE").body("appliedAt", notNullValue());
        assertEquals(List.of(DAY), ends(union));
        assertEquals(List.of(), setAside());
    }

    /// There is still something to tell it: who has arrived where.
    @Test
    void the_node_of_a_union_that_has_gone_into_another_one_still_has_its_link() {
        Api.grant(Api.FIRST_ADMIN, name, "NODE", union).statusCode(201);
        String successor = Api.union(Api.newCode());
        String id = begun(ReorganizationRequests.merge(List.of(union), successor));
        Map<String, Object> carried = new HashMap<>(member(null));
        carried.putAll(Map.of("id", member, "ownerUnionId", successor));
        node.tell(
                UnitState.TYPE,
                section,
                2,
                UUID.fromString(successor),
                "reorganized",
                unit(
                        section,
                        version("SECTION", UUID.fromString(union), DAY) + ", "
                                + given("SECTION", successor, successor)));
        node.tell(
                MemberState.TYPE,
                member,
                2,
                UUID.fromString(successor),
                "moved",
                new ObjectMapper().valueToTree(carried).toString());
        node.send(receiving);
        report(id, 1, "DONE", List.of());
        awaitStatus(id, "APPLIED");
        Api.as(name).get("/api/v1/sync/membership/cursors/" + name).then().statusCode(200);
    }

    @Test
    void what_stands_against_it_at_the_node_is_shown_until_it_is_done() {
        String id = begun(dissolve(union));
        UUID report = report(
                id,
                1,
                "REFUSED",
                List.of(Map.of(
                        "pointer", "/predecessors", "code", "applicants-waiting", "values", Map.of("applicants", 1))));
        shown(id, "UNDER_WAY", "REFUSED")
                .body("homes.errors[0].code", contains("applicants-waiting"))
                .body("homes.errors[0].detail", hasItem(containsString("1")));
        node.tell(UnitState.TYPE, section, 2, section(DAY));
        node.tell(MemberState.TYPE, member, 2, member(DAY));
        node.tell(HomeReportState.TYPE, report, 2, reported(id, name, "DONE", List.of()));
        node.send(receiving);
        awaitStatus(id, "APPLIED");
    }

    @Test
    void a_node_that_says_it_is_done_and_is_not_is_waited_for() {
        String id = begun(dissolve(union));
        UUID report = report(id, 1, "DONE", List.of());
        node.tell(UnitState.TYPE, section, 2, section(DAY));
        node.tell(MemberState.TYPE, member, 2, member(DAY));
        assertEquals(List.of("null"), ends(union));
        node.tell(HomeReportState.TYPE, report, 2, reported(id, name, "DONE", List.of()));
        node.send(receiving);
        awaitStatus(id, "APPLIED");
    }

    @Test
    void a_node_answers_for_itself_alone() {
        String id = begun(dissolve(union));
        node.tell(HomeReportState.TYPE, UUID.randomUUID(), reported(id, "central", "DONE", List.of()));
        assertThrows(RuntimeException.class, () -> node.send(receiving));
        shown(id, "UNDER_WAY", "WAITING");
    }

    @Test
    void which_members_of_another_node_go_where_cannot_be_said_here() {
        Map<String, Object> split = form(
                "SPLIT",
                List.of(section.toString()),
                Map.of(
                        "successors",
                        List.of(
                                Map.of("unitId", section),
                                Map.of(
                                        "founded",
                                        Map.of(
                                                "id",
                                                UUID.randomUUID(),
                                                "kind",
                                                "SECTION",
                                                "parentId",
                                                Api.central(),
                                                "code",
                                                code + "-9",
                                                "name",
                                                "Bộ phận"),
                                        "members",
                                        List.of(member)))));
        Api.create(Api.FIRST_ADMIN, REORGANIZATIONS + "?dryRun=true", split)
                .statusCode(200)
                .body("refusals.code", hasItem("members-elsewhere"));
    }

    @Test
    void a_code_is_free_only_when_the_unit_that_has_it_has_ended() {
        Map<String, Object> founded =
                new HashMap<>(ReorganizationRequests.founded(UUID.randomUUID().toString(), Api.central(), code));
        founded.put("kind", "PROVINCIAL_UNION");
        Api.create(Api.FIRST_ADMIN, REORGANIZATIONS + "?dryRun=true", mergeInto(List.of(union), founded))
                .statusCode(200)
                .body("refusals.code", contains("code-held-meanwhile"));
    }

    /// Nobody is awaited: the central node gives what it has written until now, whether the node is online or not.
    @Test
    void members_of_a_union_here_go_to_a_union_with_a_node_at_once_with_everything_that_stays_at_home() {
        String leaving = Api.newCode();
        String here = Api.union(leaving, "OFFICER");
        String group = Api.section(leaving + "-admin", here, leaving + "-1");
        List<String> members = ReorganizationRequests.enrol(
                leaving + "-officer",
                List.of(
                        ReorganizationRequests.row(group, Map.of("phone", "0905123456")),
                        ReorganizationRequests.row(here, Map.of())));
        String there = Api.newCode();
        PlayedNode receiver = new PlayedNode(there, Api.union(there));

        String exempt = members.getFirst();
        Api.create(
                        leaving + "-officer",
                        "/api/v1/members/" + exempt + "/dues-exemptions",
                        Map.of(
                                "validFrom", "2024-01-01",
                                "reason", "UNPAID_LEAVE",
                                "decision", Map.of("number", "07/QĐ", "date", "2023-12-20")))
                .statusCode(201);
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(here), receiver.union))
                .body("homes", empty());
        assertEquals(List.of(DAY), ends(here));
        assertEquals(List.of(receiver.union), owners(List.of(group)));
        assertEquals(List.of(receiver.union, receiver.union), owners(members));
        assertTrue(Waiting.until(() -> letters(here, "sealed is not null") == 2, PATIENCE), "not sent");
        Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/members/" + members.getFirst())
                .then()
                .statusCode(200)
                .body("unit.id", equalTo(group));

        JsonNode exemption = PlayedNode.rows(receiver.opened(letterOf(exempt)), "dues_exemption")
                .getFirst();
        assertEquals("UNPAID_LEAVE", exemption.path("reason").asText());
        assertEquals("07/QĐ", exemption.path("decision_number").asText());

        String id = sql.one(
                        "select cause_id::text from member_letter where owner_union_id = ? limit 1",
                        row -> row.getString(1),
                        UUID.fromString(here))
                .orElseThrow();
        Map<String, Object> taken = new HashMap<>(reported(id, receiver.name, "DONE", List.of()));
        UUID report = UUID.randomUUID();
        taken.putAll(Map.of(
                "id", report, "ownerUnionId", receiver.union, "taken", List.of(Map.of("unionId", here, "members", 1))));
        receiver.tell(HomeReportState.TYPE, report, taken);
        receiver.send();
        assertEquals(2, letters(here, "sealed is not null"), "forgotten before everything has arrived");
        receiver.tellChanged(
                HomeReportState.TYPE,
                report,
                receiver.id(),
                "done",
                state -> ((ObjectNode) state.at("/taken/0")).put("members", 2));
        receiver.send();
        assertTrue(Waiting.until(() -> letters(here, "sealed is not null") == 0, PATIENCE), "not forgotten");
        assertEquals(
                0L,
                sql.one("select count(*) from person_key where member_id = any (?)", row -> row.getLong(1), (Object)
                                members.stream().map(UUID::fromString).toArray(UUID[]::new))
                        .orElseThrow());
        assertEquals(
                List.of("OTHER "),
                sql.list(
                        "select reason || ' ' || decision_number from dues_exemption where member_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(exempt)));
    }

    /// The node gives its section with the group below and a member, who go to a union that is written here.
    @Test
    void units_that_a_node_gives_come_with_what_is_below_them() {
        String receiver = Api.union(Api.newCode());
        UUID group = UUID.randomUUID();
        node.tell(
                UnitState.TYPE,
                group,
                1,
                UUID.fromString(union),
                "founded",
                unit(group, version("GROUP", section, "")));
        node.send(receiving);
        String id = begun(ReorganizationRequests.merge(List.of(union), receiver));
        for (Map.Entry<UUID, String> each : Map.of(
                        section,
                                version("SECTION", UUID.fromString(union), DAY) + ", "
                                        + given("SECTION", receiver, receiver),
                        group, version("GROUP", section, DAY) + ", " + given("GROUP", section.toString(), receiver))
                .entrySet()) {
            node.tell(
                    UnitState.TYPE,
                    each.getKey(),
                    2,
                    UUID.fromString(receiver),
                    "reorganized",
                    unit(each.getKey(), each.getValue()));
        }
        Map<String, Object> moved = new HashMap<>(member(null));
        moved.putAll(Map.of("id", member, "ownerUnionId", receiver));
        node.tell(
                MemberState.TYPE,
                member,
                2,
                UUID.fromString(receiver),
                "moved",
                new ObjectMapper().valueToTree(moved).toString());
        node.send(receiving);
        report(id, 1, "DONE", List.of());
        awaitStatus(id, "APPLIED");
        assertEquals(List.of(), setAside());
        assertEquals(
                List.of(receiver, receiver, receiver),
                owners(List.of(section.toString(), group.toString(), member.toString())));
        assertEquals(List.of(DAY), ends(union));
    }

    private static String unit(UUID id, String versions) {
        return """
                {"id": "%s", "versions": [%s], "successors": [], "recordedAt": "2026-11-22T08:00:00Z"}
                """.formatted(id, versions);
    }

    private String version(String kind, UUID parent, String until) {
        String end = until.isEmpty() ? "" : ", \"validTo\": \"" + until + "\"";
        return """
                {"unionId": "%s", "parentId": "%s", "kind": "%s", "code": "%s", "name": "Tổ %s",
                 "validFrom": "2020-01-01"%s}
                """.formatted(union, parent, kind, ofKind(kind), code, end);
    }

    private String given(String kind, String parent, String to) {
        return """
                {"unionId": "%s", "parentId": "%s", "kind": "%s", "code": "%s", "name": "Tổ %s", "validFrom": "%s"}
                """.formatted(to, parent, kind, ofKind(kind), code, DAY);
    }

    private String ofKind(String kind) {
        return code + (kind.equals("GROUP") ? "-2" : "-1");
    }

    private long letters(String union, String which) {
        return sql.one(
                        "select count(*) from member_letter where owner_union_id = ? and " + which,
                        row -> row.getLong(1),
                        UUID.fromString(union))
                .orElseThrow();
    }

    private ObjectNode letterOf(String member) {
        UUID letter = sql.one(
                        "select member_letter_id from member_letter where member_id = ? and purpose = 'RECORD'",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(member))
                .orElseThrow();
        return PlayedNode.latest(sql, MemberLetterState.TYPE, letter);
    }

    private List<String> owners(List<String> records) {
        return sql.list(
                "select coalesce(owner_of('member', told.id), owner_of('unit', told.id))::text from unnest(?) as told (id)",
                row -> row.getString(1),
                (Object) records.stream().map(UUID::fromString).toArray(UUID[]::new));
    }

    private static String begun(Map<String, Object> form) {
        String id = draft(Api.FIRST_ADMIN, form, 201).extract().path("id");
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of())
                .statusCode(200)
                .body("status", equalTo("UNDER_WAY"))
                .body("appliedAt", nullValue());
        return id;
    }

    private ValidatableResponse shown(String id, String status, String progress) {
        return Api.as(Api.FIRST_ADMIN)
                .get(REORGANIZATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo(status))
                .body("homes.node", contains(name))
                .body("homes.status", contains(progress));
    }

    private void awaitStatus(String id, String status) {
        assertTrue(Waiting.until(() -> status.equals(status(id)), PATIENCE), () -> "is " + status(id));
    }

    private static String status(String id) {
        return Api.as(Api.FIRST_ADMIN).get(REORGANIZATIONS + "/" + id).path("status");
    }

    private UUID report(String id, long version, String status, List<Map<String, Object>> errors) {
        UUID report = node.tell(HomeReportState.TYPE, UUID.randomUUID(), version, reported(id, name, status, errors));
        node.send(receiving);
        return report;
    }

    private static Map<String, Object> reported(
            String id, String node, String status, List<Map<String, Object>> errors) {
        return Map.of(
                "reorganizationId",
                id,
                "node",
                node,
                "status",
                status,
                "errors",
                errors,
                "taken",
                List.of(),
                "recordedAt",
                "2026-11-22T08:00:00Z",
                "reportedAt",
                "2026-11-22T08:00:00Z");
    }

    private List<String> ends(String unit) {
        return sql.list(
                "select coalesce(max(valid_to)::text, 'null') from unit_version where unit_id = ?",
                row -> row.getString(1),
                UUID.fromString(unit));
    }

    private List<String> setAside() {
        return sql.list("select detail from quarantined_change where sender = ?", row -> row.getString(1), name);
    }

    private Map<String, Object> section(@Nullable String until) {
        Map<String, Object> version = new HashMap<>(Map.of(
                "unionId",
                union,
                "parentId",
                union,
                "kind",
                "SECTION",
                "code",
                code + "-1",
                "name",
                "Tổ " + code,
                "validFrom",
                "2020-01-01"));
        if (until != null) {
            version.put("validTo", until);
        }
        return Map.of("versions", List.of(version), "successors", List.of(), "recordedAt", "2026-11-22T08:00:00Z");
    }

    private Map<String, Object> member(@Nullable String until) {
        Map<String, Object> placement = new HashMap<>(Map.of("unitId", section, "validFrom", "2020-01-01"));
        placement.put("beganAs", "ENROLLED");
        if (until != null) {
            placement.put("validTo", until);
            placement.put("endedAs", "UNIT_DISSOLVED");
        }
        Map<String, Object> state = new HashMap<>(Map.of(
                "unitId",
                section,
                "status",
                until == null ? "ACTIVE" : "ENDED",
                "fullName",
                "Nguyễn Thị Ánh",
                "birthYear",
                1985,
                "gender",
                "FEMALE",
                "inParty",
                false,
                "joinedOn",
                "2020-01-01",
                "placements",
                List.of(placement),
                "recordedAt",
                "2026-11-22T08:00:00Z"));
        if (until != null) {
            state.put("endReason", "UNIT_DISSOLVED");
        }
        return state;
    }
}
