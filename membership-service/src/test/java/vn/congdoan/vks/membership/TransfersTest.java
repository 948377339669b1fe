package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.TransferRequests.TRANSFERS;
import static vn.congdoan.vks.membership.TransferRequests.accept;
import static vn.congdoan.vks.membership.TransferRequests.form;
import static vn.congdoan.vks.membership.TransferRequests.pending;
import static vn.congdoan.vks.membership.TransferRequests.placements;
import static vn.congdoan.vks.membership.TransferRequests.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A member goes from one union to another, as both of them and others see it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransfersTest extends BetweenTwoUnions {

    @Test
    void a_member_stays_and_counts_at_the_sender_until_the_receiver_accepts() {
        String transfer = pending(officer, member, to);

        Api.as(officer).get(transfer).then().body("status", equalTo("PENDING")).body("effectiveDate", nullValue());
        assertEquals(List.of(1, 0), unions.membersOn("2025-03-01"));

        accept(chair, transfer, "2025-03-01")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("effectiveDate", equalTo("2025-03-01"))
                .body("unit.id", equalTo(to));

        assertEquals(List.of(1, 0), unions.membersOn("2025-02-28"));
        assertEquals(List.of(0, 1), unions.membersOn("2025-03-01"));
        assertEquals(
                List.of(from + " 2010-01-01 2025-03-01 ADMITTED TRANSFERRED", to + " 2025-03-01 - TRANSFERRED -"),
                placements(sql, member));
    }

    @Test
    void the_record_goes_with_the_member_and_the_transfer_stays_with_both() {
        String transfer = pending(officer, member, to);
        Api.as(chair).get("/api/v1/members/" + member).then().statusCode(404);

        accept(chair, transfer, "2025-03-01").statusCode(200);

        Api.as(chair)
                .get("/api/v1/members/" + member)
                .then()
                .statusCode(200)
                .body("unit.id", equalTo(to))
                .body("memberNumber", equalTo("DV-1"));
        Api.as(officer).get("/api/v1/members/" + member).then().statusCode(404);
        Api.as(officer)
                .header("If-Match", "*")
                .body(Map.of("position", "Khác"))
                .patch("/api/v1/members/" + member)
                .then()
                .statusCode(404);
        Api.as(officer).get(transfer).then().statusCode(200).body("status", equalTo("ACCEPTED"));
        Api.as(officer).get(TRANSFERS).then().body("items.id", contains(idOf(transfer)));
    }

    @Test
    void the_receiver_is_told_no_more_of_the_member_than_a_transfer_needs() {
        String transfer = pending(officer, member, to);

        Api.as(receiver + "-inspector")
                .get(transfer)
                .then()
                .statusCode(200)
                .body(
                        "member",
                        equalTo(Map.of(
                                "id", member, "fullName", "Nguyễn Thị Ánh", "birthYear", 1980, "gender", "FEMALE")))
                .body("fromUnion.id", equalTo(from))
                .body("introduction.number", equalTo("12/GGT-CĐVKS"))
                .body("$", not(hasKey("citizenId")));
        Api.as(chair).get("/api/v1/members?q=DV-1").then().body("items", empty());
    }

    @Test
    void to_others_a_transfer_does_not_exist() {
        String transfer = pending(officer, member, to);
        String stranger = Api.newCode();
        Api.union(stranger, "OFFICER", "CHAIR");

        Api.as(stranger + "-officer").get(transfer).then().statusCode(404);
        Api.as(stranger + "-officer").get(TRANSFERS).then().body("items", empty());
        Api.as(stranger + "-officer").get(TRANSFERS + "?unit=" + from).then().statusCode(404);
        Api.as(stranger + "-chair")
                .header("If-Match", "*")
                .body(Map.of())
                .post(transfer + "/accept")
                .then()
                .statusCode(404);
        request(stranger + "-officer", member, to)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/memberId"))
                .body("errors[0].code", equalTo("unknown-member"));
        request(officer, UUID.randomUUID().toString(), to)
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-member"));
    }

    @Test
    void a_list_tells_what_comes_from_what_goes() {
        String transfer = idOf(pending(officer, member, to));

        Api.as(officer).get(TRANSFERS + "?direction=OUT").then().body("items.id", contains(transfer));
        Api.as(officer).get(TRANSFERS + "?direction=IN").then().body("items", empty());
        Api.as(chair).get(TRANSFERS + "?direction=IN&status=PENDING").then().body("items.id", contains(transfer));
        Api.as(chair).get(TRANSFERS + "?direction=OUT").then().body("items", empty());
        Api.as(chair).get(TRANSFERS + "?status=ACCEPTED").then().body("items", empty());
        Api.as(chair).get(TRANSFERS + "?member=" + member).then().body("items.id", contains(transfer));
        Api.as(chair).get(TRANSFERS + "?member=" + UUID.randomUUID()).then().body("items", empty());
    }

    @Test
    void only_the_receivers_chair_answers_and_only_the_senders_officer_withdraws() {
        String transfer = pending(officer, member, to);

        accept(sender + "-chair", transfer, "2025-03-01").statusCode(403);
        Api.act(sender + "-chair", transfer, "refuse", Map.of("reason", "Không"))
                .statusCode(403);
        accept(receiver + "-officer", transfer, "2025-03-01").statusCode(403);
        Api.act(receiver + "-officer", transfer, "withdraw", Map.of()).statusCode(403);
        Api.as(chair).body(Map.of()).post(transfer + "/accept").then().statusCode(428);

        Api.act(officer, transfer, "withdraw", Map.of()).statusCode(200).body("status", equalTo("WITHDRAWN"));
        accept(chair, transfer, "2025-03-01").statusCode(409).body("code", equalTo("transfer-closed"));
        assertEquals(List.of(1, 0), unions.membersOn("2025-03-01"));
    }

    @Test
    void a_repeated_request_asks_once() {
        String address = TRANSFERS + "/" + UUID.randomUUID();
        for (int status : List.of(201, 200)) {
            Api.as(officer)
                    .header("If-None-Match", "*")
                    .body(form(member, to))
                    .put(address)
                    .then()
                    .statusCode(status);
        }
        Map<String, Object> other = form(member, to);
        other.put("wishedDate", "2025-03-01");
        Api.as(officer)
                .header("If-None-Match", "*")
                .body(other)
                .put(address)
                .then()
                .statusCode(412);

        String tag = Api.as(chair).get(address).getHeader("ETag");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Api.as(chair)
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .body(Map.of("effectiveDate", "2025-03-01"))
                    .post(address + "/accept")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACCEPTED"));
        }
        assertEquals(2, placements(sql, member).size());
    }

    private static String idOf(String transfer) {
        return transfer.substring(transfer.lastIndexOf('/') + 1);
    }
}
