package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Whoever was refused or has left applies again; steps and their decisions.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReadmissionTest {

    private static final Map<String, Object> DECISION =
            Map.of("number", "07/QĐ-CĐ", "date", "2023-08-01", "signer", "Chủ tịch");

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String chair = code + "-chair";
    private String union = "";
    private String member = "";

    @BeforeEach
    void enrolSomebody() {
        union = Api.union(code, "OFFICER", "CHAIR");
        member = Enrolled.by(officer)
                .member(union, "Nguyễn Thị Ánh", "memberNumber", "DV-1")
                .enrol()
                .getFirst();
    }

    @Test
    void an_old_day_that_is_corrected_leaves_the_new_application_where_it_is() {
        String section = Api.section(code + "-admin", union, code + "-1");
        Api.act(officer, "/api/v1/members/" + member, "end", Map.of("reason", "RETIRED", "effectiveDate", "2023-08-01"))
                .statusCode(200);
        Api.act(officer, "/api/v1/members/" + member, "reapply", Map.of("unitId", section))
                .statusCode(200);

        Api.act(
                        officer,
                        "/api/v1/members/" + member,
                        "corrections",
                        Map.of("on", "2023-07-01", "validTo", "2023-07-15", "reason", "Ghi nhầm ngày"))
                .statusCode(200)
                .body("unit.id", equalTo(section));
    }

    @Test
    void a_former_member_is_readmitted_on_the_same_record_by_the_superiors_decision() {
        end("RESIGNED", "2020-06-01").statusCode(200);
        reapply().statusCode(200).body("status", equalTo("APPLIED"));

        admit(Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/decidedBy"));
        admit(Map.of("decidedBy", Map.of("unitId", union)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/decidedBy/unitId"))
                .body("errors[0].code", equalTo("not-a-superior"));
        admit(Map.of("decidedBy", Map.of())).statusCode(422).body("errors[0].code", equalTo("unit-or-external-body"));
        admit(Map.of("decidedBy", Map.of("unitId", Api.central()), "effectiveDate", "2020-05-31"))
                .statusCode(422)
                .body("errors[0].code", equalTo("within-the-former-membership"));
        admit(Map.of("decidedBy", Map.of("unitId", Api.central())))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("joinedOn", equalTo("2010-01-01"))
                .body("rejoinedOn", equalTo("2023-08-01"));

        assertEquals(
                List.of(union + " 2010-01-01 2020-06-01 ADMITTED RESIGNED", union + " 2023-08-01 - READMITTED -"),
                TransferRequests.placements(sql, member));
        steps().body("items.kind", contains("ENROLLED", "ENDED", "APPLIED", "ADMITTED"))
                .body("items[3].decidedBy.unitId", equalTo(Api.central()))
                .body("items[3].decision.number", equalTo("07/QĐ-CĐ"))
                .body("items[1].endReason", equalTo("RESIGNED"));
    }

    @Test
    void a_first_admission_is_the_unions_own() {
        member = Api.create(officer, "/api/v1/members", Api.applicant(union))
                .extract()
                .path("id");

        admit(Map.of("decidedBy", Map.of("unitId", Api.central())))
                .statusCode(422)
                .body("errors[0].code", equalTo("only-for-a-readmission"));
        admit(Map.of()).statusCode(200).body("joinedOn", equalTo("2023-08-01"));
    }

    @Test
    void a_refused_applicant_applies_again_and_a_former_member_who_is_refused_stays_former() {
        String applicant = Api.create(officer, "/api/v1/members", Api.applicant(union))
                .extract()
                .path("id");
        Api.act(chair, "/api/v1/members/" + applicant, "reject", Map.of()).statusCode(200);
        Api.act(officer, "/api/v1/members/" + applicant, "reapply", Map.of("unitId", union))
                .statusCode(200)
                .body("status", equalTo("APPLIED"));

        end("RETIRED", "2020-06-01").statusCode(200);
        reapply().statusCode(200);
        act(chair, "reject", Map.of())
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("RETIRED"));
    }

    @Test
    void members_and_the_deceased_do_not_apply() {
        reapply().statusCode(409).body("code", equalTo("cannot-reapply"));
        end("DECEASED", "2020-06-01").statusCode(200);
        reapply().statusCode(409).body("code", equalTo("cannot-reapply"));
    }

    @Test
    void nobody_applies_again_with_a_number_that_another_has_by_now() {
        end("RESIGNED", "2020-06-01").statusCode(200);
        Enrolled.by(officer)
                .member(union, "Trần Văn Bình", "memberNumber", "DV-1")
                .enrol();

        reapply().statusCode(422).body("errors.pointer", contains("/memberNumber"));
    }

    @Test
    void elsewhere_nobody_applies_for_the_member() {
        end("RESIGNED", "2020-06-01").statusCode(200);
        String other = Api.newCode();
        String elsewhere = Api.union(other, "OFFICER");

        Api.as(other + "-officer")
                .header("If-Match", "*")
                .body(Map.of("unitId", elsewhere))
                .post("/api/v1/members/" + member + "/reapply")
                .then()
                .statusCode(404);
        Api.as(other + "-officer")
                .get("/api/v1/members/" + member + "/steps")
                .then()
                .statusCode(404);
        act(officer, "reapply", Map.of("unitId", elsewhere))
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/unitId"));
    }

    @Test
    void the_union_says_by_which_decision_it_ends_a_membership_and_the_chair_expels() {
        end("INELIGIBLE", "2023-08-01").statusCode(422).body("errors[0].pointer", equalTo("/decision"));
        end("UNIT_DISSOLVED", "2023-08-01").statusCode(422).body("errors[0].pointer", equalTo("/decision"));
        end("EXPELLED", "2023-08-01").statusCode(422).body("errors[0].code", equalTo("only-by-expulsion"));
        act(officer, "expel", Map.of("decision", DECISION)).statusCode(403);
        act(chair, "expel", Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/decision"));

        act(chair, "expel", Map.of("decision", DECISION))
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("EXPELLED"));
        steps().body("items[1].effectiveDate", equalTo("2023-08-01"))
                .body("items[1].decision.signer", equalTo("Chủ tịch"));
    }

    @Test
    void former_members_are_found_by_why_they_left() {
        List<String> others = Enrolled.by(officer)
                .member(union, "Trần Văn Bình")
                .member(union, "Lê Thị Cúc")
                .enrol();
        end("RETIRED", "2020-06-01").statusCode(200);
        Api.act(officer, "/api/v1/members/" + others.getFirst(), "end", Map.of("reason", "DECEASED"))
                .statusCode(200);

        found("endReason=RETIRED").body("items.id", contains(member));
        found("endReason=DECEASED").body("items.id", contains(others.getFirst()));
        found("endReason=EXPELLED").body("items", empty());
        found("status=ENDED").body("items.id", containsInAnyOrder(member, others.getFirst()));
    }

    private ValidatableResponse found(String query) {
        return Api.as(officer)
                .get("/api/v1/members?unit=" + union + "&" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse steps() {
        return Api.as(officer)
                .get("/api/v1/members/" + member + "/steps")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reapply() {
        return act(officer, "reapply", Map.of("unitId", union));
    }

    private ValidatableResponse end(String reason, String day) {
        return act(officer, "end", Map.of("reason", reason, "effectiveDate", day));
    }

    private ValidatableResponse admit(Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", DECISION));
        form.putAll(more);
        return act(chair, "admit", form);
    }

    private ValidatableResponse act(String by, String action, Map<String, ?> form) {
        return Api.act(by, "/api/v1/members/" + member, action, form);
    }
}
