package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.membership.ReorganizationRequests.DAY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.membership.reorganization.HomeReportState;
import vn.congdoan.vks.membership.transfer.PlayedNode;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Members whom a reorganization gives to a union with a node go with everything, and are forgotten once it has
// arrived.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MembersGivenByReorganizationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Sql sql;

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
        assertEquals(List.of(DAY), ReorganizationRequests.ends(sql, here));
        assertEquals(List.of(receiver.union), ReorganizationRequests.owners(sql, List.of(group)));
        assertEquals(List.of(receiver.union, receiver.union), ReorganizationRequests.owners(sql, members));
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

        UUID report = UUID.randomUUID();
        tellTaken(receiver, report, cause(here), here, 1);
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

    @Test
    void what_one_union_sent_is_kept_until_it_has_arrived_whatever_another_one_sent() {
        String first = unionWithSomebody();
        String second = unionWithSomebody();
        String there = Api.newCode();
        PlayedNode receiver = new PlayedNode(there, Api.union(there));
        ReorganizationRequests.apply(
                Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(first, second), receiver.union));
        awaitSent(first);
        awaitSent(second);
        tellTaken(receiver, UUID.randomUUID(), cause(first), first, 1);
        assertTrue(Waiting.until(() -> letters(first, "sealed is null") == 1, PATIENCE), "not forgotten");
        assertEquals(1, letters(second, "sealed is not null"));
        assertEquals(1, keysOf(second));
    }

    @Test
    void who_waits_for_a_nodes_key_does_not_keep_others_waiting() {
        String leaving = unionWithSomebody();
        String there = Api.newCode();
        PlayedNode receiver = new PlayedNode(there, Api.union(there));
        UUID waiting = sql.one("""
                        insert into owed_letter (member_id, cause_id, from_union_id, to_union_id, to_node, member_version)
                        values (uuidv7(), uuidv7(), uuidv7(), uuidv7(), ?, 1) returning owed_letter_id
                        """, row -> row.getObject(1, UUID.class), "no-key-" + receiver.name)
                .orElseThrow();
        try {
            ReorganizationRequests.apply(
                    Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(leaving), receiver.union));
            awaitSent(leaving);
        } finally {
            sql.change("delete from owed_letter where owed_letter_id = ?", waiting);
        }
    }

    private static String unionWithSomebody() {
        String code = Api.newCode();
        String union = Api.union(code, "OFFICER");
        ReorganizationRequests.enrol(code + "-officer", union, 1);
        return union;
    }

    private void awaitSent(String union) {
        assertTrue(Waiting.until(() -> letters(union, "sealed is not null") == 1, PATIENCE), "not sent");
    }

    private String cause(String union) {
        return sql.one(
                        "select cause_id::text from member_letter where owner_union_id = ? limit 1",
                        row -> row.getString(1),
                        UUID.fromString(union))
                .orElseThrow();
    }

    private static void tellTaken(PlayedNode receiver, UUID report, String cause, String from, int members) {
        Map<String, Object> taken =
                new HashMap<>(ReorganizationRequests.reported(cause, receiver.name, "DONE", List.of()));
        taken.putAll(Map.of(
                "id",
                report,
                "ownerUnionId",
                receiver.union,
                "taken",
                List.of(Map.of("unionId", from, "members", members))));
        receiver.tell(HomeReportState.TYPE, report, taken);
        receiver.send();
    }

    private long keysOf(String sender) {
        return sql.one("""
                        select count(*) from person_key where member_id in (
                            select member_id from member_letter where owner_union_id = ?)
                        """, row -> row.getLong(1), UUID.fromString(sender)).orElseThrow();
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
}
