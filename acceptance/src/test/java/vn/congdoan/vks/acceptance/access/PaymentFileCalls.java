package vn.congdoan.vks.acceptance.access;

import static vn.congdoan.vks.acceptance.world.PaymentFileRecords.ACCOUNTS;
import static vn.congdoan.vks.acceptance.world.PaymentFileRecords.FILES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.PaymentFileRecords;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about payments through a bank.
final class PaymentFileCalls {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private PaymentFileCalls() {}

    static Call of(String operation, Records records, String unit) {
        PaymentFileRecords files = records.paymentFiles();
        return switch (operation) {
            case "givePayeeAccounts" ->
                Call.of("POST", ACCOUNTS, PaymentFileRecords.accounts(unit, files.payable(unit)));
            case "getPayeeAccount" ->
                Call.get(ACCOUNTS + "/SUPPORT_CASE/" + files.payable(unit)).withQuery("purpose=Chi+tra");
            case "drawUpPaymentFile" ->
                Call.of("PUT", FILES + "/" + Forms.id(), files.form(unit)).with("If-None-Match", "*");
            case "approvePaymentFile" -> step("approve", files.file(unit), Json.object());
            case "cancelPaymentFile" -> step("cancel", files.file(unit), Json.object());
            case "exportPaymentFile" -> step("export", files.file(unit, "approve"), Json.object());
            case "callPaymentFileBack" -> step("call-back", files.file(unit, "approve", "export"), calledBack());
            case "tellBankResults" -> {
                Made file = files.file(unit, "approve", "export");
                yield order("results", file, results(files.reference(file)));
            }
            case "uploadBankAnswer" -> upload(files.file(unit, "approve", "export"), records, unit);
            case "reconcilePaymentFile" -> order("reconcile", files.file(unit, "approve", "export"), Json.object());
            case "getPaymentFileContent" ->
                get(files.file(unit, "approve", "export"), "/content")
                        .withQuery("purpose=Chi+tra")
                        .with("Accept", WORKBOOK);
            case "listPaymentFileLines" -> get(files.file(unit), "/lines");
            case "listUnmatchedBankRows" -> get(strangelyAnswered(files, records, unit), "/unmatched");
            case "getPaymentFile" -> get(files.file(unit), "");
            default -> {
                files.file(unit);
                yield Call.get(FILES + "?unit=" + unit);
            }
        };
    }

    private static Call get(Made file, String below) {
        return Call.get(FILES + "/" + file.id() + below);
    }

    private static Call step(String step, Made file, ObjectNode form) {
        return order(step, file, form).with("If-Match", file.etag());
    }

    /// Whatever version it is made from.
    private static Call order(String step, Made file, ObjectNode form) {
        return Call.of("POST", FILES + "/" + file.id() + "/" + step, form).with("Idempotency-Key", Forms.id());
    }

    private static ObjectNode calledBack() {
        ObjectNode form = Json.object().put("reason", "Ngân hàng đã hủy " + Forms.word());
        form.set("decision", Forms.decision());
        return form;
    }

    private static ObjectNode results(String reference) {
        ObjectNode form = Json.object();
        form.putArray("results")
                .addObject()
                .put("reference", reference)
                .put("outcome", "PAID")
                .put("date", "2023-11-20");
        return form;
    }

    /// The bank tells of movements that are not in the file.
    private static Made strangelyAnswered(PaymentFileRecords files, Records records, String unit) {
        Made file = files.file(unit, "approve", "export");
        files.answered(upload(file, records, unit));
        return file;
    }

    private static Call upload(Made file, Records records, String unit) {
        return new Call("POST", FILES + "/" + file.id() + "/answer", Map.of(), null)
                .withQuery("layout=" + records.layout(unit).id())
                .with("Content-Type", "text/csv")
                .with("Idempotency-Key", Forms.id())
                .withBody(Forms.statement());
    }
}
