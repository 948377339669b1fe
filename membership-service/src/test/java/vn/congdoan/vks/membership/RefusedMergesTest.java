package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.MergeRequests.REASON;
import static vn.congdoan.vks.membership.MergeRequests.act;
import static vn.congdoan.vks.membership.MergeRequests.decision;
import static vn.congdoan.vks.membership.MergeRequests.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class RefusedMergesTest {

    private MergeRequests records;

    @BeforeEach
    void foundUnion() {
        records = new MergeRequests();
    }

    @Test
    void records_that_contradict_each_other_are_corrected_first() {
        String one = records.enrolled(records.section, "Lê Thị Hòa");
        String other = records.enrolled(records.union, "Lê Thị Hòa", "placedSince", "2012-02-01");

        records.merge(one, other)
                .statusCode(409)
                .body("code", equalTo("records-contradict"))
                .body("detail", startsWith("Vào ngày 2012-02-01"));
        assertEquals(1, records.members("2020-06-01", records.section));
        assertEquals(List.of("ACTIVE", "ACTIVE"), List.of(records.status(one), records.status(other)));

        records.act(
                        other,
                        "corrections",
                        Map.of("on", "2020-01-01", "unitId", records.section, "reason", "Nhầm bộ phận"))
                .statusCode(200);
        records.merge(one, other).statusCode(200);
        assertEquals(1, records.members("2020-06-01", records.section));
    }

    @Test
    void nobody_is_made_to_have_stayed_who_resigned_in_the_other_record() {
        String left = records.enrolled(records.section, "Lê Thị Hòa");
        records.act(left, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String stayed = records.enrolled(records.section, "Lê Thị Hòa", "joinedOn", "2012-05-01");

        records.merge(stayed, left).statusCode(409).body("code", equalTo("records-contradict"));
        records.merge(left, stayed).statusCode(409).body("code", equalTo("records-contradict"));
    }

    @Test
    void nobody_merges_the_own_record() {
        String own = records.enrolled(records.union, "Lê Thị Hòa");
        String other = records.enrolled(records.union, "Lê Thị Hoà");
        CommitteeRequests.link(records.admin, own, records.officer);

        records.merge(own, other).statusCode(403).body("code", equalTo("own-record"));
        records.merge(other, own).statusCode(403).body("code", equalTo("own-record"));
    }

    @Test
    void records_of_other_names_or_years_are_of_other_people_unless_the_citizen_id_says_so() {
        String one = records.enrolled(records.section, "Lê Thị Hòa", "citizenId", "051180000001");
        String named = records.enrolled(records.section, "Lê Thị Hoa Mai");
        String born = records.enrolled(records.section, "Lê Thị Hòa", "birth", Map.of("year", 1981));

        records.merge(one, named).statusCode(409).body("code", equalTo("not-one-person"));
        records.merge(one, born).statusCode(409).body("code", equalTo("not-one-person"));
        records.act(one, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String married =
                records.enrolled(records.section, "Lê Hòa", "citizenId", "051180000001", "joinedOn", "2016-01-01");
        records.merge(married, one).statusCode(200);
    }

    @Test
    void what_waits_for_an_answer_is_answered_first_and_a_cancelled_draft_stands_in_nobodys_way() {
        String staying = records.enrolled(records.union, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.union, "Lê Thị Hoà");
        String draft = CommitteeRequests.draft(
                records.officer,
                CommitteeRequests.committee(records.union, "COMMITTEE_MEMBER", staying, "COMMITTEE_MEMBER", duplicate));
        records.merge(staying, duplicate).statusCode(409).body("code", equalTo("member-has-seat"));
        Api.act(records.officer, draft, "cancel", Map.of()).statusCode(200);
        CommitteeRequests.link(records.admin, duplicate, records.code + "-hoa");
        Map<String, Object> wish = Map.of("changes", Map.of("phone", "0905999888"), "reason", "Đổi số");
        String request = Api.create(records.code + "-hoa", path(duplicate) + "/change-requests", wish)
                .statusCode(201)
                .extract()
                .path("id");
        records.merge(staying, duplicate).statusCode(409).body("code", equalTo("requests-waiting"));
        Api.act(records.code + "-hoa", path(duplicate) + "/change-requests/" + request, "withdraw", Map.of())
                .statusCode(200);

        records.merge(staying, duplicate).statusCode(200);
    }

    @Test
    void people_of_different_citizen_ids_are_not_one() {
        String one = records.enrolled(records.section, "Lê Thị Hòa", "citizenId", "051180000001");
        String other = records.enrolled(records.section, "Lê Thị Hòa", "citizenId", "051180000002");

        records.merge(one, other).statusCode(409).body("code", equalTo("other-citizen-id"));
    }

    @Test
    void a_merged_record_does_not_change_any_more() {
        String one = records.enrolled(records.section, "Lê Thị Hòa");
        String other = records.enrolled(records.section, "Lê Thị Hoà");
        String third = records.enrolled(records.section, "Lê Thị Hoà");
        records.merge(one, other).statusCode(200);
        records.merge(one, other).statusCode(200);

        records.merge(third, other)
                .statusCode(409)
                .body("code", equalTo("merged"))
                .body("detail", startsWith("Hồ sơ " + one));
        records.merge(other, third).statusCode(409);
        records.act(other, "end", Map.of("reason", "RETIRED")).statusCode(409).body("code", equalTo("merged"));
        records.act(other, "corrections", Map.of("on", "2020-01-01", "unitId", records.union, "reason", "Nhầm"))
                .statusCode(409);
        act(records.code + "-chair", other, "erase", Map.of("decision", decision()))
                .statusCode(409);
        Api.as(records.officer)
                .header("If-Match", Api.as(records.officer).get(path(other)).getHeader("ETag"))
                .body(Map.of("position", "Chuyên viên"))
                .patch(path(other))
                .then()
                .statusCode(409);
    }

    @Test
    void who_waits_for_a_transfer_is_not_merged_away() {
        String other = Api.newCode();
        String otherUnion = Api.union(other, "OFFICER");
        String staying = records.enrolled(records.union, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.union, "Lê Thị Hoà");
        TransferRequests.pending(records.officer, duplicate, otherUnion);

        records.merge(staying, duplicate).statusCode(409).body("code", equalTo("transfer-pending"));
    }

    @Test
    void it_takes_both_records_in_scope_and_grounds() {
        String one = records.enrolled(records.section, "Lê Thị Hòa");
        String other = records.enrolled(records.section, "Lê Thị Hoà");
        String stranger = Api.newCode();
        String foreign = Api.union(stranger, "OFFICER");
        String theirs = Enrolled.by(stranger + "-officer")
                .member(foreign, "Lê Thị Hoà")
                .enrol()
                .getFirst();

        records.merge(one, theirs)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/duplicateId"))
                .body("errors[0].code", equalTo("unknown-member"));
        records.merge(one, one).statusCode(422).body("errors[0].code", equalTo("the-same-record"));
        records.act(one, "merge", Map.of("duplicateId", other))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        Api.create(records.officer, path(one) + "/merge", Map.of("duplicateId", other, "reason", REASON))
                .statusCode(428);
        act(records.code + "-chair", one, "merge", Map.of("duplicateId", other, "reason", REASON))
                .statusCode(403);
    }
}
