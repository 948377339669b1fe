package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.TransferRequests.INTRODUCED;
import static vn.congdoan.vks.membership.TransferRequests.accept;
import static vn.congdoan.vks.membership.TransferRequests.pending;
import static vn.congdoan.vks.membership.TransferRequests.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What a transfer may be, and what an accepted one leaves behind.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransferRulesTest extends BetweenTwoUnions {

    @Test
    void a_refusal_says_why_and_another_may_follow() {
        String transfer = pending(officer, member, to);

        Api.act(chair, transfer, "refuse", Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        Api.act(chair, transfer, "refuse", Map.of("reason", "Chưa có biên chế"))
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("Chưa có biên chế"));

        request(officer, member, to).statusCode(201);
    }

    @Test
    void one_transfer_of_a_member_waits_at_a_time() {
        pending(officer, member, to);

        request(officer, member, to).statusCode(409).body("code", equalTo("transfer-pending"));
    }

    @Test
    void a_number_that_somebody_there_has_is_named_and_may_be_another_there() {
        Enrolled.by(receiver + "-officer")
                .member(to, "Trần Văn Bình", "memberNumber", "DV-1")
                .enrol();
        String transfer = pending(officer, member, to);

        accept(chair, transfer, "2025-03-01")
                .statusCode(422)
                .body("errors.pointer", contains("/memberNumber"))
                .body("errors.code", contains("number-taken"));
        assertEquals(List.of(1, 1), unions.membersOn("2025-03-01"));

        Api.act(chair, transfer, "accept", Map.of("effectiveDate", "2025-03-01", "memberNumber", "DV-2"))
                .statusCode(200);
        Api.as(chair).get("/api/v1/members/" + member).then().body("memberNumber", equalTo("DV-2"));
    }

    @Test
    void the_day_lies_between_the_introduction_and_today_and_after_the_last_arrival() {
        String transfer = pending(officer, member, to);
        String tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1).toString();

        accept(chair, transfer, tomorrow).statusCode(422).body("errors[0].code", equalTo("in-the-future"));
        accept(chair, transfer, "2025-02-09")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/effectiveDate"))
                .body("errors[0].code", equalTo("before-the-introduction"));
        accept(chair, transfer, INTRODUCED).statusCode(200);

        String back = pending(receiver + "-officer", member, from);
        accept(sender + "-chair", back, INTRODUCED)
                .statusCode(422)
                .body("errors[0].code", equalTo("not-after-the-placement"));
        accept(sender + "-chair", back, "2025-02-11").statusCode(200);
        assertEquals(List.of(0, 1), unions.membersOn("2025-02-10"));
        assertEquals(List.of(1, 0), unions.membersOn("2025-02-11"));
    }

    @Test
    void the_receiver_names_the_unit_exactly_inside_the_union_that_was_asked() {
        String section = Api.section(receiver + "-admin", to, receiver + "-1");
        String transfer = pending(officer, member, to);

        Api.act(chair, transfer, "accept", Map.of("unitId", from))
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/unitId"));
        Api.act(chair, transfer, "accept", Map.of("unitId", section, "effectiveDate", "2025-03-01"))
                .statusCode(200)
                .body("unit.id", equalTo(section))
                .body("targetUnit.id", equalTo(to));
        Api.as(chair).get("/api/v1/members/" + member).then().body("unit.id", equalTo(section));
    }

    @Test
    void inside_a_union_its_chair_accepts() {
        String section = Api.section(sender + "-admin", from, sender + "-1");
        String transfer = pending(officer, member, section);

        accept(officer, transfer, "2025-03-01").statusCode(403);
        accept(sender + "-chair", transfer, "2025-03-01").statusCode(200);

        Api.as(officer).get("/api/v1/members/" + member).then().body("unit.id", equalTo(section));
        assertEquals(List.of(1, 0), unions.membersOn("2025-03-01"));
        request(officer, member, section).statusCode(422).body("errors[0].code", equalTo("is-there-already"));
    }

    @Test
    void who_is_no_member_is_not_transferred() {
        String applicant = Api.create(officer, "/api/v1/members", Api.applicant(from))
                .extract()
                .path("id");
        request(officer, applicant, to).statusCode(409).body("code", equalTo("wrong-status"));

        String transfer = pending(officer, member, to);
        Api.act(officer, "/api/v1/members/" + member, "end", Map.of("reason", "RETIRED", "effectiveDate", "2025-02-20"))
                .statusCode(200);
        Api.as(officer).get(transfer).then().body("status", equalTo("WITHDRAWN"));
        accept(chair, transfer, "2025-03-01").statusCode(409).body("code", equalTo("transfer-closed"));
        assertEquals(List.of("requested", "withdrawn"), toldOf("transfer", to));
    }

    @Test
    void whoever_was_told_of_a_member_who_left_is_told_of_the_erasure() {
        String transfer = pending(officer, member, to);
        accept(chair, transfer, "2025-03-01").statusCode(200);
        Api.act(
                        receiver + "-officer",
                        "/api/v1/members/" + member,
                        "end",
                        Map.of("reason", "RETIRED", "effectiveDate", "2025-04-01"))
                .statusCode(200);
        Api.act(
                        chair,
                        "/api/v1/members/" + member,
                        "erase",
                        Map.of("decision", Map.of("number", "11/QĐ", "date", "2025-05-01")))
                .statusCode(200);

        assertEquals(List.of("enrolled", "transferred", "erased"), toldOf("member", from));
    }

    @Test
    void the_step_tells_from_where_to_where_and_by_which_paper() {
        String transfer = pending(officer, member, to);
        accept(chair, transfer, "2025-03-01").statusCode(200);

        assertEquals(
                List.of(String.join(" ", "TRANSFERRED", from, from, to, to, "12/GGT-CĐVKS", idOf(transfer))),
                sql.list("""
                        select kind || ' ' || from_unit_id || ' ' || from_union_id || ' ' || unit_id || ' ' || union_id
                               || ' ' || decision_number || ' ' || transfer_id
                        from membership_step where member_id = ? and kind <> 'ENROLLED'
                        """, row -> row.getString(1), UUID.fromString(member)));
    }

    @Test
    void both_unions_are_told_that_the_member_left_and_only_the_new_one_what_came_after() {
        accept(chair, pending(officer, member, to), "2025-03-01").statusCode(200);
        Api.as(receiver + "-officer")
                .header("If-Match", "*")
                .body(Map.of("position", "Trưởng phòng"))
                .patch("/api/v1/members/" + member)
                .then()
                .statusCode(200);

        assertEquals(List.of("enrolled", "transferred"), toldOf("member", from));
        assertEquals(List.of("transferred", "revised"), toldOf("member", to));
        assertEquals(List.of("requested", "accepted"), toldOf("transfer", from));
        assertEquals(List.of("requested", "accepted"), toldOf("transfer", to));
    }

    private List<String> toldOf(String type, String union) {
        return sql.list("""
                select happened from (
                    select change_id, happened, aggregate_type, audience, state from change
                    union select change_id, happened, aggregate_type, audience, state from change_pending) told
                where aggregate_type = ? and ? = any (audience) and coalesce(state->>'memberId', state->>'id') = ?
                order by change_id
                """, row -> row.getString(1), type, UUID.fromString(union), member);
    }

    private static String idOf(String transfer) {
        return transfer.substring(transfer.lastIndexOf('/') + 1);
    }
}
