package vn.congdoan.vks.membership.node;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.CannotApply;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// A node has a key of its own, whose private half opens what was sealed to it as long as anything can arrive.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class NodeKeysTest {

    private static final Map<String, String> REASON = Map.of("reason", "Thay khóa định kỳ");

    @Inject
    NodeKeys keys;

    @Inject
    Sql sql;

    @BeforeEach
    void begin() {
        QuarkusTransaction.requiringNew().run(keys::tend);
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    @Test
    void there_is_one_and_it_is_made_once() {
        NodeKeys.Receiver first = keys.require("central");
        keys.tend();
        assertEquals(first, keys.require("central"));
        assertEquals(first.key(), keys.pair(first.id()).getPublic());
        assertThrows(Unavailable.class, () -> keys.require("nobody"));
    }

    @Test
    void a_replaced_key_opens_until_nothing_sealed_to_it_can_arrive() {
        UUID former = keys.require("central").id();
        keys.rotate(keys.requireOwnUnion());
        assertNotEquals(former, keys.require("central").id());
        keys.tend();
        keys.pair(former);
        sql.change("update node_key set retired_at = now() - interval '401 days' where node_key_id = ?", former);
        keys.tend();
        assertThrows(CannotApply.class, () -> keys.pair(former));
    }

    @Test
    void a_key_whose_private_half_was_lost_is_replaced() {
        UUID lost = keys.require("central").id();
        sql.change("delete from node_private_key where node_key_id = ?", lost);
        keys.tend();
        UUID next = keys.require("central").id();
        assertNotEquals(lost, next);
        keys.pair(next);
    }

    @Test
    void the_admin_of_the_union_replaces_it_there_and_nobody_else() {
        String code = Api.newCode();
        Api.union(code, "CHAIR");
        Refusal.of(
                Api.as(code + "-admin")
                        .header("Accept-Language", "en")
                        .body(REASON)
                        .post("/api/v1/sync/keys/rotate"),
                403,
                "forbidden");
        String made = Api.create(Api.FIRST_ADMIN, "/api/v1/sync/keys/rotate", REASON)
                .statusCode(201)
                .body("node", equalTo("central"))
                .extract()
                .path("id");
        Api.as(Api.FIRST_ADMIN).get("/api/v1/sync/keys/" + made).then().statusCode(200);
        Api.as(code + "-chair").get("/api/v1/sync/keys/" + made).then().statusCode(404);
        assertEquals(
                "rotate",
                sql.one(
                                "select action from audit_entry where resource_id = ?",
                                row -> row.getString(1),
                                UUID.fromString(made))
                        .orElseThrow());
    }
}
