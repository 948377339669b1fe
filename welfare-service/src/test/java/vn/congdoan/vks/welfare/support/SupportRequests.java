package vn.congdoan.vks.welfare.support;

import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.welfare.MoneyRequests;

/// Requests about support as people send them.
public final class SupportRequests {

    public static final String CASES = "/api/v1/support-cases";
    public static final String LIMITS = "/api/v1/support-limits";

    private SupportRequests() {}

    /// Support for a household that nobody of the union belongs to.
    public static Map<String, @Nullable Object> household(Organization unit) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("kind", "HARDSHIP");
        form.put("beneficiary", new LinkedHashMap<>(Map.of("kind", "HOUSEHOLD", "name", "Hộ bà Minh Họa")));
        form.put("date", "2023-11-10");
        form.put("amount", 300);
        form.put("reason", "Nhà hư hỏng sau bão");
        return form;
    }

    public static Map<String, @Nullable Object> forMember(Organization unit, String kind) {
        Map<String, @Nullable Object> form = household(unit);
        form.put("kind", kind);
        form.put("beneficiary", Map.of("kind", "MEMBER", "memberId", unit.member()));
        return form;
    }

    public static Response request(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(CASES);
    }

    /// Takes a step with a case as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        return step(caller, UUID.randomUUID().toString(), before, step, form);
    }

    public static Response step(
            RequestSpecification caller, String key, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header("Idempotency-Key", key).header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(CASES + "/" + before.path("id") + "/" + step);
    }

    /// A case that an accountant has proposed to pay out of a fund.
    public static Response proposed(Organization unit, Map<String, @Nullable Object> form, String fund, long amount) {
        Response requested = request(as("OFFICER", unit), form);
        requested.then().statusCode(201);
        Response verified = step(as("OFFICER", unit), requested, "verify", null);
        verified.then().statusCode(200);
        Response proposed = step(as("ACCOUNTANT", unit), verified, "propose", Map.of("fundId", fund, "amount", amount));
        proposed.then().statusCode(200);
        return proposed;
    }

    /// A case whose money is kept back.
    public static Response approved(Organization unit, String fund, long amount) {
        Response approved =
                step(as("CHAIR", unit), proposed(unit, household(unit), fund, amount), "approve", resolution());
        approved.then().statusCode(200);
        return approved;
    }

    public static Map<String, Object> resolution() {
        return Map.of("decision", Map.of("number", "12/NQ-BCH", "date", "2023-11-15"));
    }

    public static Map<String, Object> payment(String method) {
        return Map.of("date", "2023-11-20", "method", method, "voucher", "PC 15/2023", "receivedBy", "Trần Minh Họa");
    }

    /// Puts money into a fund.
    public static void fill(Organization owner, String fund, String method, long amount) {
        MoneyRequests.post(as("ACCOUNTANT", owner), fund, entry("INCOME", amount, method, null))
                .then()
                .statusCode(201);
    }

    public static Response limit(String role, Organization union, Map<String, ?> fields) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("unitId", union.id());
        form.put("validFrom", "2023-01-01");
        form.put("chairUpTo", 100);
        form.put("decision", Map.of("number", "02/NQ-BCH", "date", "2022-12-20"));
        form.putAll(fields);
        return as(role, union)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(LIMITS);
    }
}
