package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// The registry of provincial nodes, which decides where the records of a union are written.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class NodesTest {

    private static final String NODES = "/api/v1/sync/nodes";
    private static final Map<String, String> REASON = Map.of("reason", "Máy chủ của tỉnh bị xâm nhập");

    private final String code = Api.newCode();
    private final String name = code.toLowerCase(Locale.ROOT);

    @Inject
    Sql sql;

    @Inject
    KnownNodes known;

    @Test
    void the_records_of_a_union_without_any_are_written_at_its_node_from_now_on() {
        String union = Api.union(code);
        Response made = register(name, union);
        made.then()
                .statusCode(201)
                .body("name", equalTo(name))
                .body("unionId", equalTo(union))
                .body("status", equalTo("ACTIVE"))
                .body("suspensionReason", equalTo(null))
                .body("activatedAt", notNullValue())
                .body("recordedAt", notNullValue());
        String path = path(made);
        assertEquals(path, made.header("Location").replaceFirst("^https?://[^/]+", ""));
        Response read = Api.as(code + "-admin").get(path);
        assertEquals(made.asString(), read.asString());
        assertEquals(made.header("ETag"), read.header("ETag"));
        assertEquals(List.of(name), homeOf(union));

        Response refused = Api.as(code + "-admin")
                .header("Accept-Language", "en")
                .body(assignment(union))
                .post("/api/v1/assignments");
        Refusal.of(refused, 409, "owned-elsewhere");
        refused.then().body("detail", containsString("the node " + name + ";"));
    }

    @Test
    void a_union_with_records_of_its_own_keeps_writing_here_until_they_are_handed_over() {
        String union = Api.union(code, "OFFICER");
        register(name, union)
                .then()
                .statusCode(201)
                .body("status", equalTo("PREPARING"))
                .body("activatedAt", equalTo(null));

        assertEquals(List.of(), homeOf(union));
        Api.create(code + "-admin", "/api/v1/assignments", assignment(union)).statusCode(201);
    }

    @Test
    void a_section_is_a_record_of_its_union() {
        String union = Api.union(code);
        Api.section(code + "-admin", union, code + "-S");
        register(name, union).then().statusCode(201).body("status", equalTo("PREPARING"));
    }

    @Test
    void other_services_and_features_know_it() {
        String union = Api.union(code);
        String path = path(register(name, union));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        KnownNode node = new KnownNode(id, version(path), name, new UnitId(UUID.fromString(union)), "ACTIVE");
        assertEquals(List.of(node), known.ofUnions(Set.of(node.unionId())));
        assertFalse(node.isSuspended());

        Api.act(Api.FIRST_ADMIN, path, "suspend", REASON).statusCode(200);
        assertTrue(known.ofUnions(Set.of(node.unionId())).getFirst().isSuspended());
        assertTrue(known.ofUnions(Set.of(new UnitId(UUID.fromString(Api.central()))))
                .isEmpty());
    }

    @Test
    void everybody_is_told() {
        String path = path(register(name, Api.union(code)));
        Api.act(Api.FIRST_ADMIN, path, "suspend", REASON).statusCode(200);
        Api.act(Api.FIRST_ADMIN, path, "resume", REASON).statusCode(200);

        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        List<String> told = sql.list(
                """
                with logged as (
                    select version, happened, audience, owner_union_id, state from change_pending where aggregate_id = ?
                    union all
                    select version, happened, audience, owner_union_id, state from change where aggregate_id = ?)
                select happened, state->>'status', audience is null and owner_union_id = ?
                    and state->>'ownerUnionId' = owner_union_id::text and state->>'suspensionReason' is null
                from logged order by version
                """,
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3),
                id,
                id,
                UUID.fromString(Api.central()));
        assertEquals(List.of("registered ACTIVE true", "suspended SUSPENDED true", "resumed ACTIVE true"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "PREPARING"})
    void it_is_suspended_and_resumed_to_what_it_was(String before) {
        String union = before.equals("ACTIVE") ? Api.union(code) : Api.union(code, "OFFICER");
        String path = path(register(name, union));
        act(path, "resume").statusCode(409).body("code", equalTo("node-not-suspended"));

        act(path, "suspend")
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"))
                .body("suspensionReason", equalTo(REASON.get("reason")));
        act(path, "suspend").statusCode(409).body("code", equalTo("node-suspended-already"));
        assertEquals(before.equals("ACTIVE") ? List.of(name) : List.of(), homeOf(union));
        act(path, "resume").statusCode(200).body("status", equalTo(before)).body("suspensionReason", equalTo(null));
        Api.as(Api.FIRST_ADMIN).get(path).then().body("status", equalTo(before));
    }

    @Test
    void the_reasons_stand_in_the_audit_trail() {
        String path = path(register(name, Api.union(code)));
        act(path, "suspend").statusCode(200);
        Api.act(Api.FIRST_ADMIN, path, "resume", Map.of("reason", "Đã cài lại")).statusCode(200);

        List<String> trail = sql.list(
                "select action || ': ' || coalesce(purpose, '-') from audit_entry where resource_id = ? order by audit_entry_id",
                row -> row.getString(1),
                UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        assertEquals(List.of("register: -", "suspend: " + REASON.get("reason"), "resume: Đã cài lại"), trail);
    }

    @ParameterizedTest
    @CsvSource({
        "name, Q,              400, pattern",
        "name, q,              400, pattern",
        "name, 1qng,           400, pattern",
        "name, qng_1,          400, pattern",
        "name, QNG,            400, pattern",
        "name, a234567890123456789012345678901x, 400, pattern",
        "name, central,        422, name-of-the-central-node",
        "unionId, x,           400, not-an-id",
        "unionId, 019366a0-0000-7000-8000-00000000ffff, 422, no-provincial-union",
        "id,   x,              400, not-an-id",
        "surprise, 1,          400, unknown-field",
    })
    void what_cannot_be_is_refused(String field, String value, int status, String rule) {
        Map<String, Object> form = form(name, Api.union(code));
        form.put(field, value);
        String problem = status == 400 ? "invalid-request" : "rule-broken";
        Refusal.of(Api.as(Api.FIRST_ADMIN).body(form).post(NODES), status, problem, "/" + field, rule);
    }

    @Test
    void only_a_provincial_union_has_a_node() {
        String union = Api.union(code);
        String section = Api.section(code + "-admin", union, code + "-S");
        for (String unit : List.of(section, Api.central())) {
            Refusal.of(register(name, unit), 422, "rule-broken", "/unionId", "no-provincial-union");
        }
        String later = Api.create(Api.FIRST_ADMIN, "/api/v1/units", unionFrom("2190-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        Refusal.of(register(name, later), 422, "rule-broken", "/unionId", "no-provincial-union");
    }

    @Test
    void a_name_and_a_union_are_taken_once() {
        String union = Api.union(code);
        register(name, union).then().statusCode(201);
        String other = Api.union(Api.newCode());

        Refusal.of(register(name, other), 409, "node-name-taken", "/name", "node-name-taken");
        Refusal.of(register(name + "-2", union), 409, "union-has-node", "/unionId", "union-has-node");
        assertEquals(List.of(), homeOf(other));
        register(name + "-2", other).then().statusCode(201);
    }

    @Test
    void a_reason_is_needed() {
        String path = path(register(name, Api.union(code)));
        for (String action : List.of("suspend", "resume")) {
            for (String reason : List.of(" ", "x".repeat(501))) {
                Api.as(Api.FIRST_ADMIN)
                        .header("If-Match", "*")
                        .body(Map.of("reason", reason))
                        .post(path + "/" + action)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", hasItem("/reason"));
            }
            Api.as(Api.FIRST_ADMIN)
                    .header("If-Match", "*")
                    .body(Map.of())
                    .post(path + "/" + action)
                    .then()
                    .statusCode(400);
        }
        Api.as(Api.FIRST_ADMIN).get(path).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void nobody_else_keeps_them() {
        String union = Api.union(code, "OFFICER", "CHAIR", "INSPECTOR", "NODE");
        String section = Api.section(Api.FIRST_ADMIN, Api.central(), code + "-S");
        Api.grant(Api.FIRST_ADMIN, code + "-section", "ADMIN", section).statusCode(201);
        Api.grant(Api.FIRST_ADMIN, code + "-above", "CHAIR", Api.central()).statusCode(201);
        Api.grant(Api.FIRST_ADMIN, code + "-keeper", "OFFICER", Api.central()).statusCode(201);
        String path = path(register(name, union));
        String free = Api.union(Api.newCode());

        for (String stranger :
                List.of("admin", "officer", "chair", "inspector", "node", "section", "above", "keeper")) {
            Refusal.of(
                    Api.as(code + "-" + stranger).body(form(name + "-2", free)).post(NODES), 403, "forbidden");
        }
        for (String reader : List.of("admin", "chair", "inspector", "node", "above")) {
            Api.as(code + "-" + reader).get(path).then().statusCode(200);
            Refusal.of(suspension(code + "-" + reader, path, "*"), 403, "forbidden");
        }
        for (String stranger : List.of("officer", "section", "keeper")) {
            Api.as(code + "-" + stranger).get(path).then().statusCode(404);
            Refusal.of(suspension(code + "-" + stranger, path, "*"), 404, "not-found");
        }
        Refusal.of(Api.as(code + "-nobody").get(path), 403, "no-assignment");
        assertEquals(List.of(), homeOf(free));
    }

    @Test
    void a_union_sees_its_own_node_and_the_central_union_all_of_them() {
        String other = Api.newCode();
        Api.union(other, "CHAIR");
        String union = Api.union(code, "INSPECTOR", "OFFICER");
        String path = path(register(name, union));

        for (String reader : List.of("admin", "inspector")) {
            Api.as(code + "-" + reader)
                    .get(NODES)
                    .then()
                    .statusCode(200)
                    .body("items.name", equalTo(List.of(name)))
                    .body("next", equalTo(null));
        }
        Api.as(code + "-officer").get(NODES).then().statusCode(403);
        Api.as(other + "-chair").get(NODES).then().statusCode(200).body("items", hasSize(0));
        Api.as(other + "-chair").get(path).then().statusCode(404);
        Api.as(code + "-admin").get(NODES + "/" + UUID.randomUUID()).then().statusCode(404);
        Api.as(code + "-admin").get(NODES + "/x").then().statusCode(404);
        assertTrue(allNames(1).contains(name));
    }

    @Test
    void all_of_them_are_paged_in_the_order_of_their_names() {
        List<String> made = List.of(name + "-c", name + "-a", name + "-b");
        made.forEach(each -> register(each, Api.union(Api.newCode())).then().statusCode(201));

        List<String> listed = allNames(2);
        assertEquals(listed.stream().sorted().distinct().toList(), listed);
        assertTrue(listed.containsAll(made));
        Refusal.of(
                Api.as(Api.FIRST_ADMIN).get(NODES + "?cursor=x"), 400, "invalid-request", "?cursor", "invalid-cursor");
    }

    @Test
    void only_an_admin_at_the_central_union_is_told_that_he_may_keep_them() {
        String union = Api.union(code);
        String path = "assignments.find { it.unit.id == '%s' }.permissions";

        Api.as(Api.FIRST_ADMIN).get("/api/v1/me").then().body(path.formatted(Api.central()), hasItem("KEEP_NODES"));
        Api.as(code + "-admin")
                .get("/api/v1/me")
                .then()
                .body(path.formatted(union), hasItem("READ_NODES"))
                .body(path.formatted(union), not(hasItem("KEEP_NODES")));
    }

    @Test
    void what_was_read_long_ago_is_not_changed() {
        Response made = register(name, Api.union(code));
        String path = path(made);
        Refusal.of(Api.as(Api.FIRST_ADMIN).body(REASON).post(path + "/suspend"), 428, "precondition-required");
        suspension(Api.FIRST_ADMIN, path, made.header("ETag")).then().statusCode(200);
        Refusal.of(suspension(Api.FIRST_ADMIN, path, made.header("ETag")), 412, "stale");
        Refusal.of(
                Api.as(Api.FIRST_ADMIN)
                        .header("If-Match", made.header("ETag"))
                        .body(REASON)
                        .post(path + "/resume"),
                412,
                "stale");
    }

    @Test
    void an_equal_registration_under_the_clients_id_can_be_repeated() {
        String union = Api.union(code);
        Map<String, Object> form = form(name, union);
        form.put("id", UUID.randomUUID().toString());
        Response first = Api.as(Api.FIRST_ADMIN).body(form).post(NODES);
        first.then().statusCode(201).body("id", equalTo(form.get("id")));
        Response again = Api.as(Api.FIRST_ADMIN).body(form).post(NODES);
        again.then().statusCode(200);
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));

        form.put("name", name + "-2");
        Refusal.of(Api.as(Api.FIRST_ADMIN).body(form).post(NODES), 412, "already-exists");
    }

    @Test
    void a_request_under_a_key_has_one_effect() {
        Map<String, Object> form = form(name, Api.union(code));
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, form, NODES, "*");
        Response again = keyed(key, form, NODES, "*");
        again.then().statusCode(201);
        assertEquals(first.asString(), again.asString());

        String suspend = path(first) + "/suspend";
        String second = UUID.randomUUID().toString();
        Response suspended = keyed(second, REASON, suspend, first.header("ETag"));
        suspended.then().statusCode(200);
        Response repeated = keyed(second, REASON, suspend, first.header("ETag"));
        repeated.then().statusCode(200);
        assertEquals(suspended.asString(), repeated.asString());
        assertEquals(suspended.header("ETag"), repeated.header("ETag"));
    }

    @Test
    void the_first_record_and_the_registration_never_miss_each_other() {
        for (int times = 0; times < 6; times++) {
            String each = Api.newCode();
            String union = Api.union(each);
            List<Response> answers = Api.atOnce(List.of(
                    () -> register(each.toLowerCase(Locale.ROOT), union),
                    () -> Api.as(each + "-admin").body(assignment(union)).post("/api/v1/assignments")));

            Response node = answers.getFirst();
            Response record = answers.getLast();
            node.then().statusCode(201);
            if (record.statusCode() == 201) {
                node.then().body("status", equalTo("PREPARING"));
                assertEquals(List.of(), homeOf(union));
            } else {
                Refusal.of(record, 409, "owned-elsewhere");
                node.then().body("status", equalTo("ACTIVE"));
                assertEquals(List.of(each.toLowerCase(Locale.ROOT)), homeOf(union));
            }
        }
    }

    @Test
    void of_many_registrations_at_once_one_is_made() {
        String union = Api.union(code);
        List<Response> answers = Api.atOnce(4, () -> register(name, union));

        assertEquals(
                List.of(201, 409, 409, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(List.of(name), homeOf(union));
    }

    private static Response register(String name, String union) {
        return Api.as(Api.FIRST_ADMIN).body(form(name, union)).post(NODES);
    }

    private static ValidatableResponse act(String path, String action) {
        return Api.act(Api.FIRST_ADMIN, path, action, REASON);
    }

    private static Response suspension(String by, String path, String tag) {
        return Api.as(by).header("If-Match", tag).body(REASON).post(path + "/suspend");
    }

    private static Response keyed(String key, Map<String, ?> body, String path, String tag) {
        return Api.as(Api.FIRST_ADMIN)
                .header("Idempotency-Key", key)
                .header("If-Match", tag)
                .body(body)
                .post(path);
    }

    private static String path(Response made) {
        return NODES + "/" + made.then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> form(String name, String union) {
        return new HashMap<>(Map.of("name", name, "unionId", union));
    }

    private static Map<String, String> unionFrom(String day) {
        String code = Api.newCode();
        return Map.of(
                "kind",
                "PROVINCIAL_UNION",
                "parentId",
                Api.central(),
                "code",
                code,
                "name",
                "Công đoàn " + code,
                "validFrom",
                day);
    }

    private static Map<String, Object> assignment(String union) {
        return Map.of(
                "subject",
                "somebody-" + UUID.randomUUID(),
                "role",
                "OFFICER",
                "unitId",
                union,
                "validFrom",
                "2020-01-01");
    }

    private long version(String path) {
        return sql.one(
                        "select version from node where node_id = ?",
                        row -> row.getLong(1),
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private List<String> homeOf(String union) {
        return sql.list("select node from home where union_id = ?", row -> row.getString(1), UUID.fromString(union));
    }

    private static List<String> allNames(int limit) {
        List<String> names = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = Api.as(Api.FIRST_ADMIN)
                    .get(NODES + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("items.name", String.class));
            next = page.getString("next");
        }
        return names;
    }
}
