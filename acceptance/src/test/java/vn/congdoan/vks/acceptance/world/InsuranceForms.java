package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Json;

/// Bodies of requests about group insurance.
public final class InsuranceForms {

    public static final String PATH = "/api/v1/insurance-policies";

    private InsuranceForms() {}

    /// A policy that insures everybody who is a member on its first day.
    public static ObjectNode policy(String unit, String fund) {
        return Json.object()
                .put("unitId", unit)
                .put("insurer", "Bảo hiểm " + Forms.word())
                .put("number", "BHTT " + Forms.word())
                .put("covers", "Tai nạn " + Forms.word())
                .put("validFrom", "2024-01-01")
                .put("validTo", "2190-01-01")
                .put("premium", 10)
                .put("fundId", fund)
                .put("insureAll", true);
    }

    /// A fund that may pay premiums.
    public static ObjectNode fund(String unit) {
        ObjectNode form = Forms.fund(unit);
        form.putArray("purposes").add("OTHER");
        return form;
    }

    public static ObjectNode endorsement() {
        return Json.object().put("date", "2024-06-01").put("number", "SĐBS " + Forms.word());
    }

    public static ObjectNode premium() {
        return Json.object()
                .put("amount", 10)
                .put("date", "2024-01-10")
                .put("method", "CASH")
                .put("voucher", "PC " + Forms.word());
    }

    public static ObjectNode claim(String member) {
        return Json.object()
                .put("memberId", member)
                .put("eventOn", "2024-05-02")
                .put("date", "2024-05-20")
                .put("amount", 5_000);
    }

    public static ObjectNode settlement() {
        return Json.object().put("amount", 4_500).put("date", "2024-06-15");
    }

    public static ObjectNode refusal() {
        return Json.object().put("date", "2024-06-15");
    }
}
