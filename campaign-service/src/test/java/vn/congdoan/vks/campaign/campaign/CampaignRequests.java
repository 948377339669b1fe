package vn.congdoan.vks.campaign.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.Tokens;

/// Requests about campaigns as people send them.
public final class CampaignRequests {

    public static final String CAMPAIGNS = "/api/v1/campaigns";

    private CampaignRequests() {}

    /// Somebody with this role at this unit.
    public static RequestSpecification as(String role, Organization unit) {
        return given().auth().oauth2(Tokens.of(unit.account(role)));
    }

    /// A right request for a campaign of a name that nobody used before.
    public static Map<String, @Nullable Object> form(Organization owner) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", owner.id());
        form.put("kind", "MOVEMENT");
        form.put("name", "Phong trào thi đua " + UUID.randomUUID());
        form.put("startsOn", "2022-01-01");
        return form;
    }

    public static Map<String, @Nullable Object> form(Organization owner, String field, @Nullable Object value) {
        Map<String, @Nullable Object> form = form(owner);
        form.put(field, value);
        return form;
    }

    public static Response post(RequestSpecification caller, Object form) {
        return caller.contentType("application/json").body(form).post(CAMPAIGNS);
    }

    public static Response put(RequestSpecification caller, UUID id, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(CAMPAIGNS + "/" + id);
    }

    /// Creates a campaign as its unit's officer and tells its id.
    public static String created(Map<String, @Nullable Object> form, Organization owner) {
        return post(as("OFFICER", owner), form).then().statusCode(201).extract().path("id");
    }

    /// Launches a campaign as the chair of its unit.
    public static Response launch(RequestSpecification caller, String id, String etag) {
        return caller.contentType("application/json").header("If-Match", etag).post(CAMPAIGNS + "/" + id + "/launch");
    }

    /// Creates a campaign and launches it, and tells its id.
    public static String launched(Map<String, @Nullable Object> form, Organization owner) {
        String id = created(form, owner);
        launch(as("CHAIR", owner), id, "\"0-campaign\"").then().statusCode(200);
        return id;
    }

    /// Creates a campaign that was launched on this day, and tells its id.
    public static String launched(Map<String, @Nullable Object> form, Organization owner, String day) {
        String id = created(form, owner);
        launch(as("CHAIR", owner).body(Map.of("launchedOn", day)), id, "\"0-campaign\"")
                .then()
                .statusCode(200);
        return id;
    }

    /// A launched campaign of 2022, over long ago.
    public static String over(Organization owner, Organization... called) {
        Map<String, @Nullable Object> form = form(owner, "endsOn", "2022-12-31");
        form.put("scopeUnitIds", Arrays.stream(called).map(Organization::id).toList());
        return launched(form, owner, "2022-01-10");
    }

    /// A launched campaign of this unit that calls these units.
    public static String launched(Organization owner, Organization... called) {
        List<UUID> scope = Arrays.stream(called).map(Organization::id).toList();
        return launched(form(owner, "scopeUnitIds", scope), owner);
    }

    /// A target as it is set.
    public static Map<String, Object> target(String name, Object value) {
        return Map.of("name", name, "unitOfMeasure", "%", "value", value, "direction", "AT_LEAST");
    }
}
