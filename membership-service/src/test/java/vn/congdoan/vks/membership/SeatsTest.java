package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.CommitteeRequests.DECISION;
import static vn.congdoan.vks.membership.CommitteeRequests.END;
import static vn.congdoan.vks.membership.CommitteeRequests.FIRST;
import static vn.congdoan.vks.membership.CommitteeRequests.committee;
import static vn.congdoan.vks.membership.CommitteeRequests.draft;
import static vn.congdoan.vks.membership.CommitteeRequests.endSeat;
import static vn.congdoan.vks.membership.CommitteeRequests.link;
import static vn.congdoan.vks.membership.CommitteeRequests.recognize;
import static vn.congdoan.vks.membership.CommitteeRequests.recognized;
import static vn.congdoan.vks.membership.CommitteeRequests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What seats give to the accounts of those who hold them, and when that ends.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class SeatsTest {

    private final String today = LocalDate.now(BusinessTime.ZONE).toString();

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String admin = code + "-admin";
    private final String account = code + "-an";
    private String union = "";
    private String an = "";
    private String binh = "";

    @Inject
    Sql sql;

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER");
        List<String> members = Enrolled.by(officer)
                .member(union, "Nguyễn Văn An")
                .member(union, "Trần Thị Bình")
                .enrol();
        an = members.getFirst();
        binh = members.getLast();
    }

    @Test
    void the_chair_does_what_a_chair_may_from_the_recognition_until_the_dismissal() {
        link(admin, an, account);
        String drafted = draft(officer, committee(union, "CHAIR", an));
        admit(403);

        recognize(admin, drafted).statusCode(200);
        assertEquals(List.of("CHAIR " + FIRST + " " + END), assignments(account));
        admit(200);

        endSeat(admin, drafted, 0, today).statusCode(200);
        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(account));
        admit(403);
    }

    @Test
    void each_position_gives_its_role() {
        link(admin, an, account);
        link(admin, binh, code + "-binh");
        recognized(code, committee(union, "VICE_CHAIR", an, "ACCOUNTANT", an, "CASHIER", binh));
        recognized(
                code,
                with(
                        committee(union, "INSPECTION_HEAD", an, "INSPECTION_MEMBER", binh),
                        "kind",
                        "INSPECTION_COMMITTEE"));

        String days = " " + FIRST + " " + END;
        assertEquals(List.of("ACCOUNTANT" + days, "INSPECTOR" + days), assignments(account));
        assertEquals(List.of("CASHIER" + days, "INSPECTOR" + days), assignments(code + "-binh"));
    }

    @Test
    void an_admin_of_a_section_links_nobody_to_a_seat_of_the_union() {
        String section = Api.section(admin, union, code + "-1");
        String head =
                Enrolled.by(officer).member(section, "Lê Văn Chính").enrol().getFirst();
        Api.grant(admin, code + "-section", "ADMIN", section).statusCode(201);
        recognized(code, committee(union, "CHAIR", head));

        Api.as(code + "-section")
                .header("If-Match", "*")
                .body(Map.of("subject", account))
                .put("/api/v1/members/" + head + "/account")
                .then()
                .statusCode(403);
        assertEquals(List.of(), assignments(account));
        link(admin, head, account);
        assertEquals(List.of("CHAIR " + FIRST + " " + END), assignments(account));
    }

    @Test
    void a_term_that_is_over_gives_nothing_any_more() {
        link(admin, an, account);
        Map<String, Object> past = with(committee(union, "CHAIR", an), "validTo", today);
        recognized(code, past);

        assertEquals(List.of(), assignments(account));
        admit(403);
    }

    @Test
    void an_account_that_is_linked_later_has_what_the_seat_gives_and_loses_it_with_the_link() {
        recognized(code, committee(union, "CHAIR", an));
        assertEquals(List.of(), assignments(account));
        link(admin, an, account);
        admit(200);

        link(admin, an, code + "-other");
        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(account));
        assertEquals(List.of("CHAIR " + FIRST + " " + END), assignments(code + "-other"));
        admit(403);

        link(admin, an, account);
        assertEquals(List.of("CHAIR " + FIRST + " " + today, "CHAIR " + today + " " + END), assignments(account));
        admit(200);
    }

    @Test
    void with_the_membership_the_seat_ends_and_what_it_gives_be_it_recorded_late() {
        link(admin, an, account);
        String recognized = recognized(code, committee(union, "CHAIR", an, "COMMITTEE_MEMBER", binh));
        Api.act(officer, "/api/v1/members/" + an, "end", Map.of("reason", "RETIRED", "effectiveDate", "2025-01-01"))
                .statusCode(200);

        Api.as(admin)
                .get(recognized)
                .then()
                .body("seats.find { it.position == 'CHAIR' }.validTo", equalTo("2025-01-01"))
                .body("seats.find { it.position == 'COMMITTEE_MEMBER' }.validTo", equalTo(END));
        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(account));
        admit(403);
    }

    @Test
    void a_committee_ends_early_with_all_it_gave() {
        link(admin, an, account);
        String recognized = recognized(code, committee(union, "CHAIR", an));
        Api.act(admin, recognized, "end", Map.of("effectiveDate", "2026-01-01", "decision", DECISION))
                .statusCode(200)
                .body("endedOn", equalTo("2026-01-01"))
                .body("seats[0].validTo", equalTo("2026-01-01"));

        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(account));
        // The next committee takes over from the day on which the last one was found to be over.
        recognized(code, with(committee(union, "CHAIR", an), "validFrom", "2026-01-01"));
        assertEquals(List.of("CHAIR " + FIRST + " " + today, "CHAIR " + today + " " + END), assignments(account));
    }

    @Test
    void what_a_seat_gives_ends_only_through_the_seat_and_stands_beside_what_was_granted() {
        link(admin, an, account);
        Api.grant(admin, account, "CHAIR", union).statusCode(201);
        recognized(code, committee(union, "CHAIR", an));
        assertEquals(2, assignments(account).size());
        String elected = id("ELECTION");
        Api.act(admin, "/api/v1/assignments/" + elected, "end", Map.of())
                .statusCode(409)
                .body("code", equalTo("assignment-follows-a-seat"));

        Api.act(admin, "/api/v1/assignments/" + id("GRANT"), "end", Map.of()).statusCode(200);
        admit(200);
    }

    @Test
    void nobody_records_a_seat_of_the_own() {
        String own = Enrolled.by(officer).member(union, "Lê Thị Chi").enrol().getFirst();
        Api.grant(admin, code + "-second", "ADMIN", union).statusCode(201);
        link(code + "-second", own, admin);
        String drafted = draft(officer, committee(union, "CHAIR", an, "COMMITTEE_MEMBER", own));

        recognize(admin, drafted).statusCode(403).body("code", equalTo("self-recognition"));
        recognize(code + "-second", drafted).statusCode(200);
        Map<String, Object> seat =
                Map.of("memberId", own, "position", "CASHIER", "validFrom", "2025-04-01", "decision", DECISION);
        Api.act(admin, drafted, "seats", seat).statusCode(403).body("code", equalTo("self-recognition"));
        Api.act(code + "-second", drafted, "seats", seat).statusCode(200);
        assertEquals(List.of("CASHIER 2025-04-01 " + END), elected(admin));
    }

    @Test
    void a_committee_ends_with_its_unit_and_a_seat_with_the_members_way_to_another_union() {
        String ending = Api.section(admin, union, code + "-1");
        String successor = Api.section(admin, union, code + "-2");
        List<String> members = Enrolled.by(officer)
                .member(ending, "Lê Văn Dũng")
                .member(ending, "Lê Thị Én")
                .enrol();
        link(admin, members.getFirst(), account);
        link(admin, members.getLast(), code + "-en");
        String sections = recognized(code, committee(ending, "CHAIR", members.getFirst()));
        String unions = recognized(code, committee(union, "CHAIR", members.getLast()));

        ReorganizationRequests.apply(admin, ReorganizationRequests.merge(List.of(ending), successor));
        Api.as(admin)
                .get(sections)
                .then()
                .body("endedOn", equalTo(ReorganizationRequests.DAY))
                .body("seats[0].validTo", equalTo(ReorganizationRequests.DAY));
        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(account));
        Api.as(admin).get(unions).then().body("endedOn", equalTo(null)).body("seats[0].validTo", equalTo(END));
        assertEquals(List.of("CHAIR " + FIRST + " " + END), assignments(code + "-en"));

        String elsewhere = Api.union(Api.newCode());
        Map<String, Object> away =
                ReorganizationRequests.form("REPARENT", List.of(successor), Map.of("parentId", elsewhere));
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.with(away, "effectiveDate", "2025-08-01"));
        Api.as(admin).get(unions).then().body("endedOn", equalTo(null)).body("seats[0].validTo", equalTo("2025-08-01"));
        assertEquals(List.of("CHAIR " + FIRST + " " + today), assignments(code + "-en"));
    }

    /// The account of An decides on an application, or may not.
    @Test
    void a_seat_ends_with_the_way_of_the_holders_group_to_another_section() {
        String section = Api.section(admin, union, code + "-1");
        String other = Api.section(admin, union, code + "-2");
        String group = Api.section(admin, section, code + "-1-1", "GROUP", "2000-01-01");
        List<String> members = Enrolled.by(officer)
                .member(section, "Lê Thị Chi")
                .member(group, "Phạm Thị Dung")
                .enrol();
        String recognized = recognized(
                code, committee(section, "CHAIR", members.getFirst(), "COMMITTEE_MEMBER", members.getLast()));

        ReorganizationRequests.apply(
                admin, ReorganizationRequests.form("REPARENT", List.of(group), Map.of("parentId", other)));

        Api.as(admin)
                .get(recognized)
                .then()
                .body("seats.find { it.position == 'CHAIR' }.validTo", equalTo(END))
                .body("seats.find { it.position == 'COMMITTEE_MEMBER' }.validTo", equalTo(ReorganizationRequests.DAY));
    }

    private void admit(int status) {
        String applicant = Api.create(officer, "/api/v1/members", Api.applicant(union))
                .statusCode(201)
                .extract()
                .path("id");
        Api.as(account)
                .header("If-Match", "*")
                .body(Map.of("decision", Map.of("number", "05/QĐ-CĐVKS", "date", "2023-02-14")))
                .post("/api/v1/members/" + applicant + "/admit")
                .then()
                .statusCode(status == 403 ? oneOf(403, 404) : equalTo(status));
    }

    private List<String> assignments(String subject) {
        return assignments(subject, "true");
    }

    private List<String> elected(String subject) {
        return assignments(subject, "source = 'ELECTION'");
    }

    private List<String> assignments(String subject, String condition) {
        return sql.list(
                "select role, valid_from, valid_to from assignment where subject = ? and " + condition
                        + " order by role, valid_from",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                subject);
    }

    private String id(String source) {
        return Api.as(admin)
                .get("/api/v1/assignments?unit=" + union + "&subject=" + account)
                .then()
                .extract()
                .path("items.find { it.source == '" + source + "' }.id");
    }
}
