package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.enrol;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;
import static vn.congdoan.vks.membership.ReorganizationRequests.row;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.membership.transfer.PlayedNode;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A reorganization that carries over more members than anybody should wait for.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class LargeReorganizationsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 501;

    @Inject
    Sql sql;

    @Test
    void it_is_done_right_after_the_answer_also_where_everybody_goes_to_another_node() {
        String code = Api.newCode();
        String leaving = Api.union(code, "OFFICER");
        enrol(code + "-officer", leaving, MANY);
        String there = Api.newCode();
        PlayedNode receiver = new PlayedNode(there, Api.union(there));
        String id = draft(Api.FIRST_ADMIN, merge(List.of(leaving), receiver.union), 201)
                .extract()
                .path("id");

        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of())
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"));
        // Who asks again finds it scheduled, being done, or done.
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of())
                .statusCode(anyOf(is(200), is(409), is(412)));
        assertTrue(Waiting.until(() -> "APPLIED".equals(status(id)), PATIENCE), () -> "is " + status(id));

        assertEquals(MANY, count("select count(*) from member where owner_union_id = ?", receiver.union));
        // In transactions that pass every link.
        assertTrue(
                Waiting.until(
                        () -> MANY
                                == count(
                                        "select count(distinct member_id) from member_letter where sealed is not null and owner_union_id = ?",
                                        leaving),
                        PATIENCE),
                "not everything goes along");
        assertEquals(100, count("""
                        select max(together) from (
                            select count(*)::int as together from member_letter where owner_union_id = ?
                            group by xmin) transactions
                        """, leaving));
    }

    @Test
    void what_stands_against_it_is_said_at_once() {
        String code = Api.newCode();
        String leaving = Api.union(code, "OFFICER");
        enrol(code + "-officer", leaving, MANY);
        enrol(code + "-officer", leaving, Map.of("memberNumber", "0501"));
        String other = Api.newCode();
        String staying = Api.union(other, "OFFICER");
        enrol(other + "-officer", List.of(row(staying, Map.of("memberNumber", "0501"))));

        String id = draft(Api.FIRST_ADMIN, merge(List.of(leaving), staying), 201)
                .extract()
                .path("id");
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of())
                .statusCode(422)
                .body("errors.code", hasItem("numbers-taken"));
        Api.as(Api.FIRST_ADMIN).get(REORGANIZATIONS + "/" + id).then().body("status", equalTo("DRAFT"));
    }

    /// What could not be done is tried in the name of whoever says so now.
    @Test
    void whoever_applies_again_one_that_waits_is_who_orders_it() {
        String code = Api.newCode();
        String leaving = Api.union(code, "OFFICER");
        enrol(code + "-officer", leaving, MANY);
        String id = draft(Api.FIRST_ADMIN, merge(List.of(leaving), Api.union(Api.newCode())), 201)
                .extract()
                .path("id");
        // As it comes back from the central node after a restore: nobody is known to have ordered it.
        sql.change("""
                update reorganization set status = 'SCHEDULED', refusals = '[]', refused_at = now()
                where reorganization_id = ?
                """, UUID.fromString(id));
        Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "apply", Map.of())
                .statusCode(200)
                .body("refused", nullValue());
        assertTrue(Waiting.until(() -> "APPLIED".equals(status(id)), PATIENCE), () -> "is " + status(id));
    }

    @Test
    void nobody_waits_long_for_one_that_is_being_done() {
        String code = Api.newCode();
        String id = draft(Api.FIRST_ADMIN, merge(List.of(Api.union(code)), Api.union(Api.newCode())), 201)
                .extract()
                .path("id");
        QuarkusTransaction.requiringNew().run(() -> {
            sql.one(
                    "select true from reorganization where reorganization_id = ? for update",
                    row -> true,
                    UUID.fromString(id));
            Api.act(Api.FIRST_ADMIN, REORGANIZATIONS + "/" + id, "cancel", Map.of())
                    .statusCode(503);
        });
        assertEquals("DRAFT", status(id));
    }

    private static String status(String id) {
        return Api.as(Api.FIRST_ADMIN).get(REORGANIZATIONS + "/" + id).path("status");
    }

    private int count(String statement, String union) {
        return sql.one(statement, row -> row.getInt(1), UUID.fromString(union)).orElseThrow();
    }
}
