package vn.congdoan.vks.membership.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.sync.CannotApply;
import vn.congdoan.vks.platform.testing.LocalStack;

/// What goes along with a member: it opens for nobody but the receiver, once, and only with the member.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class LettersBetweenNodesTest extends BetweenNodes {

    @Test
    void a_letter_opens_for_nobody_else_and_for_nothing_else() {
        PlayedNode node = new PlayedNode(receiving, to);
        ObjectNode letter = letter(requested(), "INTRODUCTION");
        assertThrows(
                CannotApply.class,
                () -> letters.opened(
                        new GivenRecords.Sealed(letter.path("sealed").asText(), PlayedNode.context(letter)),
                        JsonNode.class,
                        SealedLetter.newKeys()));
        for (String bound : List.of("memberId", "causeId", "keyId", "toNode", "memberVersion")) {
            ObjectNode other = letter.deepCopy().put(bound, "7");
            assertThrows(CannotApply.class, () -> node.opened(other), bound);
        }
    }

    @Test
    void a_letter_to_a_retired_key_still_opens() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        Api.create(Api.FIRST_ADMIN, "/api/v1/sync/keys/rotate", Map.of("reason", "Thay khóa"))
                .statusCode(201)
                .body("node", equalTo("central"))
                .body("retiredAt", nullValue());
        give(node, transfer);
        tellLetter(node, letter);
        node.send();
        arrived().body("phone", equalTo("0905123456"));
    }

    @Test
    void nobody_changes_a_member_until_everything_has_come_and_nothing_comes_twice() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        give(node, transfer);
        node.send();
        revise("0905000001").statusCode(503).body("code", equalTo("member-on-the-way"));
        merging().body("refusals.code", contains("members-on-the-way"));
        tellLetter(node, letter);
        node.send();
        revise("0905000001").statusCode(200);
        merging().body("refusals", empty());
        tellLetter(node, letter.put("id", UUID.randomUUID().toString()));
        node.send();
        assertEquals(List.of(), setAside(letter));
        arrived().body("phone", equalTo("0905000001"));
    }

    @Test
    void a_letter_that_does_not_open_is_set_aside_with_the_reason() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        give(node, transfer);
        tellLetter(node, letter.put("memberVersion", 4711));
        node.send();
        assertEquals(List.of("the member was not given with it"), setAside(letter));
        arrived().body("$", not(hasKey("phone")));
    }

    @Test
    void nobody_sends_a_letter_about_a_member_who_was_not_given() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        tellLetter(node, letter);
        node.send();
        assertEquals(List.of("the member was not given with it"), setAside(letter));
    }

    @Test
    void letters_and_answers_are_neither_published_nor_in_the_feed() {
        assertTrue(MemberLetterState.TYPE.amongNodesAlone());
        assertTrue(TransferAnswerState.TYPE.amongNodesAlone());
        new PlayedNode(receiving, to);
        requested();
        Api.grant(Api.FIRST_ADMIN, sending + "-inspector", "INSPECTOR", Api.central())
                .statusCode(201);
        List<String> kinds = new ArrayList<>();
        long after = 0;
        long head = 1;
        while (after < head) {
            var page = Api.as(sending + "-inspector")
                    .get("/api/v1/sync/membership/changes?limit=200&after=" + after + "&epoch=1")
                    .then()
                    .extract();
            kinds.addAll(page.path("items.aggregateType"));
            after = ((Number) page.path("next")).longValue();
            head = ((Number) page.path("head")).longValue();
        }
        assertTrue(kinds.contains("transfer"));
        assertFalse(kinds.contains("member-letter"));
        assertFalse(kinds.contains("transfer-answer"));
    }

    /// What would happen if the receiving union went into another one.
    private ValidatableResponse merging() {
        return Api.create(
                        Api.FIRST_ADMIN,
                        "/api/v1/reorganizations?dryRun=true",
                        Map.of(
                                "kind", "MERGE",
                                "effectiveDate", "2025-07-01",
                                "decision", Map.of("number", "01/QĐ", "date", "2025-06-12"),
                                "predecessors", List.of(to),
                                "successors", List.of(Map.of("unitId", Api.union(Api.newCode())))))
                .statusCode(200);
    }

    private ValidatableResponse revise(String phone) {
        return Api.as(receiving + "-officer")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"phone\": \"" + phone + "\"}")
                .patch("/api/v1/members/" + member)
                .then();
    }

    private List<String> setAside(ObjectNode letter) {
        return sql.list(
                "select detail from quarantined_change where aggregate_id = ?",
                row -> row.getString(1),
                UUID.fromString(letter.path("id").asText()));
    }
}
