package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Who was refused or has left comes back with the same numbers; who is there keeps them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReturnsTest {

    private static final Map<String, Object> DECISION = Map.of("number", "1/QĐ", "date", "2023-02-14");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String union = "";

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR");
    }

    @Test
    void who_was_refused_may_apply_again() {
        Response applied = apply().then().statusCode(201).extract().response();
        step(applied, code + "-chair", "reject", Map.of());

        apply().then().statusCode(201);
        apply().then().statusCode(409).body("code", equalTo("number-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESIGNED", "RETIRED"})
    void who_has_left_may_apply_again_and_be_enrolled(String reason) {
        end(reason);
        Response again = apply().then().statusCode(201).extract().response();
        step(again, code + "-chair", "reject", Map.of());

        enrol("CREATED");
    }

    @Test
    void nobody_takes_the_citizen_id_of_the_deceased() {
        end("DECEASED");

        apply().then().statusCode(409).body("code", equalTo("number-taken"));
        enrol("REJECTED");
        // The member number may be given to another.
        Map<String, Object> other = new HashMap<>(person());
        other.remove("citizenId");
        Api.as(officer).body(other).post("/api/v1/members").then().statusCode(201);
    }

    private void end(String reason) {
        Response applied = apply().then().statusCode(201).extract().response();
        Response admitted = step(applied, code + "-chair", "admit", Map.of("decision", DECISION));
        step(admitted, officer, "end", Map.of("reason", reason, "effectiveDate", "2024-01-01"));
    }

    private Response step(Response member, String by, String step, Map<String, Object> form) {
        return Api.as(by)
                .header("If-Match", member.header("ETag"))
                .body(form)
                .post("/api/v1/members/" + member.path("id") + "/" + step)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private Response apply() {
        return Api.as(officer).body(person()).post("/api/v1/members");
    }

    private void enrol(String outcome) {
        Map<String, Object> row = new HashMap<>(person());
        row.put("id", UUID.randomUUID());
        row.put("joinedOn", "2024-06-01");
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of(row)))
                .statusCode(200)
                .body("items[0].outcome", equalTo(outcome));
    }

    private Map<String, Object> person() {
        Map<String, Object> person = new HashMap<>(Api.applicant(union));
        person.putAll(Map.of("citizenId", "051185004321", "memberNumber", "DV-1", "cardNumber", "T-1"));
        return person;
    }
}
