package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import vn.congdoan.vks.acceptance.api.Json;

/// Bodies of requests about what is owed by decisions.
public final class PayableForms {

    public static final String PATH = "/api/v1/payables";

    private PayableForms() {}

    /// Something for a member.
    public static ObjectNode payable(String unit, String member) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("memberId", member)
                .put("text", "Giấy khen " + Forms.word())
                .put("amount", 10);
        form.set("decision", decision("2023-10-25"));
        return form;
    }

    private static ObjectNode decision(String date) {
        return Json.object().put("number", Forms.word() + "/QĐ").put("date", date);
    }

    /// What a step of a payable is told with.
    ///
    /// @param fund one that may be spent on it
    /// @param recovery the entry of money that came back
    public static ObjectNode step(String step, Supplier<String> fund, Supplier<String> recovery) {
        return switch (step) {
            case "recognise" ->
                Json.object()
                        .put("fundId", fund.get())
                        .put("purpose", "HARDSHIP")
                        .put("date", "2023-11-01");
            case "pay" ->
                Json.object().put("date", "2023-11-20").put("method", "CASH").put("voucher", "PC " + Forms.word());
            case "recover" ->
                Json.object()
                        .put("amount", 10)
                        .put("date", "2024-03-05")
                        .put("method", "CASH")
                        .put("voucher", "PT " + Forms.word());
            case "take-back-recovery" ->
                Json.object().put("transferId", recovery.get()).put("text", "Ghi nhầm " + Forms.word());
            case "revoke" -> withDecision("2024-01-10");
            case "write-off" -> withDecision("2024-04-01");
            case "claim" -> Json.object().put("text", "Thu hồi " + Forms.word()).put("date", "2024-02-01");
            default -> Json.object().put("text", "Sai số tài khoản " + Forms.word());
        };
    }

    private static ObjectNode withDecision(String date) {
        ObjectNode form = Json.object();
        form.set("decision", decision(date));
        return form;
    }
}
