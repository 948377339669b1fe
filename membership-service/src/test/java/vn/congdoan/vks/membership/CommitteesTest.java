package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.membership.CommitteeRequests.COMMITTEES;
import static vn.congdoan.vks.membership.CommitteeRequests.DECISION;
import static vn.congdoan.vks.membership.CommitteeRequests.committee;
import static vn.congdoan.vks.membership.CommitteeRequests.draft;
import static vn.congdoan.vks.membership.CommitteeRequests.recognize;
import static vn.congdoan.vks.membership.CommitteeRequests.recognized;
import static vn.congdoan.vks.membership.CommitteeRequests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class CommitteesTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String admin = code + "-admin";
    private String union = "";
    private String section = "";
    private String an = "";
    private String binh = "";

    @Inject
    Sql sql;

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR");
        section = Api.section(admin, union, code + "-1");
        List<String> members = Enrolled.by(officer)
                .member(section, "Nguyễn Văn An")
                .member(union, "Trần Thị Bình")
                .enrol();
        an = members.getFirst();
        binh = members.getLast();
    }

    @Test
    void an_officer_writes_down_who_was_elected_and_an_admin_records_the_recognition() {
        String drafted = draft(officer, committee(union, "CHAIR", an, "COMMITTEE_MEMBER", binh));
        Api.as(officer)
                .get(drafted)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("unit.code", equalTo(code))
                .body("seats.member.fullName", containsInAnyOrder("Nguyễn Văn An", "Trần Thị Bình"))
                .body("recognition", nullValue());

        recognize(officer, drafted).statusCode(403);
        recognize(admin, drafted)
                .statusCode(200)
                .body("status", equalTo("RECOGNIZED"))
                .body("recognition.decision.number", equalTo("15/QĐ-LĐLĐ"))
                .body("warnings.code", hasItem("only-a-chair"));
        recognize(admin, drafted).statusCode(409).body("code", equalTo("committee-status"));

        String id = drafted.substring(drafted.lastIndexOf('/') + 1);
        assertEquals(List.of("drafted", "recognized"), Traces.told(sql, id));
        assertEquals(
                List.of("draft [unitId, kind, term, validFrom, validTo, seats]", "recognize [status, recognition]"),
                Traces.audited(sql, id));
    }

    @Test
    void a_list_of_seats_without_a_seat_in_it_is_malformed() {
        String holes = """
                {"unitId": "%s", "kind": "COMMITTEE", "term": "2023", "validFrom": "2023-03-01", "validTo": "2028-03-01",
                 "seats": [null]}
                """.formatted(union);
        Api.as(officer).body(holes).post(COMMITTEES).then().statusCode(400);
    }

    @Test
    void a_draft_is_corrected_or_given_up_by_an_officer() {
        String drafted = draft(officer, committee(union, "CHAIR", an));
        Api.as(officer).body(Map.of("term", "2023–2028")).patch(drafted).then().statusCode(428);
        String read = Api.as(officer).get(drafted).getHeader("ETag");
        Map<String, Object> patch = Map.of("seats", List.of(Map.of("position", "CHAIR", "memberId", binh)));
        Api.as(officer)
                .header("If-Match", read)
                .body(patch)
                .patch(drafted)
                .then()
                .statusCode(200)
                .body("seats.member.id", contains(binh));
        Api.as(officer)
                .header("If-Match", read)
                .body(patch)
                .patch(drafted)
                .then()
                .statusCode(412);
        Api.as(officer)
                .header("If-Match", "*")
                .body(Map.of("unitId", section))
                .patch(drafted)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/unitId"));

        Api.act(admin, drafted, "cancel", Map.of()).statusCode(403);
        Api.act(officer, drafted, "cancel", Map.of()).statusCode(200).body("status", equalTo("CANCELLED"));
        recognize(admin, drafted).statusCode(409).body("code", equalTo("committee-status"));
    }

    @Test
    void whoever_sits_there_is_a_member_there_on_all_days_of_the_seat() {
        String sibling = Api.newCode();
        String elsewhere = Api.union(sibling, "OFFICER");
        String stranger = Enrolled.by(sibling + "-officer")
                .member(elsewhere, "Lê Văn Xa")
                .enrol()
                .getFirst();
        String later = Enrolled.by(officer)
                .member(union, "Phạm Thị Sau", "placedSince", "2024-01-01")
                .enrol()
                .getFirst();
        String applicant = Api.create(officer, "/api/v1/members", Api.applicant(union))
                .extract()
                .path("id");

        for (String nobody :
                List.of(stranger, later, applicant, UUID.randomUUID().toString())) {
            Api.create(officer, COMMITTEES, committee(union, "CHAIR", an, "VICE_CHAIR", nobody))
                    .statusCode(422)
                    .body("errors", hasSize(1))
                    .body("errors[0].pointer", equalTo("/seats/1/memberId"))
                    .body("errors[0].code", equalTo("not-a-member-there"));
        }
        // A member of the union sits in the union's committee, not in that of a section elsewhere in it.
        Api.create(officer, COMMITTEES, committee(section, "CHAIR", binh)).statusCode(422);
        Api.create(officer, COMMITTEES, committee(section, "CHAIR", an)).statusCode(201);
    }

    @Test
    void who_has_left_between_election_and_recognition_is_not_recognised() {
        String drafted = draft(officer, committee(union, "CHAIR", an));
        Api.act(officer, "/api/v1/members/" + an, "end", Map.of("reason", "RETIRED", "effectiveDate", "2025-01-01"))
                .statusCode(200);

        recognize(admin, drafted).statusCode(409).body("code", equalTo("committee-of-strangers"));
    }

    @Test
    void a_unit_has_one_committee_of_a_kind_at_a_time() {
        recognized(code, committee(union, "CHAIR", an));
        String second = draft(officer, with(committee(union, "CHAIR", binh), "validFrom", "2024-01-01"));
        recognize(admin, second).statusCode(409).body("code", equalTo("committee-exists-then"));

        Map<String, Object> inspection =
                with(committee(union, "INSPECTION_HEAD", binh), "kind", "INSPECTION_COMMITTEE");
        recognized(code, inspection);
        Map<String, Object> before = with(committee(union, "CHAIR", binh), "validTo", "2023-03-01");
        recognized(code, with(before, "validFrom", "2018-03-01"));
    }

    @Test
    void of_recognitions_at_the_same_time_one_counts() {
        String drafted = draft(officer, committee(union, "CHAIR", an));
        String tag = Api.as(admin).get(drafted).getHeader("ETag");
        Map<String, Object> form = Map.of("decision", DECISION, "unitId", Api.central());
        List<Response> one = Api.atOnce(
                4, () -> Api.as(admin).header("If-Match", tag).body(form).post(drafted + "/recognize"));
        assertEquals(List.of(200, 412, 412, 412), statuses(one));

        String rival = draft(officer, with(committee(union, "WOMENS_BOARD_HEAD", an), "kind", "WOMENS_BOARD"));
        String other = draft(officer, with(committee(union, "WOMENS_BOARD_HEAD", binh), "kind", "WOMENS_BOARD"));
        Iterator<String> drafts = List.of(rival, other).iterator();
        List<Response> two = Api.atOnce(2, () -> {
            String mine;
            synchronized (drafts) {
                mine = drafts.next();
            }
            return Api.as(admin).header("If-Match", "*").body(form).post(mine + "/recognize");
        });
        assertEquals(List.of(200, 409), statuses(two));
    }

    @Test
    void a_second_chair_is_refused_until_the_first_has_left() {
        String recognized = recognized(code, committee(union, "CHAIR", an));
        Map<String, Object> chair =
                Map.of("memberId", binh, "position", "CHAIR", "validFrom", "2025-04-01", "decision", DECISION);
        Api.act(admin, recognized, "seats", chair).statusCode(409).body("code", equalTo("committee-has-head"));

        CommitteeRequests.endSeat(admin, recognized, 0, "2025-04-01").statusCode(200);
        Api.act(admin, recognized, "seats", chair).statusCode(200).body("seats", hasSize(2));
        Api.as(officer)
                .get(recognized + "?asOf=2025-03-31")
                .then()
                .body("seats.member.id", contains(an))
                .body("seats[0].endDecision.number", equalTo("15/QĐ-LĐLĐ"));
        Api.as(officer).get(recognized + "?asOf=2025-04-01").then().body("seats.member.id", contains(binh));
    }

    @Test
    void the_database_refuses_a_second_head_a_second_seat_and_a_second_committee() {
        String recognized = recognized(code, committee(union, "CHAIR", an));
        UUID id = UUID.fromString(recognized.substring(recognized.lastIndexOf('/') + 1));
        String seat = """
                insert into seat (seat_id, committee_id, member_id, position, recognized, valid_from, valid_to)
                values (gen_random_uuid(), ?, ?, ?, true, date '2024-01-01', date '2024-01-02')
                """;
        refusedByDatabase("seat_one_head", seat, id, UUID.fromString(binh), "CHAIR");
        refusedByDatabase("seat_one_of_a_member", seat, id, UUID.fromString(an), "COMMITTEE_MEMBER");
        refusedByDatabase("committee_one_a_day", """
                insert into committee (committee_id, version, unit_id, owner_union_id, kind, status, term, valid_from,
                    valid_to, decision_number, decision_date, superior_unit_id, created_as, recorded_at, changed_at)
                select gen_random_uuid(), 0, unit_id, owner_union_id, kind, status, term, valid_from, valid_to,
                    decision_number, decision_date, superior_unit_id, created_as, recorded_at, changed_at
                from committee where committee_id = ?
                """, id);
    }

    @Test
    void the_superior_is_a_body_or_a_unit_above_and_its_decision_is_issued() {
        String drafted = draft(officer, committee(section, "CHAIR", an));
        Map<String, Object> unissued = Map.of("number", "1/QĐ", "date", "2199-01-01");
        refused(drafted, Map.of("decision", unissued, "unitId", union), "/decision/date");
        refused(drafted, Map.of("decision", DECISION), "/externalBodyId");
        refused(drafted, Map.of("decision", DECISION, "unitId", section), "/unitId");
        refused(drafted, Map.of("decision", DECISION, "externalBodyId", UUID.randomUUID()), "/externalBodyId");
        Api.act(admin, drafted, "recognize", Map.of("decision", DECISION, "unitId", union))
                .statusCode(200)
                .body("recognition.unitId", equalTo(union));
    }

    @Test
    void committees_are_read_in_scope_and_from_above_and_are_nothing_to_others() {
        String sibling = Api.newCode();
        String elsewhere = Api.union(sibling, "OFFICER");
        String drafted = draft(officer, committee(union, "CHAIR", an));

        Api.as(Api.FIRST_ADMIN).get(drafted).then().statusCode(200);
        recognize(Api.FIRST_ADMIN, drafted).statusCode(403);
        Api.as(sibling + "-officer").get(drafted).then().statusCode(404);
        Map<String, Object> form = Map.of("decision", DECISION, "unitId", Api.central());
        Api.as(sibling + "-admin")
                .header("If-Match", "*")
                .body(form)
                .post(drafted + "/recognize")
                .then()
                .statusCode(404);
        Api.as(sibling + "-officer").get(COMMITTEES + "?unit=" + union).then().statusCode(404);
        Api.create(officer, COMMITTEES, committee(elsewhere, "CHAIR", an))
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/unitId"));
    }

    @Test
    void the_list_knows_which_terms_end_soon() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        Map<String, Object> form = with(
                committee(union, "CHAIR", an), "validTo", today.plusMonths(3).toString());
        String soon = recognized(code, form);
        Map<String, Object> inspection =
                with(committee(section, "INSPECTION_HEAD", an), "kind", "INSPECTION_COMMITTEE");
        recognized(code, inspection);
        draft(officer, with(form, "unitId", section));
        String list = COMMITTEES + "?unit=" + union;

        assertEquals(3, items(list).size());
        assertEquals(List.of(soon.substring(soon.lastIndexOf('/') + 1)), items(list + "&endingWithin=3"));
        assertEquals(List.of(), items(list + "&endingWithin=2"));
        assertEquals(1, items(list + "&kind=INSPECTION_COMMITTEE").size());
        assertEquals(1, items(list + "&status=DRAFT").size());
        assertEquals(0, items(list + "&asOf=2023-02-28").size());
        assertEquals(3, items(list + "&asOf=2023-03-01").size());
        assertEquals(2, items(COMMITTEES + "?unit=" + section).size());
        String next = Api.as(officer).get(list + "&limit=2").path("next");
        assertEquals(1, items(list + "&limit=2&cursor=" + next).size());
        Api.as(officer).get(list + "&endingWithin=0").then().statusCode(400);
    }

    @Test
    void an_equal_creation_again_is_answered_with_the_record_and_another_one_refused() {
        String path = COMMITTEES + "/" + UUID.randomUUID();
        Map<String, Object> form = committee(union, "CHAIR", an);
        for (int status : List.of(201, 200)) {
            Api.as(officer)
                    .header("If-None-Match", "*")
                    .body(form)
                    .put(path)
                    .then()
                    .statusCode(status);
        }
        Api.as(officer)
                .header("If-None-Match", "*")
                .body(with(form, "term", "khác"))
                .put(path)
                .then()
                .statusCode(412);

        String key = UUID.randomUUID().toString();
        Map<String, Object> recognition = Map.of("decision", DECISION, "unitId", Api.central());
        String tag = Api.as(admin).get(path).getHeader("ETag");
        for (int time = 0; time < 2; time++) {
            Api.as(admin)
                    .header("Idempotency-Key", key)
                    .header("If-Match", tag)
                    .body(recognition)
                    .post(path + "/recognize")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RECOGNIZED"));
        }
    }

    private void refused(String drafted, Map<String, Object> form, String pointer) {
        Api.act(admin, drafted, "recognize", form).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private void refusedByDatabase(String constraint, String statement, Object... values) {
        PersistenceException refused = assertThrows(PersistenceException.class, () -> sql.change(statement, values));
        assertTrue(String.valueOf(refused.getMessage()).contains(constraint), refused.getMessage());
    }

    private List<String> items(String path) {
        return Api.as(officer)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }
}
