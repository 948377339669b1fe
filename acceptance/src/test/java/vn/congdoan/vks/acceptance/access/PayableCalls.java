package vn.congdoan.vks.acceptance.access;

import java.util.Arrays;
import java.util.stream.Stream;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.PayableForms;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about what is owed by decisions.
final class PayableCalls {

    private static final String[] CLAIMED = {"recognise", "pay", "revoke", "claim"};

    private PayableCalls() {}

    static boolean knows(String operation) {
        return operation.contains("Payable");
    }

    static Call of(String operation, Records records, String unit) {
        return switch (operation) {
            case "listPayables" -> {
                records.payable(unit);
                yield Call.get(PayableForms.PATH + "?unit=" + unit);
            }
            case "getPayable" ->
                Call.get(PayableForms.PATH + "/" + records.payable(unit).id());
            case "listPayableEntries" ->
                Call.get(PayableForms.PATH + "/"
                        + records.payable(unit, "recognise").id() + "/entries");
            case "revokePayable" -> step("revoke", records.payable(unit), records, unit);
            case "cancelPayable" -> step("cancel", records.payable(unit), records, unit);
            case "recognisePayable" -> step("recognise", records.payable(unit), records, unit);
            case "releasePayable" -> step("release", records.payable(unit, "recognise"), records, unit);
            case "payPayable" -> step("pay", records.payable(unit, "recognise"), records, unit);
            case "returnPayable" -> step("return", records.payable(unit, "recognise", "pay"), records, unit);
            case "claimPayable" -> step("claim", records.payable(unit, "recognise", "pay", "revoke"), records, unit);
            case "recoverPayable" -> step("recover", records.payable(unit, CLAIMED), records, unit);
            case "takeBackPayableRecovery" ->
                step("take-back-recovery", records.payable(unit, claimedAnd("recover")), records, unit);
            case "writeOffPayable" -> step("write-off", records.payable(unit, CLAIMED), records, unit);
            default ->
                ValidCalls.creation(
                        operation,
                        "/payables",
                        PayableForms.payable(unit, records.member(unit).id()));
        };
    }

    private static String[] claimedAnd(String step) {
        return Stream.concat(Arrays.stream(CLAIMED), Stream.of(step)).toArray(String[]::new);
    }

    private static Call step(String step, Made payable, Records records, String unit) {
        String path = PayableForms.PATH + "/" + payable.id() + "/" + step;
        Call call = step.equals("cancel")
                ? Call.of("POST", path, Json.object())
                : Call.of(
                        "POST",
                        path,
                        PayableForms.step(step, () -> records.filledFund(unit), () -> records.recoveryOf(payable)));
        return call.with("If-Match", payable.etag()).with("Idempotency-Key", Forms.id());
    }
}
