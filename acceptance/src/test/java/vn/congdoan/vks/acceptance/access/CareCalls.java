package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.CareForms;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about care that goes on.
final class CareCalls {

    private CareCalls() {}

    static boolean knows(String operation) {
        return operation.contains("Care");
    }

    static Call of(String operation, Records records, String unit) {
        return switch (operation) {
            case "listCareCommitments" -> {
                records.care(unit);
                yield Call.get(CareForms.PATH + "?unit=" + unit);
            }
            case "listMissedCare" -> {
                records.care(unit, "approve");
                yield Call.get(CareForms.PATH + "/missed?unit=" + unit);
            }
            case "getCareCommitment" ->
                Call.get(CareForms.PATH + "/" + records.care(unit).id());
            case "listCarePayments" ->
                Call.get(CareForms.PATH + "/" + records.care(unit, "approve").id() + "/payments");
            case "approveCare" -> step("approve", records.care(unit));
            case "cancelCare" -> step("cancel", records.care(unit));
            case "endCare" -> step("end", records.care(unit, "approve"));
            case "leaveOutCare" -> step("leave-out", records.care(unit, "approve"));
            case "payCare" -> step("pay", records.care(unit, "approve"));
            case "returnCarePayment" -> step("return", records.care(unit, "approve", "pay"));
            default ->
                ValidCalls.creation(operation, "/care-commitments", CareForms.care(unit, records.filledFund(unit)));
        };
    }

    private static Call step(String step, Made care) {
        Call call = Call.of("POST", CareForms.PATH + "/" + care.id() + "/" + step, CareForms.step(step));
        return switch (step) {
            case "pay" -> call.with("Idempotency-Key", Forms.id());
            case "return" -> call.with("Idempotency-Key", Forms.id()).with("If-Match", care.etag());
            default -> call.with("If-Match", care.etag());
        };
    }
}
