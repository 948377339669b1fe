package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Json;

/// What requests about goods and visits are made of.
public final class GoodsForms {

    private GoodsForms() {}

    /// Rice from somebody who did not want to be named.
    public static ObjectNode inKind(String fund) {
        ObjectNode form =
                Json.object().put("fundId", fund).put("method", "GOODS").put("date", "2023-10-20");
        form.putObject("donor").put("kind", "ANONYMOUS");
        form.putArray("goods")
                .addObject()
                .put("name", "Gạo tẻ")
                .put("quantity", 100)
                .put("unit", "kg")
                .put("value", 1_800_000)
                .put("valuedBy", "INVOICE");
        return form;
    }

    /// Some of it for somebody in hardship.
    public static ObjectNode issue(String goods) {
        return gifts(goods)
                .put("kind", "SUPPORT")
                .put("purpose", "HARDSHIP")
                .put("text", "Trao quà cho hộ nghèo " + Forms.word());
    }

    /// Some of it that is taken along on a visit.
    public static ObjectNode gifts(String goods) {
        ObjectNode form = Json.object().put("date", "2023-11-20");
        form.putArray("items").addObject().put("goodsId", goods).put("quantity", 0.01);
        return form;
    }

    public static ObjectNode visit() {
        ObjectNode form = Json.object().put("date", "2023-11-20");
        form.putArray("visitors").addObject().put("name", "Ông " + Forms.word());
        return form;
    }

    public static ObjectNode visitMade() {
        return Json.object().put("date", "2023-11-21");
    }
}
