package vn.congdoan.vks.welfare.care;

import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.welfare.MoneyRequests;

/// Requests about care that goes on, as people send them.
public final class CareRequests {

    public static final String CARE = "/api/v1/care-commitments";

    private CareRequests() {}

    /// A fund for Heroic Mothers with some cash in it.
    public static String fund(Organization owner, long cash) {
        String fund = MoneyRequests.fund(owner, "purposes", List.of("HERO_MOTHER_CARE", "DISASTER", "RETIREE_GIFT"));
        fill(owner, fund, "CASH", cash);
        return fund;
    }

    /// A hundred for somebody outside, on the last day of each month since the end of 2023.
    public static Map<String, @Nullable Object> care(Organization unit, String fund) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("name", "Phụng dưỡng suốt đời");
        form.put("kind", "HERO_MOTHER_CARE");
        form.put("beneficiary", Map.of("kind", "OUTSIDE_PERSON", "name", "Bà Minh Họa"));
        form.put("fundId", fund);
        form.put("amount", 100);
        form.put("everyMonths", 1);
        form.put("firstDueOn", "2023-12-31");
        form.put("date", "2023-11-01");
        return form;
    }

    public static Map<String, @Nullable Object> with(Map<String, ?> form, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    public static Response commit(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(CARE);
    }

    /// Takes a step with a commitment as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        return step(caller, UUID.randomUUID().toString(), before, step, form);
    }

    public static Response step(
            RequestSpecification caller, String key, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header("Idempotency-Key", key).header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(CARE + "/" + before.path("id") + "/" + step);
    }

    /// A commitment that the chair has approved by a resolution of November 2023.
    public static Response approved(Organization unit, Map<String, ?> form) {
        Response written = commit(as("OFFICER", unit), form);
        written.then().statusCode(201);
        Response approved = step(as("CHAIR", unit), written, "approve", resolution());
        approved.then().statusCode(200);
        return approved;
    }

    public static Map<String, Object> payment(String dueOn, String date) {
        return Map.of(
                "dueOn", dueOn, "date", date, "method", "CASH", "voucher", "PC 15/2023", "receivedBy", "Bà Minh Họa");
    }

    public static Response days(Organization unit, Response commitment) {
        return as("OFFICER", unit).get(CARE + "/" + commitment.path("id") + "/payments?limit=200");
    }
}
