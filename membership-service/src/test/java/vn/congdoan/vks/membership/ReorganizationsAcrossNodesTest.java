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

import com.fasterxml.jackson.databind.ObjectMapper;
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
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.reorganization.HomeReportState;
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
        assertEquals(List.of("null"), ReorganizationRequests.ends(sql, union), "ended while it has members");

        node.tell(UnitState.TYPE, section, 2, section(DAY));
        node.tell(MemberState.TYPE, member, 2, member(DAY));
        node.send(receiving);
        assertEquals(
                List.of("null"),
                ReorganizationRequests.ends(sql, union),
                "ended before the node told that it was done");
        report(id, 1, "DONE", List.of());
        awaitStatus(id, "APPLIED");
        shown(id, "APPLIED", "DONE").body("appliedAt", notNullValue());
        assertEquals(List.of(DAY), ReorganizationRequests.ends(sql, union));
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
        node.tell(HomeReportState.TYPE, report, 2, ReorganizationRequests.reported(id, name, "DONE", List.of()));
        node.send(receiving);
        awaitStatus(id, "APPLIED");
    }

    @Test
    void a_node_that_says_it_is_done_and_is_not_is_waited_for() {
        String id = begun(dissolve(union));
        UUID report = report(id, 1, "DONE", List.of());
        node.tell(UnitState.TYPE, section, 2, section(DAY));
        node.tell(MemberState.TYPE, member, 2, member(DAY));
        assertEquals(List.of("null"), ReorganizationRequests.ends(sql, union));
        node.tell(HomeReportState.TYPE, report, 2, ReorganizationRequests.reported(id, name, "DONE", List.of()));
        node.send(receiving);
        awaitStatus(id, "APPLIED");
    }

    @Test
    void a_node_answers_for_itself_alone() {
        String id = begun(dissolve(union));
        node.tell(
                HomeReportState.TYPE,
                UUID.randomUUID(),
                ReorganizationRequests.reported(id, "central", "DONE", List.of()));
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
                ReorganizationRequests.owners(sql, List.of(section.toString(), group.toString(), member.toString())));
        assertEquals(List.of(DAY), ReorganizationRequests.ends(sql, union));
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
        UUID report = node.tell(
                HomeReportState.TYPE,
                UUID.randomUUID(),
                version,
                ReorganizationRequests.reported(id, name, status, errors));
        node.send(receiving);
        return report;
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
