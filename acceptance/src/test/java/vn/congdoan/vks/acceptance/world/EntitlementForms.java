package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.congdoan.vks.acceptance.api.Json;

/// What people send about entitlements.
public final class EntitlementForms {

    public static final String RULES = "/api/v1/entitlement-rules";
    public static final String EVENTS = "/api/v1/life-events";
    public static final String ENTITLEMENTS = "/api/v1/entitlements";

    private EntitlementForms() {}

    /// A rule that begins on a day of its own.
    public static ObjectNode rule(String union) {
        ObjectNode limit = Forms.supportLimit(union);
        ObjectNode form = Json.object()
                .put("unitId", union)
                .put("reason", "WEDDING")
                .put("kind", "WEDDING")
                .put("validFrom", limit.path("validFrom").asText())
                .put("withinDays", 365)
                .put("legalBasis", "Quy chế " + Forms.word());
        form.set("decision", limit.path("decision"));
        return form;
    }

    public static ObjectNode wedding(String unit, String member) {
        return note(unit, member, "WEDDING");
    }

    public static ObjectNode illness(String unit, String member) {
        return note(unit, member, "ILLNESS");
    }

    private static ObjectNode note(String unit, String member, String kind) {
        return Json.object()
                .put("unitId", unit)
                .put("memberId", member)
                .put("kind", kind)
                .put("date", today());
    }

    public static ObjectNode end() {
        return Json.object().put("date", today());
    }

    public static ObjectNode withdrawal() {
        return Json.object().put("reason", "Ghi nhầm " + Forms.word());
    }

    public static ObjectNode settingAside(String member) {
        return Json.object().put("memberId", member).put("why", "Từ chối " + Forms.word());
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    }
}
