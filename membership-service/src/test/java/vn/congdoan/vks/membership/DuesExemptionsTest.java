package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DuesExemptionsTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String union = "";
    private String member = "";
    private String exemptions = "";

    @Inject
    Sql sql;

    @BeforeEach
    void enrolSomebody() {
        union = Api.union(code, "OFFICER", "CHAIR", "ACCOUNTANT");
        member = "/api/v1/members/"
                + Enrolled.by(officer).member(union, "Nguyễn Thị Ánh").enrol().getFirst();
        exemptions = member + "/dues-exemptions";
    }

    @Test
    void an_exemption_is_granted_by_decision_and_ended_before_its_time() {
        String exemption = exemptions + "/"
                + grant("2024-01-01", "2024-07-01").statusCode(201).extract().path("id");
        grant("2024-06-30", null).statusCode(409).body("code", equalTo("exemptions-overlap"));

        end(exemption, "2024-07-01").statusCode(409).body("code", equalTo("exemption-ended"));
        end(exemption, "2023-12-31").statusCode(422).body("errors[0].pointer", equalTo("/on"));
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
    void one_that_was_granted_wrongly_never_held_and_gives_way() {
        String exemption = exemptions + "/"
                + grant("2024-01-01", null).statusCode(201).extract().path("id");

        end(exemption, "2024-01-01").statusCode(200).body("validTo", equalTo("2024-01-01"));
        end(exemption, "2024-01-01").statusCode(409).body("code", equalTo("exemption-ended"));
        grant("2024-01-01", "2024-07-01").statusCode(201);
    }

    @Test
    void it_ends_with_the_membership() {
        String past = exemptions + "/"
                + grant("2023-01-01", "2023-02-01").statusCode(201).extract().path("id");
        String open = exemptions + "/"
                + grant("2024-01-01", "2024-09-01").statusCode(201).extract().path("id");
        String coming = exemptions + "/"
                + grant("2025-01-01", null).statusCode(201).extract().path("id");

        Api.act(officer, member, "end", Map.of("reason", "RETIRED", "effectiveDate", "2024-05-01"))
                .statusCode(200);

        Api.as(officer).get(past).then().body("validTo", equalTo("2023-02-01"));
        Api.as(officer).get(open).then().body("validTo", equalTo("2024-05-01"));
        Api.as(officer).get(coming).then().body("validTo", equalTo("2025-01-01"));
        grant("2024-02-01", null)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validTo"))
                .body("errors[0].code", equalTo("after-the-membership"));
    }

    @Test
    void it_goes_along_to_another_union() {
        String other = Api.newCode();
        String receiver = Api.union(other, "OFFICER", "CHAIR");
        String exemption = exemptions + "/"
                + grant("2024-01-01", null).statusCode(201).extract().path("id");
        String transfer = TransferRequests.pending(officer, member.substring("/api/v1/members/".length()), receiver);

        TransferRequests.accept(other + "-chair", transfer, "2025-08-01").statusCode(200);

        Api.as(officer).get(exemption).then().statusCode(404);
        Api.as(other + "-officer").get(exemption).then().statusCode(200).body("validFrom", equalTo("2024-01-01"));
        assertEquals(
                List.of("granted " + union, "moved " + receiver),
                sql.list(
                        "select happened || ' ' || owner_union_id from change_pending where aggregate_id = ?"
                                + " union all select happened || ' ' || owner_union_id from change"
                                + " where aggregate_id = ? order by 1",
                        row -> row.getString(1),
                        id(exemption),
                        id(exemption)));
    }

    @Test
    void it_ends_with_a_unit_that_nobody_follows() {
        String section = Api.section(code + "-admin", union, code + "-1");
        member = "/api/v1/members/"
                + Enrolled.by(officer).member(section, "Nguyễn Thị Ánh").enrol().getFirst();
        exemptions = member + "/dues-exemptions";
        String exemption = exemptions + "/"
                + grant("2024-01-01", null).statusCode(201).extract().path("id");

        ReorganizationRequests.apply(code + "-admin", ReorganizationRequests.dissolve(section));

        Api.as(officer).get(exemption).then().body("validTo", equalTo(ReorganizationRequests.DAY));
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

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
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
