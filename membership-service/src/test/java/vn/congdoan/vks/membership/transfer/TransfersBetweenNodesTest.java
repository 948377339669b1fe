package vn.congdoan.vks.membership.transfer;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A member goes from a union of one node to a union of another: what the receiver says travels to the sender's, the
/// member to the receiver's, with everything that stays at home.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransfersBetweenNodesTest extends BetweenNodes {

    @Inject
    TransfersBetweenNodes between;

    @Test
    void the_central_node_gives_a_member_as_the_receivers_node_says() {
        PlayedNode node = new PlayedNode(receiving, to);
        String transfer = requested();
        assertEquals(
                "Nguyễn Thị Ánh",
                node.opened(letter(transfer, "INTRODUCTION")).path("fullName").asText());

        answer(node, transfer, SINCE);
        between.round();
        Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/members/" + member)
                .then()
                .statusCode(200)
                .body("unit.id", equalTo(to));
        Api.as(sending + "-officer")
                .get(TRANSFERS + transfer)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("answer.decision", equalTo("ACCEPTED"))
                .body("answer.takenAt", nullValue());
        assertEquals(List.of(from + " 2020-01-01 " + SINCE, to + " " + SINCE + " -"), placements());
        assertEquals(
                to,
                PlayedNode.latest(sql, MemberState.TYPE, memberId)
                        .path("ownerUnionId")
                        .asText());
        JsonNode record = node.opened(letter(transfer, "RECORD"));
        assertEquals(1, PlayedNode.rows(record, "person_key").size());
        assertEquals(
                "DV-2",
                PlayedNode.rows(record, "member").get(0).path("member_number").asText());
        assertTrue(PlayedNode.rows(record, "membership_step").size() >= 2);

        int written = changesOf(memberId);
        between.round();
        assertEquals(written, changesOf(memberId), "done again");

        node.tellChanged(
                TransferAnswerState.TYPE,
                UUID.fromString(transfer),
                node.id(),
                "taken",
                state -> state.put("takenAt", "2026-11-22T09:00:00Z"));
        node.send();
        between.round();
        assertEquals(0, count("select count(*) from person_key where member_id = ?", memberId));
        assertEquals(0, count("select count(*) from member where member_id = ? and sealed <> ''", memberId));
        assertEquals(
                0,
                count(
                        "select count(*) from member_letter where cause_id = ? and sealed is not null",
                        UUID.fromString(transfer)));
        assertEquals(0, count("""
                select count(*) from (select aggregate_id, state from change
                                      union all select aggregate_id, state from change_pending) logged
                join member_letter on member_letter_id = aggregate_id
                where cause_id = ? and jsonb_exists(state, 'sealed')
                """, UUID.fromString(transfer)));
    }

    @Test
    void what_the_receiver_refuses_is_closed_with_the_reason() {
        PlayedNode node = new PlayedNode(receiving, to);
        String transfer = requested();
        tellAnswer(node, transfer, Map.of("decision", "REFUSED"), Map.of("reason", "Đã nhận người khác."));
        between.round();
        Api.as(sending + "-officer")
                .get(TRANSFERS + transfer)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("Đã nhận người khác."));
        assertEquals(List.of(from + " 2020-01-01 -"), placements());
        assertEquals(
                0,
                count(
                        "select count(*) from member_letter where cause_id = ? and sealed is not null",
                        UUID.fromString(transfer)));
    }

    @Test
    void what_cannot_be_carried_out_any_more_is_closed_with_the_obstacle() {
        PlayedNode node = new PlayedNode(receiving, to);
        String transfer = requested();
        // A membership that began meanwhile, as a correction may have it.
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change("update placement set valid_from = '2026-01-01' where member_id = ?", memberId));
        answer(node, transfer, SINCE);
        between.round();
        Api.as(sending + "-officer")
                .get(TRANSFERS + transfer)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("obstacle", equalTo("not-after-the-placement"));
        assertEquals(
                "not-after-the-placement",
                PlayedNode.latest(sql, TransferState.TYPE, UUID.fromString(transfer))
                        .path("obstacle")
                        .asText());
        assertEquals(1, count("select count(*) from person_key where member_id = ?", memberId));
    }

    @Test
    void the_central_node_answers_for_a_member_of_another_node_and_takes_everything() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        String accepted = TRANSFERS + transfer;
        Map<String, ?> form = Map.of("effectiveDate", SINCE, "memberNumber", "DV-7");
        Api.act(receiving + "-chair", accepted, "accept", form)
                .statusCode(202)
                .body("status", equalTo("PENDING"))
                .body("answer.decision", equalTo("ACCEPTED"))
                .body("answer.unit.id", equalTo(to));
        Api.act(receiving + "-chair", accepted, "accept", form).statusCode(202);
        Api.act(receiving + "-chair", accepted, "refuse", Map.of("reason", "Không"))
                .statusCode(409)
                .body("code", equalTo("transfer-answered"));
        assertEquals(1, changesOf(UUID.fromString(transfer), "transfer-answer"));
        JsonNode said = letters.opened(
                new GivenRecords.Sealed(
                        answerState(transfer).path("sealed").asText(),
                        String.join("/", "transfer-answer", node.name, node.keyId.toString(), transfer)),
                JsonNode.class,
                node.keys);
        assertEquals("DV-7", said.path("memberNumber").asText());

        give(node, transfer);
        tellLetter(node, letter);
        node.send();
        between.round();
        arrived().body("phone", equalTo("0905123456")).body("citizenId", equalTo("051185001234"));
        Api.as(receiving + "-officer")
                .get(accepted)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("answer.takenAt", notNullValue());
        assertEquals(List.of(from + " 2020-01-01 " + SINCE, to + " " + SINCE + " -"), placements());
        assertEquals(0, count("select count(*) from replica where aggregate_id = ?", memberId));
        // From now on it is written here.
        Api.act(
                        receiving + "-officer",
                        "/api/v1/members/" + member,
                        "end",
                        Map.of("reason", "RESIGNED", "effectiveDate", "2025-06-01"))
                .statusCode(200);
        assertEquals(
                "central",
                sql.one("select origin_node from latest_change('member', ?)", row -> row.getString(1), memberId)
                        .orElseThrow());
    }

    private void answer(PlayedNode node, String transfer, String since) {
        tellAnswer(
                node,
                transfer,
                Map.of("decision", "ACCEPTED", "unitId", to, "effectiveDate", since),
                Map.of("memberNumber", "DV-2"));
    }

    private void tellAnswer(PlayedNode node, String transfer, Map<String, ?> open, Map<String, ?> sealed) {
        NodeKeys.Receiver receiver = keys.require("central");
        Map<String, Object> state = new HashMap<>(open);
        state.put("toNode", "central");
        state.put("keyId", receiver.id().toString());
        state.put("recordedAt", "2026-11-22T08:00:00Z");
        Map<String, Object> rest = new HashMap<>(sealed);
        rest.put("by", Map.of("principal", Map.of("issuer", "congdoan", "subject", "chair-there")));
        state.put(
                "sealed",
                letters.written(
                        rest,
                        String.join(
                                "/", "transfer-answer", "central", receiver.id().toString(), transfer),
                        receiver.key()));
        node.tell(TransferAnswerState.TYPE, UUID.fromString(transfer), state);
        node.send();
    }

    private ObjectNode answerState(String transfer) {
        return PlayedNode.latest(sql, TransferAnswerState.TYPE, UUID.fromString(transfer));
    }

    private List<String> placements() {
        return sql.list(
                "select unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-') from placement"
                        + " where member_id = ? order by valid_from",
                row -> row.getString(1),
                memberId);
    }
}
