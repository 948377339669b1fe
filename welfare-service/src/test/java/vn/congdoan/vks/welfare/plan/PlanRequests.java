package vn.congdoan.vks.welfare.plan;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about contribution plans as people send them.
public final class PlanRequests {

    public static final String PLANS = "/api/v1/contribution-plans";

    private PlanRequests() {}

    /// The same of everybody of the unit.
    public static Map<String, @Nullable Object> plan(Organization unit, String fund, long amount) {
        Map<String, @Nullable Object> form = listed(unit, fund);
        form.put("amount", amount);
        return form;
    }

    /// Of each what is told later.
    public static Map<String, @Nullable Object> listed(Organization unit, String fund) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("fundId", fund);
        form.put("name", "Một ngày lương " + UUID.randomUUID());
        form.put("dueOn", "2023-10-31");
        return form;
    }

    public static Response make(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(PLANS);
    }

    /// Takes a step with a plan as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header(
                        "Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(PLANS + "/" + before.path("id") + "/" + step);
    }

    public static Map<String, Object> expected(UUID member, String field, long dong) {
        return Map.of("members", List.of(Map.of("memberId", member, field, dong)));
    }
}
