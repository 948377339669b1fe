package vn.congdoan.vks.campaign.commitment;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about commitments as people send them.
public final class CommitmentRequests {

    static final String COMMITMENTS = "/api/v1/commitments";

    private CommitmentRequests() {}

    public static Map<String, Object> ofUnit(String campaign, Organization unit) {
        return form(campaign, "unitId", unit.id());
    }

    public static Map<String, Object> ofMember(String campaign, UUID member) {
        return form(campaign, "memberId", member);
    }

    private static Map<String, Object> form(String campaign, String field, UUID subject) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("campaignId", campaign);
        form.put(field, subject);
        form.put("text", "Giải quyết đơn đúng hạn");
        form.put("deadline", "2030-12-31");
        return form;
    }

    public static Response post(RequestSpecification caller, Object form) {
        return caller.contentType("application/json").body(form).post(COMMITMENTS);
    }

    static Response put(RequestSpecification caller, UUID id, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(COMMITMENTS + "/" + id);
    }
}
