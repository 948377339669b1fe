package vn.congdoan.vks.welfare.programme;

import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about programmes as people send them.
public final class ProgrammeRequests {

    public static final String PROGRAMMES = "/api/v1/support-programmes";

    private ProgrammeRequests() {}

    public static Map<String, @Nullable Object> programme(Organization unit, String fund) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("name", "Tết Giáp Thìn " + UUID.randomUUID());
        form.put("kind", "HARDSHIP");
        form.put("fundId", fund);
        form.put("groups", List.of("MEMBERS"));
        form.put("amount", 2);
        return form;
    }

    public static Response list(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(PROGRAMMES);
    }

    /// Takes a step with a programme as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        return step(caller, UUID.randomUUID().toString(), before, step, form);
    }

    public static Response step(
            RequestSpecification caller, String key, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header("Idempotency-Key", key).header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(PROGRAMMES + "/" + before.path("id") + "/" + step);
    }

    /// A programme for everybody of the unit, whose money is kept back.
    public static Response approved(Organization unit, Organization union, String fund) {
        Response listed = list(as("OFFICER", union), programme(unit, fund));
        listed.then().statusCode(201);
        Response approved = step(as("CHAIR", union), listed, "approve", approval());
        approved.then().statusCode(200);
        return approved;
    }

    public static Map<String, Object> approval() {
        return Map.of("decision", Map.of("number", "15/QĐ-CĐVKS", "date", "2024-01-15"));
    }

    public static Map<String, Object> payment() {
        return Map.of("date", "2024-02-01", "method", "BANK", "voucher", "UNC 03/2024");
    }
}
