package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What officers see of a province's node at the central one: how far it is, what could not be applied, and
/// whether both hold the same.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class WatchingNodesTest {

    private static final String SYNC = "/api/v1/sync/membership";
    private static final String LINES = "application/x-ndjson";
    private static final Map<String, String> REASON = Map.of("reason", "Đã sửa tại tỉnh");
    private static final YearMonth MONTH = YearMonth.of(2024, 3);

    private final String code = Api.newCode();
    private final String name = code.toLowerCase(Locale.ROOT);
    private final String node = code + "-node";
    private final String admin = code + "-admin";
    private String union = "";
    private long position;

    @Inject
    Sql sql;

    @BeforeEach
    void aNode() {
        union = Api.union(code);
        Api.as(Api.FIRST_ADMIN)
                .body(Map.of("name", name, "unionId", union))
                .post("/api/v1/sync/nodes")
                .then()
                .statusCode(201);
        Api.grant(Api.FIRST_ADMIN, node, "NODE", union).statusCode(201);
    }

    @Test
    void what_could_not_be_applied_is_seen_by_the_union_the_central_one_and_the_node() {
        String change = setAside("novelty", "STATE");
        for (String reader : List.of(admin, Api.FIRST_ADMIN, node)) {
            aside(reader, change)
                    .then()
                    .body(item(change) + ".at", equalTo("central"))
                    .body(item(change) + ".sender", equalTo(name))
                    .body(item(change) + ".originNode", equalTo(name))
                    .body(item(change) + ".aggregateType", equalTo("novelty"))
                    .body(item(change) + ".position", equalTo(1))
                    .body(item(change) + ".reason", equalTo("UNKNOWN"))
                    .body(item(change) + ".detail", nullValue())
                    .body(item(change) + ".tries", greaterThanOrEqualTo(1))
                    .body(item(change) + ".nextTryAt", notNullValue());
        }
        String other = Api.newCode();
        Api.union(other, "OFFICER");
        Api.as(other + "-admin")
                .get(SYNC + "/quarantine")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Refusal.of(Api.as(other + "-officer").get(SYNC + "/quarantine"), 403, "forbidden");
        Refusal.of(Api.as(admin).get("/api/v1/sync/welfare/quarantine"), 404, "not-found");
    }

    @Test
    void the_rule_that_refused_a_change_is_named() {
        String change = UUID.randomUUID().toString();
        String id = UUID.randomUUID().toString();
        String ofNobody = """
                {"id": "%s", "unitId": "%s", "ownerUnionId": "%s"}""".formatted(id, union, union);
        send(change(change, id, "STATE", "assignment", "granted", 1, ofNobody));
        aside(admin, change)
                .then()
                .body(item(change) + ".reason", equalTo("REFUSED"))
                .body(item(change) + ".detail", containsString("SQL state"));
    }

    @Test
    void a_change_is_tried_at_once_and_stays_while_its_reason_does() {
        String change = setAside("novelty", "STATE");
        int tries = aside(admin, change).path(item(change) + ".tries");
        tend(Api.FIRST_ADMIN, change, "retry", null)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("QUARANTINED"))
                .body("change.changeId", equalTo(change))
                .body("change.tries", equalTo(tries + 1));
        assertEquals(List.of("retry: -"), trail(change));
    }

    @Test
    void what_is_given_up_is_asked_for_again() {
        String record = UUID.randomUUID().toString();
        String change = UUID.randomUUID().toString();
        send(change(change, record, "STATE", "novelty", "made", 1, "{}"));
        tend(Api.FIRST_ADMIN, change, "discard", REASON)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("RELEASED"))
                .body("change", nullValue());
        Api.as(node)
                .get(SYNC + "/cursors/" + name)
                .then()
                .statusCode(200)
                .body("doubted.aggregateId", equalTo(List.of(record)))
                .body("quarantined.count", equalTo(0));
        assertEquals(List.of("discard: " + REASON.get("reason")), trail(change));
        // Told again and set aside again: then the node is not asked once more.
        send(change(UUID.randomUUID().toString(), record, "STATE", "novelty", "made", 1, "{}"));
        Api.as(node)
                .get(SYNC + "/cursors/" + name)
                .then()
                .body("doubted", hasSize(0))
                .body("quarantined.count", equalTo(1));
    }

    @Test
    void an_entry_of_books_is_never_given_up() {
        String change = setAside("novelty", "ENTRY");
        Refusal.of(tend(Api.FIRST_ADMIN, change, "discard", REASON), 409, "entry-is-kept");
        aside(admin, change);
    }

    @Test
    void only_an_admin_of_the_central_union_tends_it() {
        String change = setAside("novelty", "STATE");
        Api.grant(Api.FIRST_ADMIN, code + "-above", "CHAIR", Api.central()).statusCode(201);
        Api.grant(Api.FIRST_ADMIN, code + "-keeper", "OFFICER", Api.central()).statusCode(201);
        for (String reader : List.of(admin, node, code + "-above")) {
            Refusal.of(tend(reader, change, "retry", null), 403, "forbidden");
            Refusal.of(tend(reader, change, "discard", REASON), 403, "forbidden");
        }
        Refusal.of(tend(code + "-keeper", change, "retry", null), 404, "not-found");
        Refusal.of(tend(Api.FIRST_ADMIN, UUID.randomUUID().toString(), "discard", REASON), 404, "not-found");
        tend(Api.FIRST_ADMIN, change, "discard", Map.of("reason", " "))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        aside(admin, change);
    }

    @Test
    void what_the_node_has_set_aside_is_seen_here_as_it_told_last() {
        String change = UUID.randomUUID().toString();
        String item = """
                {"changeId": "%s", "aggregateType": "unit", "aggregateId": "%s", "streamKey": "%s",
                 "originNode": "central", "position": 7, "reason": "REFUSED", "detail": "SQL state 23505, x",
                 "since": "2026-11-20T01:00:00Z", "triedAt": "2026-11-20T01:05:00Z", "tries": 5}
                """.formatted(change, UUID.randomUUID(), UUID.randomUUID());
        Api.as(node)
                .body("{\"count\": 3, \"changes\": [" + item + "]}")
                .post(SYNC + "/quarantine")
                .then()
                .statusCode(204);
        aside(admin, change)
                .then()
                .body(item(change) + ".at", equalTo(name))
                .body(item(change) + ".sender", equalTo("central"))
                .body(item(change) + ".tries", equalTo(5));
        progress().then().body("items[0].down.quarantined", equalTo(3));
        Refusal.of(tend(Api.FIRST_ADMIN, change, "retry", null), 404, "not-found");

        Api.as(node)
                .body("{\"count\": 0, \"changes\": []}")
                .post(SYNC + "/quarantine")
                .then()
                .statusCode(204);
        Api.as(admin).get(SYNC + "/quarantine").then().body("items", hasSize(0));
    }

    @Test
    void how_far_both_ends_are_is_seen() {
        progress()
                .then()
                .body("items", hasSize(1))
                .body("items[0].node", equalTo(name))
                .body("items[0].lastContact", nullValue())
                .body("items[0].up.position", nullValue())
                .body("items[0].down.lagChanges", nullValue());

        setAside("novelty", "STATE");
        position = 0;
        Api.as(node)
                .accept(LINES)
                .get(SYNC + "/changes?epoch=0&after=0&limit=1")
                .then()
                .statusCode(200);
        progress()
                .then()
                .body("items[0].lastContact", notNullValue())
                .body("items[0].up.position", equalTo(1))
                .body("items[0].up.head", equalTo(3))
                .body("items[0].up.lagChanges", equalTo(2))
                .body("items[0].up.quarantined", equalTo(1))
                .body("items[0].down.position", equalTo(0))
                .body("items[0].down.lagChanges", greaterThanOrEqualTo(1))
                .body("items[0].down.lagSeconds", greaterThanOrEqualTo(0));
        String other = Api.newCode();
        Api.union(other);
        Api.as(other + "-admin").get(SYNC + "/cursors").then().body("items", hasSize(0));
    }

    @Test
    void digests_condense_what_came_from_the_node_and_differ_where_a_state_does() {
        String record = UUID.randomUUID().toString();
        send(member(record, 1, "Trần Bình"));
        Response before = awaitDigest("");
        before.then()
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("member"))
                .body("items[0].count", equalTo(1));
        digests("&type=unit").then().body("items", hasSize(0));
        digests("&month=2024-03").then().body("items", hasSize(1));
        digests("&month=2024-04").then().body("items", hasSize(0));
        Api.as(node)
                .get(SYNC + "/digests/member/" + MONTH + "?node=" + name)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(record)))
                .body("items[0].version", equalTo(1))
                .body("next", nullValue());

        send(member(record, 2, "Trần Bình"));
        String digest = before.path("items[0].digest");
        assertTrue(Waiting.until(() -> !digest.equals(digests("").path("items[0].digest")), Duration.ofSeconds(20)));
    }

    @Test
    void wrong_questions_for_digests_are_refused_by_name() {
        Refusal.of(Api.as(admin).get(SYNC + "/digests"), 400, "invalid-request", "?node", "required");
        Refusal.of(digests("&month=2024-13"), 400, "invalid-request", "?month", "not-a-month");
        Refusal.of(Api.as(admin).get(SYNC + "/digests?node=central"), 404, "not-found");
        Refusal.of(Api.as(admin).get(SYNC + "/digests/member/x?node=" + name), 404, "not-found");
    }

    @Test
    void a_comparison_that_is_asked_for_here_waits_for_the_node_which_tells_its_result() {
        String record = UUID.randomUUID().toString();
        send(member(record, 1, "Trần Bình"));
        Response asked = Api.as(admin).body(Map.of("node", name)).post(SYNC + "/comparisons");
        asked.then().statusCode(201).body("node", equalTo(name)).body("endedAt", nullValue());
        String id = asked.path("id");
        String waiting = SYNC + "/waiting-comparisons";
        Api.as(node).get(waiting).then().body("comparisons", equalTo(List.of(id)));

        Api.as(node).body("{}").post(waiting + "/" + id + "/begin").then().statusCode(204);
        String differences = """
                {"differences": [{"aggregateType": "member", "aggregateId": "%s", "difference": "DIFFERENT",
                                  "nodeVersion": 2, "centralVersion": 1}]}
                """.formatted(record);
        Api.as(node)
                .body(differences)
                .post(waiting + "/" + id + "/differences")
                .then()
                .statusCode(204);
        Api.as(node)
                .body("{\"records\": 7}")
                .post(waiting + "/" + id + "/end")
                .then()
                .statusCode(204);

        Api.as(admin)
                .get(SYNC + "/comparisons/" + id)
                .then()
                .statusCode(200)
                .body("endedAt", notNullValue())
                .body("records", equalTo(7))
                .body("differences", equalTo(1))
                .body("found.aggregateId", equalTo(List.of(record)))
                .body("found.difference", equalTo(List.of("DIFFERENT")));
        Api.as(Api.FIRST_ADMIN).get(SYNC + "/comparisons?limit=1").then().body("items.id", equalTo(List.of(id)));
        Api.as(node).get(waiting).then().body("comparisons", hasSize(0));
        Api.as(node).get(SYNC + "/cursors/" + name).then().body("doubted.aggregateId", equalTo(List.of(record)));
    }

    @Test
    void a_node_speaks_of_its_own_comparisons_only_and_a_stranger_sees_none() {
        String id = Api.as(admin)
                .body(Map.of("node", name))
                .post(SYNC + "/comparisons")
                .path("id");
        String other = Api.newCode();
        String otherUnion = Api.union(other);
        Api.as(Api.FIRST_ADMIN)
                .body(Map.of("name", other.toLowerCase(Locale.ROOT), "unionId", otherUnion))
                .post("/api/v1/sync/nodes")
                .then()
                .statusCode(201);
        Api.grant(Api.FIRST_ADMIN, other + "-node", "NODE", otherUnion).statusCode(201);
        String waiting = SYNC + "/waiting-comparisons/" + id;
        Refusal.of(Api.as(other + "-node").body("{}").post(waiting + "/begin"), 404, "not-found");
        Refusal.of(Api.as(other + "-node").body("{\"records\": 1}").post(waiting + "/end"), 404, "not-found");
        Refusal.of(Api.as(other + "-admin").get(SYNC + "/comparisons/" + id), 404, "not-found");
        Refusal.of(
                Api.as(other + "-admin").body(Map.of("node", name)).post(SYNC + "/comparisons"),
                403,
                "forbidden",
                "/node",
                "unit-out-of-scope");
    }

    private Response progress() {
        return Api.as(admin).get(SYNC + "/cursors");
    }

    private Response digests(String query) {
        return Api.as(admin).get(SYNC + "/digests?node=" + name + query);
    }

    /// Positions are given a moment after the commit.
    private Response awaitDigest(String query) {
        assertTrue(
                Waiting.until(() -> !digests(query).jsonPath().getList("items").isEmpty(), Duration.ofSeconds(20)));
        return digests(query);
    }

    private String setAside(String type, String kind) {
        String change = UUID.randomUUID().toString();
        send(change(change, UUID.randomUUID().toString(), kind, type, "made", 1, "{}"));
        return change;
    }

    private static String item(String change) {
        return "items.find { it.changeId == '" + change + "' }";
    }

    /// The list that holds the change.
    private static Response aside(String reader, String change) {
        Response list = Api.as(reader).get(SYNC + "/quarantine?limit=200");
        list.then().statusCode(200).body(item(change), notNullValue());
        return list;
    }

    private static Response tend(String account, String change, String action, @Nullable Object body) {
        var request = Api.as(account);
        return (body == null ? request : request.body(body)).post(SYNC + "/quarantine/" + change + "/" + action);
    }

    private List<String> trail(String change) {
        return sql.list(
                "select action || ': ' || coalesce(purpose, '-') from audit_entry where resource_id = ? order by audit_entry_id",
                row -> row.getString(1),
                UUID.fromString(change));
    }

    private String member(String id, int version, String fullName) {
        String state = """
                {"id":"%1$s","ownerUnionId":"%2$s","unitId":"%2$s","status":"ACTIVE","fullName":"%3$s",\
                "birthYear":1985,"gender":"FEMALE","inParty":true,"joinedOn":"2010-01-01",\
                "placements":[{"unitId":"%2$s","validFrom":"2010-01-01"}],"recordedAt":"2020-01-01T00:00:00Z"}\
                """.formatted(id, union, fullName);
        return change(UUID.randomUUID().toString(), id, "STATE", "member", "applied", version, state);
    }

    private String change(
            String change, String record, String kind, String type, String happened, int version, String state) {
        position++;
        return """
                {"position":%d,"changeId":"%s","kind":"%s","aggregateType":"%s","aggregateId":"%s","streamKey":"%s",\
                "version":%d,"originNode":"%s","originEpoch":1,"originPosition":%d,"ownerUnion":"%s",\
                "recordedAt":"%s","effectiveDate":"%s","type":"%s","schemaVersion":1,"state":%s}\
                """.formatted(
                        position,
                        change,
                        kind,
                        type,
                        record,
                        record,
                        version,
                        name,
                        position,
                        union,
                        MONTH.atDay(2).atStartOfDay(BusinessTime.ZONE).toInstant(),
                        LocalDate.of(2024, 3, 2),
                        happened,
                        state);
    }

    /// The node's next batch, which says that two changes more are to come.
    private void send(String change) {
        String head = "{\"sender\":\"%s\",\"epoch\":1,\"from\":%d,\"to\":%d,\"head\":%d,\"changes\":1}"
                .formatted(name, position - 1, position, position + 2);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var lines = new GZIPOutputStream(packed)) {
            lines.write((head + "\n" + change).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Api.as(node)
                .contentType(LINES)
                .body(packed.toByteArray())
                .post(SYNC + "/batches")
                .then()
                .statusCode(200);
    }
}
