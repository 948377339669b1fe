package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Json;

/// Bodies of requests about what members are expected to give, and about drives.
public final class CollectingForms {

    private CollectingForms() {}

    public static ObjectNode plan(String unit, String fund) {
        return Json.object()
                .put("unitId", unit)
                .put("fundId", fund)
                .put("name", "Một ngày lương " + Forms.id())
                .put("dueOn", "2023-10-31")
                .put("amount", 350_000);
    }

    public static ObjectNode expectation(String member) {
        ObjectNode form = Json.object();
        form.putArray("members").addObject().put("memberId", member).put("amount", 200_000);
        return form;
    }

    public static ObjectNode excuse(String member) {
        ObjectNode form = Json.object().put("reason", "Nghỉ không hưởng lương");
        form.putArray("memberIds").add(member);
        return form;
    }

    public static ObjectNode drive(String unit, String fund) {
        return Json.object()
                .put("unitId", unit)
                .put("fundId", fund)
                .put("name", "Ủng hộ đồng bào " + Forms.id())
                .put("goal", 800_000_000)
                .put("opensOn", "2023-10-01")
                .put("closesOn", "2023-12-31");
    }

    public static ObjectNode extension() {
        return Json.object().put("closesOn", "2024-01-31");
    }

    public static ObjectNode pledge() {
        ObjectNode form = Json.object().put("amount", 50_000_000).put("date", "2023-10-20");
        form.putObject("donor").put("kind", "OUTSIDE").put("name", "Công ty TNHH Minh Họa");
        return form;
    }
}
