package vn.congdoan.vks.welfare.fund;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.Tokens;

/// Requests about funds as people send them.
final class FundRequests {

    static final String FUNDS = "/api/v1/funds";

    private FundRequests() {}

    /// Somebody with this role at this unit.
    static RequestSpecification as(String role, Organization unit) {
        return given().auth().oauth2(Tokens.of(unit.account(role)));
    }

    /// A right request for a fund of a name that nobody used before.
    static Map<String, @Nullable Object> form(Organization owner) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", owner.id());
        form.put("kind", "SOLIDARITY");
        form.put("name", "Quỹ Nghĩa tình " + UUID.randomUUID());
        form.put("passThrough", false);
        form.put("purposes", List.of("ILLNESS", "HARDSHIP"));
        form.put("opensOn", "2022-01-01");
        form.put("takesOutsideDonors", true);
        return form;
    }

    static Map<String, @Nullable Object> form(Organization owner, String field, @Nullable Object value) {
        Map<String, @Nullable Object> form = form(owner);
        form.put(field, value);
        return form;
    }

    static Response post(RequestSpecification caller, Object form) {
        return caller.contentType("application/json").body(form).post(FUNDS);
    }

    static Response put(RequestSpecification caller, UUID id, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(FUNDS + "/" + id);
    }

    /// Creates a fund as its unit's accountant and tells its id.
    static String created(Map<String, @Nullable Object> form, Organization owner) {
        return post(as("ACCOUNTANT", owner), form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
