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
import static vn.congdoan.vks.membership.MergeRequests.REASON;
import static vn.congdoan.vks.membership.MergeRequests.act;
import static vn.congdoan.vks.membership.MergeRequests.decision;
import static vn.congdoan.vks.membership.MergeRequests.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

    private MergeRequests records;

    @Inject
    Sql sql;

    @BeforeEach
    void foundUnion() {
        records = new MergeRequests();
    }

    @Test
    void one_record_goes_on_with_what_both_knew_and_the_other_leads_to_it() {
        String former =
                records.enrolled(records.section, "Lê Thị Hòa", "citizenId", "051180000001", "phone", "0905123456");
        records.act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String present =
                records.enrolled(records.union, "Lê Thị Hòa", "joinedOn", "2018-05-01", "position", "Chuyên viên");
        assertEquals(1, records.members("2012-06-01", records.section));
        assertEquals(1, records.members("2020-06-01", records.union));

        records.merge(present, former)
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("unit.id", equalTo(records.union))
                .body("joinedOn", equalTo("2010-01-01"))
                .body("rejoinedOn", equalTo("2018-05-01"))
                .body("citizenIdMasked", equalTo("*********001"))
                .body("position", equalTo("Chuyên viên"));

        Api.as(records.officer)
                .get(path(former))
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(present))
                .body("endReason", nullValue());
        assertEquals(1, records.members("2012-06-01", records.section));
        assertEquals(1, records.members("2020-06-01", records.union));
        assertEquals(List.of(present), records.listed("q=le thi hoa"));
        assertEquals(List.of(former), records.listed("status=MERGED"));
        assertEquals(List.of(present), records.listed("asOf=2012-06-01"));
        Api.as(records.officer)
                .get("/api/v1/members/duplicates")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void the_history_tells_of_both_who_merged_them_and_from_what_to_what() {
        String former = records.enrolled(records.section, "Lê Thị Hòa", "phone", "0905123456");
        records.act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        String present = records.enrolled(records.union, "Lê Thị Hòa", "joinedOn", "2018-05-01");
        records.merge(present, former).statusCode(200);

        String history = path(present) + "/history";
        Api.as(records.officer)
                .get(history)
                .then()
                .statusCode(200)
                .body("items.kind", contains("MERGED", "MERGED", "ENROLLED", "ENDED", "ENROLLED"))
                .body("items.mergedRecord", contains(null, former, null, former, former))
                .body("items[0].actor.subject", equalTo(records.officer))
                .body("items[0].effectiveDate", equalTo("2010-01-01"))
                .body("items[0].changes.field", containsInAnyOrder("takenIn", "placements", "joinedOn", "phone"))
                .body("items[0].changes.find { it.field == 'takenIn' }.to", equalTo(former))
                .body("items[0].changes.find { it.field == 'joinedOn' }.from", equalTo("2018-05-01"))
                .body("items[0].changes.find { it.field == 'placements' }.from", hasSize(1))
                .body("items[0].changes.find { it.field == 'placements' }.to", hasSize(2))
                .body("items[0].changes.find { it.field == 'phone' }.withheld", equalTo(true))
                .body("items[1].changes.find { it.field == 'mergedInto' }.to", equalTo(present));
        Api.as(records.officer)
                .get(history + "?purpose=Kiểm tra hồ sơ trùng")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo(REASON))
                .body("items[0].changes.find { it.field == 'phone' }.to", equalTo("0905123456"));
        Api.as(records.officer)
                .get(path(former) + "/history")
                .then()
                .body("items.kind", contains("MERGED", "ENDED", "ENROLLED"));
    }

    @Test
    void a_former_member_of_a_union_that_was_merged_is_the_one_who_came_back_to_its_successor() {
        String other = Api.newCode();
        String successor = Api.union(other, "OFFICER");
        String former = records.enrolled(records.union, "Lê Thị Hòa");
        records.act(former, "end", Map.of("reason", "RESIGNED", "effectiveDate", "2015-01-01"))
                .statusCode(200);
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(records.union), successor));
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
        String staying = records.enrolled(records.section, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.section, "Lê Thị Hoà", "phone", "0905000999");
        records.merge(staying, duplicate).statusCode(200);

        TransferRequests.accept(
                        other + "-chair", TransferRequests.pending(records.officer, staying, receiver), "2025-08-01")
                .statusCode(200);

        Api.as(records.officer).get(path(duplicate)).then().statusCode(404);
        Api.as(other + "-officer")
                .get(path(duplicate))
                .then()
                .statusCode(200)
                .body("unit.id", equalTo(receiver))
                .body("mergedInto", equalTo(staying));
        assertLogged(duplicate);
    }

    @Test
    void the_person_has_a_copy_of_both_records_and_of_who_looked_at_either() {
        String staying = records.enrolled(records.union, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.union, "Lê Thị Hoà", "phone", "0905000999");
        CommitteeRequests.link(records.admin, duplicate, records.code + "-hoa");
        Api.as(records.officer).get(path(duplicate) + "?purpose=Trợ cấp").then().statusCode(200);
        records.merge(staying, duplicate).statusCode(200);

        Api.as(records.code + "-hoa")
                .get(path(staying) + "/export")
                .then()
                .statusCode(200)
                .body("mergedRecords.id", contains(duplicate))
                .body("mergedRecords[0].fullName", equalTo("Lê Thị Hoà"))
                .body("others.account.principal.subject", contains(records.code + "-hoa"))
                .body("reads.purpose", hasItem("Trợ cấp"));
        Api.as(records.admin).get(path(duplicate) + "/account").then().statusCode(404);
    }

    @Test
    void what_a_record_had_taken_in_goes_with_it() {
        String first = records.enrolled(records.section, "Lê Thị Hòa");
        String second = records.enrolled(records.section, "Lê Thị Hoà");
        String third = records.enrolled(records.section, "Le Thi Hoa");
        records.merge(second, first).statusCode(200);
        records.merge(third, second).statusCode(200);

        Api.as(records.officer).get(path(first)).then().body("mergedInto", equalTo(third));
        List.of(first, second, third).forEach(this::assertLogged);
        Api.as(records.officer)
                .get(path(third) + "/history")
                .then()
                .body("items.mergedRecord", hasItem(first))
                .body("items.mergedRecord", hasItem(second));
        assertEquals(1, records.members("2020-06-01", records.section));
    }

    @Test
    void account_seats_and_exemptions_go_on_with_the_record_that_stays() {
        String account = records.code + "-hoa";
        String staying = records.enrolled(records.union, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.union, "Lê Thị Hoà");
        CommitteeRequests.link(records.admin, duplicate, account);
        String committee = CommitteeRequests.draft(
                records.officer, CommitteeRequests.committee(records.union, "CHAIR", duplicate));
        CommitteeRequests.recognize(records.admin, committee).statusCode(200);
        Map<String, Object> exemption =
                Map.of("validFrom", "2024-01-01", "reason", "UNPAID_LEAVE", "decision", decision());
        Api.create(records.officer, path(duplicate) + "/dues-exemptions", exemption)
                .statusCode(201);

        records.merge(staying, duplicate).statusCode(403);
        Api.grant(records.admin, records.officer, "ADMIN", records.union).statusCode(201);
        records.merge(staying, duplicate).statusCode(200);

        Api.as(account).get("/api/v1/me").then().body("member.id", equalTo(staying));
        Api.as(account).get(path(staying)).then().statusCode(200).body("id", equalTo(staying));
        Api.as(records.officer).get(committee).then().body("seats[0].member.id", equalTo(staying));
        Api.as(account).get("/api/v1/me").then().body("assignments.role", contains("CHAIR"));
        Api.as(records.officer)
                .get(path(staying) + "/dues-exemptions")
                .then()
                .body("items.validFrom", contains("2024-01-01"));
    }

    @Test
    void who_was_named_for_a_part_of_a_divided_unit_goes_there_by_the_record_that_stays() {
        String staying = records.enrolled(records.section, "Lê Thị Hòa");
        String duplicate = records.enrolled(records.section, "Lê Thị Hoà");
        Map<String, Object> part =
                ReorganizationRequests.founded(UUID.randomUUID().toString(), records.union, records.code + "-2");
        Map<String, Object> split = ReorganizationRequests.form(
                "SPLIT",
                List.of(records.section),
                Map.of(
                        "successors",
                        List.of(
                                Map.of("unitId", records.section),
                                Map.of("founded", part, "members", List.of(duplicate)))));
        String drafted = ReorganizationRequests.REORGANIZATIONS + "/"
                + ReorganizationRequests.draft(records.admin, split, 201)
                        .extract()
                        .path("id");
        records.merge(staying, duplicate).statusCode(200);

        Api.act(records.admin, drafted, "apply", Map.of()).statusCode(200).body("status", equalTo("APPLIED"));

        Api.as(records.officer).get(path(staying)).then().body("unit.id", equalTo(part.get("id")));
        Api.as(records.officer).get(path(duplicate)).then().body("unit.id", equalTo(part.get("id")));
    }

    @Test
    void an_erasure_takes_the_merged_records_along() {
        String staying = records.enrolled(records.union, "Lê Thị Hòa", "phone", "0905123456");
        String duplicate = records.enrolled(records.union, "Lê Thị Hoà", "phone", "0905000999", "address", "12 Lê Lợi");
        records.merge(staying, duplicate).statusCode(200);
        records.act(staying, "end", Map.of("reason", "RETIRED", "effectiveDate", "2024-01-01"))
                .statusCode(200);

        act(records.code + "-chair", staying, "erase", Map.of("decision", decision()))
                .statusCode(200);

        for (String record : List.of(staying, duplicate)) {
            Api.as(records.officer)
                    .get(path(record))
                    .then()
                    .statusCode(200)
                    .body("fullName", startsWith("Người đã xóa dữ liệu"));
            assertEquals(
                    0,
                    sql.list("select 1 from person_key where member_id = ?", _ -> 1, UUID.fromString(record))
                            .size());
        }
        Api.as(records.officer)
                .get(path(staying) + "/history?purpose=Kiểm tra")
                .then()
                .body("items.findAll { it.kind == 'MERGED' }", hasSize(2))
                .body("items.findAll { it.kind == 'MERGED' && it.reason != null }", empty());
    }

    @Test
    void of_two_merges_the_other_way_round_at_once_one_happens() {
        for (int round = 0; round < 5; round++) {
            String one = records.enrolled(records.section, "Lê Thị Hòa");
            String other = records.enrolled(records.section, "Lê Thị Hoà");
            List<Response> answers = Api.atOnce(List.of(
                    () -> records.send(
                            one, other, Api.as(records.officer).get(path(one)).getHeader("ETag")),
                    () -> records.send(
                            other, one, Api.as(records.officer).get(path(other)).getHeader("ETag"))));

            List<Integer> codes =
                    answers.stream().map(Response::statusCode).sorted().toList();
            assertEquals(200, codes.getFirst());
            Api.as(records.officer).get(path(one)).then().body("status", oneOf("ACTIVE", "MERGED"));
            assertEquals(not(equalTo(200)).matches(codes.getLast()), true, codes.toString());
            assertEquals(1 + round, records.members("2020-06-01", records.section));
        }
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
}
