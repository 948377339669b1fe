package vn.congdoan.vks.membership.transfer;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.member.LettersAccess;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.handover.MovingTable;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.CannotApply;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A member goes from a union of one node to a union of another: what the receiver says travels to the sender's, the
/// member to the receiver's, with everything that stays at home.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransfersBetweenNodesTest {

    private static final String TRANSFERS = "/api/v1/transfers/";
    private static final String SINCE = "2025-03-01";
    private static final Map<String, String> PAPER =
            Map.of("number", "12/GGT-CĐVKS", "date", "2025-02-10", "signer", "Chủ tịch Công đoàn");

    private final String sending = Api.newCode();
    private final String receiving = Api.newCode();
    private String from = "";
    private String to = "";
    private String member = "";
    private UUID memberId = new UUID(0, 0);

    @Inject
    Sql sql;

    @Inject
    GivenRecords letters;

    @Inject
    NodeKeys keys;

    @Inject
    TransfersBetweenNodes between;

    @BeforeEach
    void foundUnionsAndEnrol() {
        from = Api.union(sending, "OFFICER", "CHAIR");
        to = Api.union(receiving, "OFFICER", "CHAIR");
        Map<String, Object> form = new HashMap<>(Api.applicant(from));
        form.putAll(Map.of("citizenId", "051185001234", "phone", "0905123456", "memberNumber", "DV-1"));
        member = Api.create(sending + "-officer", "/api/v1/members", form)
                .statusCode(201)
                .extract()
                .path("id");
        memberId = UUID.fromString(member);
        Api.act(
                        sending + "-chair",
                        "/api/v1/members/" + member,
                        "admit",
                        Map.of(
                                "decision",
                                Map.of("number", "1/QĐ", "date", "2020-01-01"),
                                "effectiveDate",
                                "2020-01-01"))
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(keys::tend);
    }

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
        Api.as(receiving + "-officer")
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("phone", equalTo("0905123456"))
                .body("citizenId", equalTo("051185001234"));
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
        Api.as(receiving + "-officer")
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("phone", equalTo("0905123456"));
    }

    @Test
    void nobody_changes_a_member_until_everything_has_come_and_nothing_comes_twice() {
        String transfer = requested();
        ObjectNode letter = sealedRecord(transfer);
        PlayedNode node = movedAway();
        give(node, transfer);
        node.send();
        revise("0905000001").statusCode(503).body("code", equalTo("member-on-the-way"));
        tellLetter(node, letter);
        node.send();
        revise("0905000001").statusCode(200);
        tellLetter(node, letter.put("id", UUID.randomUUID().toString()));
        node.send();
        assertEquals(List.of(), setAside(letter));
        Api.as(receiving + "-officer")
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("phone", equalTo("0905000001"));
    }

    private ValidatableResponse revise(String phone) {
        return Api.as(receiving + "-officer")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"phone\": \"" + phone + "\"}")
                .patch("/api/v1/members/" + member)
                .then();
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
        Api.as(receiving + "-officer")
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("phone")));
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

    private String requested() {
        return Api.create(
                        sending + "-officer",
                        "/api/v1/transfers",
                        Map.of("memberId", member, "targetUnitId", to, "introduction", PAPER))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// What the sender's node will seal of the member, made here as long as the member is at home here.
    private ObjectNode sealedRecord(String transfer) {
        ObjectNode letter = JsonNodeFactory.instance.objectNode();
        NodeKeys.Receiver receiver = keys.require("central");
        long version = 1L + count("select version from member where member_id = ?", memberId);
        letter.put("id", UUID.randomUUID().toString())
                .put("ownerUnionId", from)
                .put("memberId", member)
                .put("causeId", transfer)
                .put("toUnionId", to)
                .put("toNode", "central")
                .put("keyId", receiver.id().toString())
                .put("purpose", "RECORD")
                .put("memberVersion", version)
                .put("recordedAt", "2026-11-22T08:00:00Z");
        GivenRecords.Kept kept =
                Objects.requireNonNull(letters.gathered(tables(), Map.of(memberId, memberId), "member_id")
                        .get(memberId));
        letter.put("sealed", letters.written(kept, PlayedNode.context(letter), receiver.key()));
        return letter;
    }

    /// The union gets a node, and nothing of the member stays here but what is published.
    private PlayedNode movedAway() {
        PlayedNode node = new PlayedNode(sending, from);
        QuarkusTransaction.requiringNew().run(() -> {
            sql.change("delete from person_key where member_id = ?", memberId);
            sql.change("update member set sealed = '', citizen_id_hash = null where member_id = ?", memberId);
        });
        return node;
    }

    private void give(PlayedNode node, String transfer) {
        node.tellChanged(
                TransferState.TYPE,
                UUID.fromString(transfer),
                node.id(),
                "accepted",
                state -> state.put("status", "ACCEPTED")
                        .put("unitId", to)
                        .put("effectiveDate", SINCE)
                        .put("closedAt", "2026-11-22T08:00:00Z"));
        node.tellChanged(MemberState.TYPE, memberId, UUID.fromString(to), "transferred", state -> {
            state.put("ownerUnionId", to).put("unitId", to);
            ((ObjectNode) state.path("placements").get(0)).put("validTo", SINCE).put("endedAs", "TRANSFERRED");
            ((ArrayNode) state.path("placements"))
                    .addObject()
                    .put("unitId", to)
                    .put("validFrom", SINCE)
                    .put("beganAs", "TRANSFERRED");
        });
    }

    private static void tellLetter(PlayedNode node, ObjectNode letter) {
        Map<String, Object> state = new HashMap<>();
        letter.properties().forEach(each -> state.put(each.getKey(), each.getValue()));
        node.tell(MemberLetterState.TYPE, UUID.fromString(letter.path("id").asText()), state);
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

    private ObjectNode letter(String transfer, String purpose) {
        UUID id = sql.one(
                        "select member_letter_id from member_letter where cause_id = ? and purpose = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(transfer),
                        purpose)
                .orElseThrow();
        return PlayedNode.latest(sql, MemberLetterState.TYPE, id);
    }

    private List<String> setAside(ObjectNode letter) {
        return sql.list(
                "select detail from quarantined_change where aggregate_id = ?",
                row -> row.getString(1),
                UUID.fromString(letter.path("id").asText()));
    }

    private List<String> placements() {
        return sql.list(
                "select unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-') from placement"
                        + " where member_id = ? order by valid_from",
                row -> row.getString(1),
                memberId);
    }

    private int changesOf(UUID id) {
        return changesOf(id, "member");
    }

    private int changesOf(UUID id, String type) {
        return count(
                        "select (select count(*) from change where aggregate_id = ? and aggregate_type = '" + type
                                + "')",
                        id)
                + count(
                        "select count(*) from change_pending where aggregate_id = ? and aggregate_type = '" + type
                                + "'",
                        id);
    }

    private int count(String statement, UUID of) {
        return sql.one(statement, row -> row.getInt(1), of).orElseThrow();
    }

    private static List<MovingTable> tables() {
        return LettersAccess.tables();
    }
}
