package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;

/// Makes payment files in one union as the people whose task it is.
public final class PaymentFileRecords {

    public static final String FILES = "/api/v1/payment-files";
    public static final String ACCOUNTS = "/api/v1/payee-accounts";

    private final Records records;
    private final Api gateway;
    private final Account accountant;
    private final Account chair;
    private final Account cashier;

    PaymentFileRecords(Records records, Api gateway, Account accountant, Account chair, Account cashier) {
        this.records = records;
        this.gateway = gateway;
        this.accountant = accountant;
        this.chair = chair;
        this.cashier = cashier;
    }

    /// The id of a case of the unit that is approved and whose payee has an account.
    public String payable(String unit) {
        String id = records.support(unit, "verify", "propose", "approve").id();
        gateway.send(Call.of("POST", ACCOUNTS, accounts(unit, id)), accountant.token())
                .require(200);
        return id;
    }

    public static ObjectNode accounts(String unit, String supportCase) {
        ObjectNode form = Json.object().put("unitId", unit);
        form.putArray("accounts")
                .addObject()
                .put("kind", "SUPPORT_CASE")
                .put("payeeId", supportCase)
                .set("account", account());
        return form;
    }

    private static ObjectNode account() {
        return Json.object()
                .put("bankCode", "VCB")
                .put("number", "0011004123456")
                .put("holder", "Hộ bà " + Forms.word());
    }

    /// What a bank is to pay by a new case of the unit.
    public ObjectNode form(String unit) {
        String supportCase = payable(unit);
        String fund = gateway.send(Call.get("/api/v1/support-cases/" + supportCase), accountant.token())
                .require(200)
                .json()
                .path("fundId")
                .asText();
        ObjectNode form = Json.object()
                .put("fundId", fund)
                .put("date", "2023-11-20")
                .put("content", "Trợ cấp " + Forms.word())
                .put("voucher", "UNC " + Forms.word());
        form.set("from", account());
        form.putArray("pays").addObject().put("kind", "SUPPORT_CASE").put("id", supportCase);
        return form;
    }

    /// A file, brought as far as it is told.
    public Made file(String unit, String... steps) {
        String path = FILES + "/" + Forms.id();
        Answer drawn = gateway.send(Call.of("PUT", path, form(unit)).with("If-None-Match", "*"), accountant.token())
                .require(201);
        Made file = new Made(drawn.json().path("id").asText(), drawn.header("ETag"), drawn.json());
        for (String step : steps) {
            Call call = Call.of("POST", path + "/" + step, Json.object())
                    .with("If-Match", file.etag())
                    .with("Idempotency-Key", Forms.id());
            Account by = step.equals("approve") ? chair : cashier;
            Answer answer = gateway.send(call, by.token()).require(200);
            file = new Made(file.id(), answer.header("ETag"), answer.json());
        }
        return file;
    }

    /// The bank's answer comes.
    public void answered(Call upload) {
        gateway.send(upload, cashier.token()).require(200);
    }

    /// By which the bank's answer finds the line of a file.
    public String reference(Made file) {
        JsonNode lines = gateway.send(Call.get(FILES + "/" + file.id() + "/lines"), cashier.token())
                .require(200)
                .json();
        return lines.at("/items/0/reference").asText();
    }
}
