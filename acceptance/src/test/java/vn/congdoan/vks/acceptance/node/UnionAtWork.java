package vn.congdoan.vks.acceptance.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;

/// A union at its node, and who works there.
record UnionAtWork(Api api, Account officer, Account chair, String id) {

    static final String PHONE = "0912345670";

    /// The ids of new members.
    List<String> enrolled(int count) {
        ObjectNode rows = Json.object();
        for (int row = 0; row < count; row++) {
            rows.withArray("items").add(Forms.enrolment(id));
        }
        Answer answer = api.send(Call.of("POST", "/api/v1/members/enrolments", rows), officer.token())
                .require(200);
        List<String> made = answer.json().path("items").findValuesAsText("id");
        if (made.size() != count) {
            throw new AssertionError(answer.body());
        }
        return made;
    }

    /// The id of a new member with something that stays at home.
    String enrolledWithPhone() {
        String member = enrolled(1).getFirst();
        revise(member, PHONE);
        return member;
    }

    void revise(String member, String phone) {
        api.send(
                        new Call("PATCH", "/api/v1/members/" + member, Map.of(), null)
                                .with("Content-Type", "application/merge-patch+json")
                                .with("If-Match", "*")
                                .withBody("{\"phone\": \"" + phone + "\"}"),
                        officer.token())
                .require(200);
    }

    /// All of a member that its own union may read.
    Answer read(String member) {
        return api.send(Call.get("/api/v1/members/" + member + "?purpose=Kiem%20tra"), officer.token());
    }

    JsonNode get(String path) {
        return api.send(Call.get(path), officer.token()).require(200).json();
    }

    /// Makes a record.
    static JsonNode made(Api api, Account by, String path, ObjectNode form) {
        return api.send(Call.of("POST", path, form).with("Idempotency-Key", Forms.id()), by.token())
                .require(201)
                .json();
    }
}
