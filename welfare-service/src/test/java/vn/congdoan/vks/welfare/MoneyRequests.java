package vn.congdoan.vks.welfare;

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

/// Requests about money as people send them.
public final class MoneyRequests {

    public static final String FUNDS = "/api/v1/funds";
    public static final String CONTRIBUTIONS = "/api/v1/contributions";

    private MoneyRequests() {}

    /// Somebody with this role at this unit.
    public static RequestSpecification as(String role, Organization unit) {
        return given().auth().oauth2(Tokens.of(unit.account(role)));
    }

    /// A new fund that is open since 2022.
    public static String fund(Organization owner) {
        return fund(owner, "opensOn", "2022-01-01");
    }

    public static String fund(Organization owner, String field, Object value) {
        return fund(owner, Map.of(field, value));
    }

    public static String fund(Organization owner, Map<String, ?> fields) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("unitId", owner.id());
        form.put("kind", "SOLIDARITY");
        form.put("name", "Quỹ " + UUID.randomUUID());
        form.put("passThrough", false);
        form.put("purposes", List.of("ILLNESS", "HARDSHIP"));
        form.put("opensOn", "2022-01-01");
        form.put("takesOutsideDonors", true);
        form.putAll(fields);
        return as("ACCOUNTANT", owner)
                .contentType("application/json")
                .body(form)
                .post(FUNDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// A right contribution from a member of the unit.
    public static Map<String, @Nullable Object> contribution(String fund, Organization unit, long amount) {
        return contribution(fund, Map.of("kind", "MEMBER", "memberId", unit.member()), amount);
    }

    public static Map<String, @Nullable Object> contribution(String fund, Map<String, ?> donor, long amount) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("fundId", fund);
        form.put("amount", amount);
        form.put("donor", new LinkedHashMap<>(donor));
        form.put("method", "CASH");
        form.put("date", "2023-10-20");
        return form;
    }

    /// A right expense in cash.
    public static Map<String, @Nullable Object> expense(long amount) {
        return entry("EXPENSE", amount, "CASH", "HARDSHIP");
    }

    public static Map<String, @Nullable Object> entry(
            String kind, long amount, @Nullable String method, @Nullable String purpose) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put("amount", amount);
        form.put("date", "2023-11-20");
        form.put("text", "Thăm đoàn viên");
        if (method != null) {
            form.put("method", method);
        }
        if (purpose != null) {
            form.put("purpose", purpose);
        }
        return form;
    }

    public static Response give(RequestSpecification caller, Object form) {
        return give(caller, UUID.randomUUID().toString(), form);
    }

    public static Response give(RequestSpecification caller, String key, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", key)
                .body(form)
                .post(CONTRIBUTIONS);
    }

    public static Response put(RequestSpecification caller, String path, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(path);
    }

    public static Response post(RequestSpecification caller, String fund, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(entries(fund));
    }

    public static Response reverse(RequestSpecification caller, String fund, String entry, Object form) {
        return reverse(caller, UUID.randomUUID().toString(), fund, entry, form);
    }

    public static Response reverse(RequestSpecification caller, String key, String fund, String entry, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", key)
                .body(form)
                .post(entries(fund) + "/" + entry + "/reverse");
    }

    public static String entries(String fund) {
        return FUNDS + "/" + fund + "/entries";
    }

    /// What the fund shows that it holds.
    public static long balance(Organization owner, String fund) {
        return as("CHAIR", owner).get(FUNDS + "/" + fund).jsonPath().getLong("balance");
    }
}
