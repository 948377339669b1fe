package vn.congdoan.vks.campaign.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.Tokens;

/// Requests about campaigns as people send them.
final class CampaignRequests {

    static final String CAMPAIGNS = "/api/v1/campaigns";

    private CampaignRequests() {}

    /// Somebody with this role at this unit.
    static RequestSpecification as(String role, Organization unit) {
        return given().auth().oauth2(Tokens.of(unit.account(role)));
    }

    /// A right request for a campaign of a name that nobody used before.
    static Map<String, @Nullable Object> form(Organization owner) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", owner.id());
        form.put("kind", "MOVEMENT");
        form.put("name", "Phong trào thi đua " + UUID.randomUUID());
        form.put("startsOn", "2022-01-01");
        return form;
    }

    static Map<String, @Nullable Object> form(Organization owner, String field, @Nullable Object value) {
        Map<String, @Nullable Object> form = form(owner);
        form.put(field, value);
        return form;
    }

    static Response post(RequestSpecification caller, Object form) {
        return caller.contentType("application/json").body(form).post(CAMPAIGNS);
    }

    static Response put(RequestSpecification caller, UUID id, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(CAMPAIGNS + "/" + id);
    }

    /// Creates a campaign as its unit's officer and tells its id.
    static String created(Map<String, @Nullable Object> form, Organization owner) {
        return post(as("OFFICER", owner), form).then().statusCode(201).extract().path("id");
    }
}
