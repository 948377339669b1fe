package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// A union that has worked at the central node is handed over to its own: from the first moment to the last exactly one
/// node writes its records, or none.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class HandOversTest {

    private static final String HAND_OVER = "/api/v1/sync/membership/hand-over";
    private static final Map<String, String> REASON = Map.of("reason", "Tỉnh có máy chủ riêng");

    private final String code = Api.newCode();
    private final String name = code.toLowerCase(Locale.ROOT);
    private String union = "";
    private String path = "";

    @Inject
    Sql sql;

    @BeforeEach
    void prepareANode() {
        union = Api.union(code, "OFFICER");
        path = "/api/v1/sync/nodes/"
                + Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union))
                        .statusCode(201)
                        .extract()
                        .path("id");
        Api.grant(Api.FIRST_ADMIN, "node-" + name, "NODE", union).statusCode(201);
    }

    @Test
    void while_its_records_move_nobody_writes_them_and_afterwards_the_node_alone() {
        String moving = act("hand-over")
                .statusCode(200)
                .body("status", equalTo("MOVING"))
                .body("activatedAt", equalTo(null))
                .extract()
                .header("ETag");
        Response refused = write();
        Refusal.of(refused, 503, "records-move");
        refused.then().header("Retry-After", notNullValue());

        takeOver(moving)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("activatedAt", notNullValue());
        Refusal.of(write(), 409, "owned-elsewhere");
        // The answer was lost on the way: it is asked again.
        takeOver(moving).then().statusCode(200).body("status", equalTo("ACTIVE"));
        act("hand-over").statusCode(409).body("code", equalTo("node-not-preparing"));
        act("keep-records").statusCode(409).body("code", equalTo("node-not-moving"));
    }

    @Test
    void until_the_node_has_everything_the_records_can_be_kept() {
        act("hand-over").statusCode(200);
        act("keep-records").statusCode(200).body("status", equalTo("PREPARING"));
        write().then().statusCode(201);
        String kept = Api.as(Api.FIRST_ADMIN).get(path).header("ETag");
        takeOver(kept).then().statusCode(409).body("code", equalTo("node-not-moving"));
    }

    /// The link was cut meanwhile: the node has all of what moved then, and nothing of what was written since.
    @Test
    void what_came_in_an_earlier_hand_over_does_not_complete_a_later_one() {
        String earlier = beginHandOver();
        act("keep-records").statusCode(200);
        write().then().statusCode(201);
        String later = beginHandOver();
        takeOver(earlier).then().statusCode(412);
        asNode().post(path + "/take-over").then().statusCode(428);
        Refusal.of(write(), 503, "records-move");
        takeOver(later).then().statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void a_node_that_is_suspended_takes_nothing_over() {
        String moving = beginHandOver();
        act("suspend").statusCode(200);
        write().then().statusCode(201);
        takeOver(moving).then().statusCode(412);
        String suspended = Api.as(Api.FIRST_ADMIN).get(path).header("ETag");
        takeOver(suspended).then().statusCode(409).body("code", equalTo("node-not-moving"));
        asNode().get(HAND_OVER).then().statusCode(403).body("code", equalTo("node-suspended"));
        act("resume").statusCode(200).body("status", equalTo("PREPARING"));
    }

    @Test
    void what_stays_at_home_is_given_to_the_node_alone_and_only_while_it_moves() {
        asNode().get(HAND_OVER).then().statusCode(200).body("ready", equalTo(false));
        ask("node-" + name).then().statusCode(409).body("code", equalTo("nothing-moves"));
        act("hand-over").statusCode(200);
        ask(code + "-admin").then().statusCode(403);
        ask(Api.FIRST_ADMIN).then().statusCode(403);
        String other = Api.newCode();
        String beside = Api.union(other, "OFFICER");
        Api.create(
                        Api.FIRST_ADMIN,
                        "/api/v1/sync/nodes",
                        Map.of("name", other.toLowerCase(Locale.ROOT), "unionId", beside))
                .statusCode(201);
        Api.grant(Api.FIRST_ADMIN, "node-" + other, "NODE", beside).statusCode(201);
        ask("node-" + other).then().statusCode(409).body("code", equalTo("nothing-moves"));
        Api.as("node-" + other).post(path + "/take-over").then().statusCode(403);

        Refusal.of(
                asNode().body(Map.of("publicKey", "AAAA", "table", 0)).post(HAND_OVER),
                422,
                "rule-broken",
                "/publicKey",
                "not-a-public-key");
    }

    @Test
    void it_stands_in_the_audit_trail_who_handed_over_and_who_took() {
        takeOver(beginHandOver()).then().statusCode(200);
        assertEquals(
                List.of("register", "hand-over", "take-over"),
                sql.list(
                        "select action from audit_entry where resource_id = ? order by audit_entry_id",
                        row -> row.getString(1),
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1))));
    }

    private Response ask(String login) {
        String key = SealedLetter.written(SealedLetter.newKeys().getPublic());
        return Api.as(login).body(Map.of("publicKey", key, "table", 0)).post(HAND_OVER);
    }

    /// @return since which version it moves
    private String beginHandOver() {
        return act("hand-over").statusCode(200).extract().header("ETag");
    }

    private Response takeOver(String since) {
        return asNode().header("If-Match", since).post(path + "/take-over");
    }

    private RequestSpecification asNode() {
        return Api.as("node-" + name);
    }

    private ValidatableResponse act(String action) {
        return Api.act(Api.FIRST_ADMIN, path, action, REASON);
    }

    private Response write() {
        return Api.as(code + "-admin")
                .header("Accept-Language", "en")
                .body(Map.of(
                        "subject",
                        "somebody-" + UUID.randomUUID(),
                        "role",
                        "CHAIR",
                        "unitId",
                        union,
                        "validFrom",
                        "2020-01-01"))
                .post("/api/v1/assignments");
    }
}
