package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DuesExemptionsTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String exemptions = "";

    @BeforeEach
    void enrolSomebody() {
        String union = Api.union(code, "OFFICER", "CHAIR", "ACCOUNTANT");
        String member =
                Enrolled.by(officer).member(union, "Nguyễn Thị Ánh").enrol().getFirst();
        exemptions = "/api/v1/members/" + member + "/dues-exemptions";
    }

    @Test
    void an_exemption_is_granted_by_decision_and_ended_before_its_time() {
        String exemption = exemptions + "/"
                + grant("2024-01-01", "2024-07-01").statusCode(201).extract().path("id");
        grant("2024-06-30", null).statusCode(409).body("code", equalTo("exemptions-overlap"));

        end(exemption, "2024-07-01").statusCode(409).body("code", equalTo("exemption-ended"));
        end(exemption, "2024-01-01").statusCode(422).body("errors[0].pointer", equalTo("/on"));
        end(exemption, "2024-05-01").statusCode(200).body("validTo", equalTo("2024-05-01"));
        grant("2024-05-01", null).statusCode(201).body("$", not(hasKey("validTo")));

        Api.as(code + "-accountant")
                .get(exemptions)
                .then()
                .statusCode(200)
                .body("items.validFrom", contains("2024-01-01", "2024-05-01"))
                .body("items[0].reason", equalTo("UNPAID_LEAVE"))
                .body("items[0].decision.number", equalTo("03/QĐ-CĐ"));
    }

    @Test
    void only_an_officer_of_the_union_grants_and_only_its_staff_reads() {
        String other = Api.newCode();
        Api.union(other, "OFFICER");

        Api.create(code + "-chair", exemptions, form("2024-01-01", null)).statusCode(403);
        Api.create(other + "-officer", exemptions, form("2024-01-01", null)).statusCode(404);
        Api.as(other + "-officer").get(exemptions).then().statusCode(404);
        Api.as(Api.FIRST_ADMIN).get(exemptions).then().statusCode(404);
        Api.as(officer).get(exemptions).then().body("items", empty());
    }

    @Test
    void nobody_is_exempt_who_is_no_member_or_for_no_days() {
        grant("2009-12-31", null).statusCode(422).body("errors[0].code", equalTo("no-member-then"));
        grant("2024-01-01", "2024-01-01").statusCode(422).body("errors[0].pointer", equalTo("/validTo"));
    }

    @Test
    void a_repeated_grant_is_one() {
        Map<String, Object> form = form("2024-01-01", null);
        form.put("id", UUID.randomUUID().toString());

        Api.create(officer, exemptions, form).statusCode(201);
        Api.create(officer, exemptions, form).statusCode(200).body("id", equalTo(form.get("id")));
        form.put("validFrom", "2024-02-01");
        Api.create(officer, exemptions, form).statusCode(412);
    }

    private ValidatableResponse grant(String from, @Nullable String to) {
        return Api.create(officer, exemptions, form(from, to));
    }

    private ValidatableResponse end(String exemption, String on) {
        return Api.act(officer, exemption, "end", Map.of("on", on));
    }

    private static Map<String, Object> form(String from, @Nullable String to) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "validFrom",
                from,
                "reason",
                "UNPAID_LEAVE",
                "decision",
                Map.of("number", "03/QĐ-CĐ", "date", "2024-01-02")));
        if (to != null) {
            form.put("validTo", to);
        }
        return form;
    }
}
