package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MergingMembersTest {

    private static final String REASON = "Nhập hai lần từ hai danh sách";

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String admin = code + "-admin";
    private String union = "";
    private String section = "";

    @Inject
    Sql sql;

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR");
        section = Api.section(admin, union, code + "-1");
    }

    @Test
    void one_record_goes_on_with_what_both_knew_and_the_other_leads_to_it() {
        String former = enrolled(section, "Lê Thị Hòa", "citizenId", "051180000001", "phone", "0905123456");
        act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String present = enrolled(union, "Lê Thị Hòa", "joinedOn", "2018-05-01", "position", "Chuyên viên");
        assertEquals(1, members("2012-06-01", section));
        assertEquals(1, members("2020-06-01", union));

        merge(present, former)
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("unit.id", equalTo(union))
                .body("joinedOn", equalTo("2010-01-01"))
                .body("rejoinedOn", equalTo("2018-05-01"))
                .body("citizenIdMasked", equalTo("*********001"))
                .body("position", equalTo("Chuyên viên"));

        Api.as(officer)
                .get(path(former))
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(present))
                .body("endReason", nullValue());
        assertEquals(1, members("2012-06-01", section));
        assertEquals(1, members("2020-06-01", union));
        assertEquals(List.of(present), listed("q=le thi hoa"));
        assertEquals(List.of(former), listed("status=MERGED"));
        assertEquals(List.of(present), listed("asOf=2012-06-01"));
        Api.as(officer).get("/api/v1/members/duplicates").then().statusCode(200).body("items", empty());
    }

    @Test
    void the_history_tells_of_both_who_merged_them_and_from_what_to_what() {
        String former = enrolled(section, "Lê Thị Hòa", "phone", "0905123456");
        act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String present = enrolled(union, "Lê Thị Hòa", "joinedOn", "2018-05-01");
        merge(present, former).statusCode(200);

        String history = path(present) + "/history";
        Api.as(officer)
                .get(history)
                .then()
                .statusCode(200)
                .body("items.kind", contains("MERGED", "MERGED", "ENROLLED", "ENDED", "ENROLLED"))
                .body("items.mergedRecord", contains(null, former, null, former, former))
                .body("items[0].actor.subject", equalTo(officer))
                .body("items[0].effectiveDate", equalTo("2010-01-01"))
                .body("items[0].changes.field", containsInAnyOrder("takenIn", "placements", "joinedOn", "phone"))
                .body("items[0].changes.find { it.field == 'takenIn' }.to", equalTo(former))
                .body("items[0].changes.find { it.field == 'joinedOn' }.from", equalTo("2018-05-01"))
                .body("items[0].changes.find { it.field == 'placements' }.from", hasSize(1))
                .body("items[0].changes.find { it.field == 'placements' }.to", hasSize(2))
                .body("items[0].changes.find { it.field == 'phone' }.withheld", equalTo(true))
                .body("items[1].changes.find { it.field == 'mergedInto' }.to", equalTo(present));
        Api.as(officer)
                .get(history + "?purpose=Kiểm tra hồ sơ trùng")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo(REASON))
                .body("items[0].changes.find { it.field == 'phone' }.to", equalTo("0905123456"));
        Api.as(officer)
                .get(path(former) + "/history")
                .then()
                .body("items.kind", contains("MERGED", "ENDED", "ENROLLED"));
    }

    @Test
    void records_that_contradict_each_other_are_corrected_first() {
        String one = enrolled(section, "Lê Thị Hòa");
        String other = enrolled(union, "Lê Thị Hòa", "placedSince", "2012-02-01");

        merge(one, other)
                .statusCode(409)
                .body("code", equalTo("records-contradict"))
                .body("detail", startsWith("Vào ngày 2012-02-01"));
        assertEquals(1, members("2020-06-01", section));
        assertEquals(List.of("ACTIVE", "ACTIVE"), List.of(status(one), status(other)));

        act(other, "corrections", Map.of("on", "2020-01-01", "unitId", section, "reason", "Nhầm bộ phận"))
                .statusCode(200);
        merge(one, other).statusCode(200);
        assertEquals(1, members("2020-06-01", section));
    }

    @Test
    void nobody_is_made_to_have_stayed_who_resigned_in_the_other_record() {
        String left = enrolled(section, "Lê Thị Hòa");
        act(left, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String stayed = enrolled(section, "Lê Thị Hòa", "joinedOn", "2012-05-01");

        merge(stayed, left).statusCode(409).body("code", equalTo("records-contradict"));
        merge(left, stayed).statusCode(409).body("code", equalTo("records-contradict"));
    }

    @Test
    void a_former_member_of_a_union_that_was_merged_is_the_one_who_came_back_to_its_successor() {
        String other = Api.newCode();
        String successor = Api.union(other, "OFFICER");
        String former = enrolled(union, "Lê Thị Hòa");
        act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(union), successor));
        String present = Enrolled.by(other + "-officer")
                .member(successor, "Lê Thị Hòa", "joinedOn", "2025-08-01")
                .enrol()
                .getFirst();

        act(other + "-officer", present, "merge", Map.of("duplicateId", former, "reason", REASON))
                .statusCode(200)
                .body("joinedOn", equalTo("2010-01-01"))
                .body("rejoinedOn", equalTo("2025-08-01"));
    }

    @Test
    void a_merged_record_goes_along_to_another_union() {
        String other = Api.newCode();
        String receiver = Api.union(other, "OFFICER", "CHAIR");
        String staying = enrolled(section, "Lê Thị Hòa");
        String duplicate = enrolled(section, "Lê Thị Hoà", "phone", "0905000999");
        merge(staying, duplicate).statusCode(200);

        TransferRequests.accept(other + "-chair", TransferRequests.pending(officer, staying, receiver), "2025-08-01")
                .statusCode(200);

        Api.as(officer).get(path(duplicate)).then().statusCode(404);
        Api.as(other + "-officer")
                .get(path(duplicate))
                .then()
                .statusCode(200)
                .body("unit.id", equalTo(receiver))
                .body("mergedInto", equalTo(staying));
        assertLogged(duplicate);
    }

    @Test
    void nobody_merges_the_own_record() {
        String own = enrolled(union, "Lê Thị Hòa");
        String other = enrolled(union, "Lê Thị Hoà");
        CommitteeRequests.link(admin, own, officer);

        merge(own, other).statusCode(403).body("code", equalTo("own-record"));
        merge(other, own).statusCode(403).body("code", equalTo("own-record"));
    }

    @Test
    void records_of_other_names_or_years_are_of_other_people_unless_the_citizen_id_says_so() {
        String one = enrolled(section, "Lê Thị Hòa", "citizenId", "051180000001");
        String named = enrolled(section, "Lê Thị Hoa Mai");
        String born = enrolled(section, "Lê Thị Hòa", "birth", Map.of("year", 1981));

        merge(one, named).statusCode(409).body("code", equalTo("not-one-person"));
        merge(one, born).statusCode(409).body("code", equalTo("not-one-person"));
        act(one, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String married = enrolled(section, "Lê Hòa", "citizenId", "051180000001", "joinedOn", "2016-01-01");
        merge(married, one).statusCode(200);
    }

    @Test
    void what_waits_for_an_answer_is_answered_first_and_a_cancelled_draft_stands_in_nobodys_way() {
        String staying = enrolled(union, "Lê Thị Hòa");
        String duplicate = enrolled(union, "Lê Thị Hoà");
        String draft = CommitteeRequests.draft(
                officer,
                CommitteeRequests.committee(union, "COMMITTEE_MEMBER", staying, "COMMITTEE_MEMBER", duplicate));
        merge(staying, duplicate).statusCode(409).body("code", equalTo("member-has-seat"));
        Api.act(officer, draft, "cancel", Map.of()).statusCode(200);
        CommitteeRequests.link(admin, duplicate, code + "-hoa");
        Map<String, Object> wish = Map.of("changes", Map.of("phone", "0905999888"), "reason", "Đổi số");
        String request = Api.create(code + "-hoa", path(duplicate) + "/change-requests", wish)
                .statusCode(201)
                .extract()
                .path("id");
        merge(staying, duplicate).statusCode(409).body("code", equalTo("requests-waiting"));
        Api.act(code + "-hoa", path(duplicate) + "/change-requests/" + request, "withdraw", Map.of())
                .statusCode(200);

        merge(staying, duplicate).statusCode(200);
    }

    @Test
    void the_person_has_a_copy_of_both_records_and_of_who_looked_at_either() {
        String staying = enrolled(union, "Lê Thị Hòa");
        String duplicate = enrolled(union, "Lê Thị Hoà", "phone", "0905000999");
        CommitteeRequests.link(admin, duplicate, code + "-hoa");
        Api.as(officer).get(path(duplicate) + "?purpose=Trợ cấp").then().statusCode(200);
        merge(staying, duplicate).statusCode(200);

        Api.as(code + "-hoa")
                .get(path(staying) + "/export")
                .then()
                .statusCode(200)
                .body("mergedRecords.id", contains(duplicate))
                .body("mergedRecords[0].fullName", equalTo("Lê Thị Hoà"))
                .body("others.account.principal.subject", contains(code + "-hoa"))
                .body("reads.purpose", hasItem("Trợ cấp"));
        Api.as(admin).get(path(duplicate) + "/account").then().statusCode(404);
    }

    @Test
    void people_of_different_citizen_ids_are_not_one() {
        String one = enrolled(section, "Lê Thị Hòa", "citizenId", "051180000001");
        String other = enrolled(section, "Lê Thị Hòa", "citizenId", "051180000002");

        merge(one, other).statusCode(409).body("code", equalTo("other-citizen-id"));
    }

    @Test
    void a_merged_record_does_not_change_any_more() {
        String one = enrolled(section, "Lê Thị Hòa");
        String other = enrolled(section, "Lê Thị Hoà");
        String third = enrolled(section, "Lê Thị Hoà");
        merge(one, other).statusCode(200);
        merge(one, other).statusCode(200);

        merge(third, other).statusCode(409).body("code", equalTo("merged")).body("detail", startsWith("Hồ sơ " + one));
        merge(other, third).statusCode(409);
        act(other, "end", Map.of("reason", "RETIRED")).statusCode(409).body("code", equalTo("merged"));
        act(other, "corrections", Map.of("on", "2020-01-01", "unitId", union, "reason", "Nhầm"))
                .statusCode(409);
        act(code + "-chair", other, "erase", Map.of("decision", decision())).statusCode(409);
        Api.as(officer)
                .header("If-Match", Api.as(officer).get(path(other)).getHeader("ETag"))
                .body(Map.of("position", "Chuyên viên"))
                .patch(path(other))
                .then()
                .statusCode(409);
    }

    @Test
    void what_a_record_had_taken_in_goes_with_it() {
        String first = enrolled(section, "Lê Thị Hòa");
        String second = enrolled(section, "Lê Thị Hoà");
        String third = enrolled(section, "Le Thi Hoa");
        merge(second, first).statusCode(200);
        merge(third, second).statusCode(200);

        Api.as(officer).get(path(first)).then().body("mergedInto", equalTo(third));
        List.of(first, second, third).forEach(this::assertLogged);
        Api.as(officer)
                .get(path(third) + "/history")
                .then()
                .body("items.mergedRecord", hasItem(first))
                .body("items.mergedRecord", hasItem(second));
        assertEquals(1, members("2020-06-01", section));
    }

    @Test
    void account_seats_and_exemptions_go_on_with_the_record_that_stays() {
        String account = code + "-hoa";
        String staying = enrolled(union, "Lê Thị Hòa");
        String duplicate = enrolled(union, "Lê Thị Hoà");
        CommitteeRequests.link(admin, duplicate, account);
        String committee = CommitteeRequests.draft(officer, CommitteeRequests.committee(union, "CHAIR", duplicate));
        CommitteeRequests.recognize(admin, committee).statusCode(200);
        Map<String, Object> exemption =
                Map.of("validFrom", "2024-01-01", "reason", "UNPAID_LEAVE", "decision", decision());
        Api.create(officer, path(duplicate) + "/dues-exemptions", exemption).statusCode(201);

        merge(staying, duplicate).statusCode(403);
        Api.grant(admin, officer, "ADMIN", union).statusCode(201);
        merge(staying, duplicate).statusCode(200);

        Api.as(account).get("/api/v1/me").then().body("member.id", equalTo(staying));
        Api.as(account).get(path(staying)).then().statusCode(200).body("id", equalTo(staying));
        Api.as(officer).get(committee).then().body("seats[0].member.id", equalTo(staying));
        Api.as(account).get("/api/v1/me").then().body("assignments.role", contains("CHAIR"));
        Api.as(officer).get(path(staying) + "/dues-exemptions").then().body("items.validFrom", contains("2024-01-01"));
    }

    @Test
    void who_waits_for_a_transfer_is_not_merged_away() {
        String other = Api.newCode();
        String otherUnion = Api.union(other, "OFFICER");
        String staying = enrolled(union, "Lê Thị Hòa");
        String duplicate = enrolled(union, "Lê Thị Hoà");
        TransferRequests.pending(officer, duplicate, otherUnion);

        merge(staying, duplicate).statusCode(409).body("code", equalTo("transfer-pending"));
    }

    @Test
    void an_erasure_takes_the_merged_records_along() {
        String staying = enrolled(union, "Lê Thị Hòa", "phone", "0905123456");
        String duplicate = enrolled(union, "Lê Thị Hoà", "phone", "0905000999", "address", "12 Lê Lợi");
        merge(staying, duplicate).statusCode(200);
        act(staying, "end", Map.of("reason", "RETIRED", "effectiveDate", "2024-01-01"))
                .statusCode(200);

        act(code + "-chair", staying, "erase", Map.of("decision", decision())).statusCode(200);

        for (String record : List.of(staying, duplicate)) {
            Api.as(officer)
                    .get(path(record))
                    .then()
                    .statusCode(200)
                    .body("fullName", startsWith("Người đã xóa dữ liệu"));
            assertEquals(
                    0,
                    sql.list("select 1 from person_key where member_id = ?", _ -> 1, UUID.fromString(record))
                            .size());
        }
        Api.as(officer)
                .get(path(staying) + "/history?purpose=Kiểm tra")
                .then()
                .body("items.findAll { it.kind == 'MERGED' }", hasSize(2))
                .body("items.findAll { it.kind == 'MERGED' && it.reason != null }", empty());
    }

    @Test
    void of_two_merges_the_other_way_round_at_once_one_happens() {
        for (int round = 0; round < 5; round++) {
            String one = enrolled(section, "Lê Thị Hòa");
            String other = enrolled(section, "Lê Thị Hoà");
            List<Response> answers = Api.atOnce(List.of(
                    () -> request(one, other, Api.as(officer).get(path(one)).getHeader("ETag")),
                    () -> request(other, one, Api.as(officer).get(path(other)).getHeader("ETag"))));

            List<Integer> codes =
                    answers.stream().map(Response::statusCode).sorted().toList();
            assertEquals(200, codes.getFirst());
            Api.as(officer).get(path(one)).then().body("status", oneOf("ACTIVE", "MERGED"));
            assertEquals(not(equalTo(200)).matches(codes.getLast()), true, codes.toString());
            assertEquals(1 + round, members("2020-06-01", section));
        }
    }

    @Test
    void it_takes_both_records_in_scope_and_grounds() {
        String one = enrolled(section, "Lê Thị Hòa");
        String other = enrolled(section, "Lê Thị Hoà");
        String stranger = Api.newCode();
        String foreign = Api.union(stranger, "OFFICER");
        String theirs = Enrolled.by(stranger + "-officer")
                .member(foreign, "Lê Thị Hoà")
                .enrol()
                .getFirst();

        merge(one, theirs)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/duplicateId"))
                .body("errors[0].code", equalTo("unknown-member"));
        merge(one, one).statusCode(422).body("errors[0].code", equalTo("the-same-record"));
        act(one, "merge", Map.of("duplicateId", other)).statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        Api.create(officer, path(one) + "/merge", Map.of("duplicateId", other, "reason", REASON))
                .statusCode(428);
        act(code + "-chair", one, "merge", Map.of("duplicateId", other, "reason", REASON))
                .statusCode(403);
    }

    /// The log tells of the record as it is.
    private void assertLogged(String member) {
        UUID id = UUID.fromString(member);
        assertEquals(List.of(true), sql.list("""
                        select version = (select max(version) from (
                            select version from change where aggregate_id = ? and aggregate_type = 'member'
                            union all
                            select version from change_pending where aggregate_id = ? and aggregate_type = 'member') told)
                        from member where member_id = ?
                        """, row -> row.getBoolean(1), id, id, id));
    }

    private String enrolled(String unit, String name, Object... more) {
        return Enrolled.by(officer).member(unit, name, more).enrol().getFirst();
    }

    private ValidatableResponse merge(String staying, String duplicate) {
        return act(staying, "merge", Map.of("duplicateId", duplicate, "reason", REASON));
    }

    private Response request(String staying, String duplicate, String tag) {
        return Api.as(officer)
                .header("If-Match", tag)
                .body(Map.of("duplicateId", duplicate, "reason", REASON))
                .post(path(staying) + "/merge");
    }

    private ValidatableResponse act(String member, String action, Map<String, ?> body) {
        return act(officer, member, action, body);
    }

    private static ValidatableResponse act(String by, String member, String action, Map<String, ?> body) {
        return Api.act(by, path(member), action, body);
    }

    private List<String> listed(String query) {
        return Api.as(officer)
                .get("/api/v1/members?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private String status(String member) {
        return Api.as(officer).get(path(member)).path("status");
    }

    private int members(String day, String unit) {
        return Api.as(officer)
                .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .path("own.members");
    }

    private static Map<String, Object> decision() {
        return Map.of("number", "09/QĐ", "date", "2023-01-05");
    }

    private static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
