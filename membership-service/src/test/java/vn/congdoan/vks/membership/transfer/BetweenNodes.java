package vn.congdoan.vks.membership.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.member.LettersAccess;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.handover.MovingTable;
import vn.congdoan.vks.platform.sql.Sql;

/// A member of a union that is about to get a node, or to send somebody to one; what the tests of both have in common.
abstract class BetweenNodes {

    static final String TRANSFERS = "/api/v1/transfers/";
    static final String SINCE = "2025-03-01";
    static final Map<String, String> PAPER =
            Map.of("number", "12/GGT-CĐVKS", "date", "2025-02-10", "signer", "Chủ tịch Công đoàn");

    final String sending = Api.newCode();
    final String receiving = Api.newCode();
    String from = "";
    String to = "";
    String member = "";
    UUID memberId = new UUID(0, 0);

    @Inject
    Sql sql;

    @Inject
    GivenRecords letters;

    @Inject
    NodeKeys keys;

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

    String requested() {
        return Api.create(
                        sending + "-officer",
                        "/api/v1/transfers",
                        Map.of("memberId", member, "targetUnitId", to, "introduction", PAPER))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// What the sender's node will seal of the member, made here as long as the member is at home here.
    ObjectNode sealedRecord(String transfer) {
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
    PlayedNode movedAway() {
        PlayedNode node = new PlayedNode(sending, from);
        QuarkusTransaction.requiringNew().run(() -> {
            sql.change("delete from person_key where member_id = ?", memberId);
            sql.change("update member set sealed = '', citizen_id_hash = null where member_id = ?", memberId);
        });
        return node;
    }

    void give(PlayedNode node, String transfer) {
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

    static void tellLetter(PlayedNode node, ObjectNode letter) {
        Map<String, Object> state = new HashMap<>();
        letter.properties().forEach(each -> state.put(each.getKey(), each.getValue()));
        node.tell(MemberLetterState.TYPE, UUID.fromString(letter.path("id").asText()), state);
    }

    ObjectNode letter(String transfer, String purpose) {
        UUID id = sql.one(
                        "select member_letter_id from member_letter where cause_id = ? and purpose = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(transfer),
                        purpose)
                .orElseThrow();
        return PlayedNode.latest(sql, MemberLetterState.TYPE, id);
    }

    int changesOf(UUID id) {
        return changesOf(id, "member");
    }

    int changesOf(UUID id, String type) {
        return count(
                        "select (select count(*) from change where aggregate_id = ? and aggregate_type = '" + type
                                + "')",
                        id)
                + count(
                        "select count(*) from change_pending where aggregate_id = ? and aggregate_type = '" + type
                                + "'",
                        id);
    }

    int count(String statement, UUID of) {
        return sql.one(statement, row -> row.getInt(1), of).orElseThrow();
    }

    static List<MovingTable> tables() {
        return LettersAccess.tables();
    }

    /// All of the member that the receiver's officer may read.
    ValidatableResponse arrived() {
        return Api.as(receiving + "-officer")
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .statusCode(200);
    }
}
