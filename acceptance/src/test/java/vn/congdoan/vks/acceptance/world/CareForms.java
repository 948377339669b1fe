package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Json;

/// Bodies of requests about care that goes on.
public final class CareForms {

    public static final String PATH = "/api/v1/care-commitments";

    private static final String DUE_ON = "2023-11-20";

    private CareForms() {}

    public static ObjectNode care(String unit, String fund) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("name", "Phụng dưỡng " + Forms.word())
                .put("kind", "HARDSHIP")
                .put("fundId", fund)
                .put("amount", 10)
                .put("everyMonths", 3)
                .put("firstDueOn", DUE_ON)
                .put("date", "2023-02-01")
                .put("lastDueOn", "2033-12-31");
        form.putObject("beneficiary").put("kind", "OUTSIDE_PERSON").put("name", "Bà " + Forms.word());
        return form;
    }

    /// What a step of a commitment is told with.
    public static ObjectNode step(String step) {
        return switch (step) {
            case "approve" -> {
                ObjectNode form = Json.object();
                form.set("decision", Forms.decision());
                yield form;
            }
            case "end" ->
                Json.object().put("date", "2024-01-10").put("reason", "MOVED").put("text", "Chuyển về " + Forms.word());
            case "leave-out" -> Json.object().put("dueOn", DUE_ON).put("reason", "Đã trao " + Forms.word());
            case "pay" ->
                Json.object()
                        .put("dueOn", DUE_ON)
                        .put("date", DUE_ON)
                        .put("method", "CASH")
                        .put("voucher", "PC " + Forms.word())
                        .put("receivedBy", "Bà " + Forms.word());
            case "return" -> Json.object().put("dueOn", DUE_ON).put("text", "Không gặp được " + Forms.word());
            default -> Json.object();
        };
    }
}
