package vn.congdoan.vks.welfare.drive;

import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about drives and pledges as people send them.
public final class DriveRequests {

    public static final String DRIVES = "/api/v1/drives";

    private DriveRequests() {}

    public static Map<String, @Nullable Object> drive(Organization unit, String fund) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("fundId", fund);
        form.put("name", "Ủng hộ đồng bào " + UUID.randomUUID());
        form.put("legalBasis", "Kế hoạch số 12/KH-CĐVKS");
        form.put("goal", 800_000_000);
        form.put("opensOn", "2023-10-01");
        form.put("closesOn", "2023-12-31");
        return form;
    }

    public static Response open(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(DRIVES);
    }

    public static Response pledge(Response drive, Map<String, ?> donor, long amount) {
        Response pledged = step(
                as("ACCOUNTANT", QNG),
                drive,
                "pledges",
                Map.of("donor", donor, "amount", amount, "date", "2023-10-02"));
        pledged.then().statusCode(200);
        return pledged;
    }

    public static Response extend(Response drive, String day) {
        return step(as("ACCOUNTANT", QNG), drive, "extend", Map.of("closesOn", day));
    }

    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header(
                        "Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(DRIVES + "/" + before.path("id") + "/" + step);
    }

    public static Response show(Response drive) {
        return as("CHAIR", QNG).get(DRIVES + "/" + drive.path("id"));
    }

    public static Response pledges(Response drive) {
        return as("ACCOUNTANT", QNG).get(DRIVES + "/" + drive.path("id") + "/pledges");
    }
}
