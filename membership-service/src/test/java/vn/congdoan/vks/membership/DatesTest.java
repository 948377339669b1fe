package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;

/// What is told as having been was, and in an order that can be.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DatesTest {

    private static final Map<String, Object> ISSUED = Map.of("number", "1/QĐ", "date", "2023-02-14");
    private static final Map<String, Object> UNISSUED = Map.of("number", "1/QĐ", "date", "2199-01-01");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String chair = code + "-chair";
    private String union = "";

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR");
    }

    @Test
    void nothing_rests_on_a_decision_that_is_not_issued_yet() {
        String member = apply().path("id");

        Map<String, Object> form = Map.of("decision", UNISSUED, "effectiveDate", "2023-02-14");
        refused(step(member, chair, "admit", form), "/decision/date", "in-the-future");
        refused(step(member, chair, "admit", Map.of("decision", UNISSUED)), "/decision/date", "in-the-future");
        refused(step(member, chair, "reject", form), "/decision/date", "in-the-future");
        step(member, chair, "admit", Map.of("decision", ISSUED)).then().statusCode(200);
        refused(
                step(member, officer, "end", Map.of("reason", "RESIGNED", "decision", UNISSUED)),
                "/decision/date",
                "in-the-future");
    }

    @Test
    void no_enrolment_rests_on_a_decision_that_is_not_issued_yet() {
        Map<String, Object> row = new HashMap<>(Api.applicant(union));
        row.putAll(Map.of("id", UUID.randomUUID(), "joinedOn", "2010-01-01", "decision", UNISSUED));

        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of(row)))
                .body("items[0].outcome", equalTo("REJECTED"))
                .body("items[0].errors[0].pointer", equalTo("/decision/date"));
    }

    @Test
    void a_member_has_joined_and_not_after_the_first_placement() {
        String member = apply().path("id");
        step(member, chair, "admit", Map.of("decision", ISSUED)).then().statusCode(200);

        refused(patch(member, "{\"joinedOn\": null}"), "/joinedOn", "required");
        refused(patch(member, "{\"joinedOn\": \"2023-02-15\"}"), "/joinedOn", "after-the-first-placement");
        patch(member, "{\"joinedOn\": \"2023-02-13\"}").then().statusCode(200);
        patch(member, "{\"joinedOn\": \"2023-02-14\"}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2199-01-01,           , /party/probationaryOn, in-the-future",
        "2015-05-19, 2199-01-01, /party/officialOn,     in-the-future",
        "2016-05-19, 2015-05-19, /party/officialOn,     empty-period"
    })
    void membership_in_the_party_was_and_in_its_order(
            String probationary, @Nullable String official, String pointer, String rule) {
        Map<String, Object> party = new HashMap<>(Map.of("probationaryOn", probationary));
        if (official != null) {
            party.put("officialOn", official);
        }
        Map<String, Object> form = new HashMap<>(Api.applicant(union));
        form.put("party", party);

        refused(Api.as(officer).body(form).post("/api/v1/members"), pointer, rule);
        refused(
                Api.as(officer)
                        .header("If-Match", "*")
                        .body(Map.of("party", party))
                        .patch("/api/v1/members/" + apply().path("id")),
                pointer,
                rule);
    }

    private Response apply() {
        return Api.as(officer).body(Api.applicant(union)).post("/api/v1/members");
    }

    private static Response step(String member, String by, String step, Map<String, Object> form) {
        return Api.as(by).header("If-Match", "*").body(form).post("/api/v1/members/" + member + "/" + step);
    }

    private Response patch(String member, String patch) {
        return Api.as(officer).header("If-Match", "*").body(patch).patch("/api/v1/members/" + member);
    }

    private static void refused(Response answer, String pointer, String rule) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(rule));
    }
}
