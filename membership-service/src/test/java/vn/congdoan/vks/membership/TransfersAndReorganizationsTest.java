package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.ReorganizationRequests.DAY;
import static vn.congdoan.vks.membership.ReorganizationRequests.apply;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.founded;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;
import static vn.congdoan.vks.membership.TransferRequests.accept;
import static vn.congdoan.vks.membership.TransferRequests.pending;
import static vn.congdoan.vks.membership.TransferRequests.placements;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Units change while transfers wait: these follow the successors.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransfersAndReorganizationsTest {

    @Inject
    Sql sql;

    private TwoUnions unions;

    @BeforeEach
    void foundUnions() {
        unions = new TwoUnions();
    }

    @Test
    void the_successor_of_the_unit_that_was_asked_accepts() {
        String transfer = pending(unions.officer, unions.member, unions.to);
        String third = Api.newCode();
        String successor = Api.union(third, "CHAIR");
        apply(Api.FIRST_ADMIN, merge(List.of(unions.to), successor));

        Api.as(unions.chair).get(transfer).then().statusCode(403).body("code", equalTo("no-assignment"));
        accept(third + "-chair", transfer, "2025-08-01")
                .statusCode(200)
                .body("unit.id", equalTo(successor))
                .body("targetUnit.id", equalTo(unions.to));

        Api.as(third + "-chair").get("/api/v1/members/" + unions.member).then().body("unit.id", equalTo(successor));
    }

    @Test
    void the_senders_successor_withdraws_and_its_member_goes_from_there() {
        String third = Api.newCode();
        String successor = Api.union(third, "OFFICER");
        String transfer = pending(unions.officer, unions.member, unions.to);
        apply(Api.FIRST_ADMIN, merge(List.of(unions.from), successor));

        Api.act(third + "-officer", transfer, "withdraw", Map.of()).statusCode(200);
        String again = pending(third + "-officer", unions.member, unions.to);
        accept(unions.chair, again, "2025-07-01")
                .statusCode(422)
                .body("errors[0].code", equalTo("not-after-the-placement"));
        accept(unions.chair, again, "2025-08-01").statusCode(200);

        assertEquals(
                List.of(
                        unions.from + " 2010-01-01 " + DAY + " ADMITTED REORGANIZED",
                        successor + " " + DAY + " 2025-08-01 REORGANIZED TRANSFERRED",
                        unions.to + " 2025-08-01 - TRANSFERRED -"),
                placements(sql, unions.member));
    }

    @Test
    void who_left_with_a_dissolved_unit_is_not_waited_for() {
        String section = Api.section(unions.sender + "-admin", unions.from, unions.sender + "-9");
        String member = Enrolled.by(unions.officer)
                .member(section, "Lê Thị Hòa")
                .enrol()
                .getFirst();
        String transfer = pending(unions.officer, member, unions.to);

        apply(unions.sender + "-admin", ReorganizationRequests.dissolve(section));

        Api.as(unions.officer).get(transfer).then().body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void of_a_divided_unit_the_receiver_says_which_part_takes_the_member() {
        String section = Api.section(unions.receiver + "-admin", unions.to, unions.receiver + "-1");
        String transfer = pending(unions.officer, unions.member, section);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        apply(
                unions.receiver + "-admin",
                form(
                        "SPLIT",
                        List.of(section),
                        Map.of(
                                "successors",
                                List.of(
                                        Map.of("founded", founded(first, unions.to, unions.receiver + "-2")),
                                        Map.of("founded", founded(second, unions.to, unions.receiver + "-3"))))));

        accept(unions.chair, transfer, "2025-08-01")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/unitId"))
                .body("errors[0].code", equalTo("unit-ended"));
        Api.act(unions.chair, transfer, "accept", Map.of("unitId", second, "effectiveDate", "2025-08-01"))
                .statusCode(200)
                .body("unit.id", equalTo(second));
    }

    @Test
    void where_both_came_together_the_member_is_there_already() {
        String transfer = pending(unions.officer, unions.member, unions.to);
        apply(Api.FIRST_ADMIN, merge(List.of(unions.from), unions.to));

        accept(unions.chair, transfer, "2025-08-01")
                .statusCode(422)
                .body("errors[0].code", equalTo("is-there-already"));
        Api.act(unions.receiver + "-officer", transfer, "withdraw", Map.of()).statusCode(200);
    }

    @Test
    void a_reorganization_entered_later_for_an_earlier_day_carries_the_days_before_the_transfer() {
        String section = Api.section(unions.sender + "-admin", unions.from, unions.sender + "-1");
        String other = Api.section(unions.sender + "-admin", unions.from, unions.sender + "-2");
        String member = Enrolled.by(unions.officer)
                .member(section, "Trần Văn Bình")
                .enrol()
                .getFirst();
        accept(unions.chair, pending(unions.officer, member, unions.to), "2025-08-01")
                .statusCode(200);

        apply(unions.sender + "-admin", merge(List.of(section), other));

        assertEquals(
                List.of(
                        section + " 2010-01-01 " + DAY + " ADMITTED REORGANIZED",
                        other + " " + DAY + " 2025-08-01 REORGANIZED TRANSFERRED",
                        unions.to + " 2025-08-01 - TRANSFERRED -"),
                placements(sql, member));
        Api.as(unions.chair).get("/api/v1/members/" + member).then().body("unit.id", equalTo(unions.to));
    }
}
