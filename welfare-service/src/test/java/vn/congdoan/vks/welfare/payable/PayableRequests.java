package vn.congdoan.vks.welfare.payable;

import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.welfare.MoneyRequests;
import vn.congdoan.vks.welfare.support.SupportRequests;

/// Requests about payables as people send them.
public final class PayableRequests {

    public static final String PAYABLES = "/api/v1/payables";

    private PayableRequests() {}

    /// A fund that pays for all else, with money at the bank.
    public static String fund(Organization owner, long amount) {
        String fund = MoneyRequests.fund(owner, "purposes", List.of("OTHER", "HARDSHIP"));
        SupportRequests.fill(owner, fund, "BANK", amount);
        return fund;
    }

    /// 300 for a member of the unit, by a decision of its own.
    public static Map<String, @Nullable Object> payable(Organization unit) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("memberId", unit.member());
        form.put("text", "Giấy khen");
        form.put("amount", 300);
        form.put("decision", Map.of("number", number(), "date", "2023-11-10"));
        return form;
    }

    public static String number() {
        return UUID.randomUUID().toString().substring(0, 13) + "/QĐ";
    }

    public static Response enter(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(PAYABLES);
    }

    /// One that somebody wrote down.
    public static Response entered(Organization unit) {
        Response entered = enter(as("OFFICER", unit), payable(unit));
        entered.then().statusCode(201);
        return entered;
    }

    /// Takes a step with a payable as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        return step(caller, UUID.randomUUID().toString(), before, step, form);
    }

    public static Response step(
            RequestSpecification caller, String key, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header("Idempotency-Key", key).header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(PAYABLES + "/" + before.path("id") + "/" + step);
    }

    /// A step that succeeds.
    public static Response done(String role, Organization unit, Response before, String step, @Nullable Object form) {
        Response after = step(as(role, unit), before, step, form);
        after.then().statusCode(200);
        return after;
    }

    public static Map<String, Object> recognition(String fund) {
        return Map.of("fundId", fund, "purpose", "OTHER", "date", "2023-11-15");
    }

    public static Map<String, Object> payment() {
        return Map.of("date", "2023-11-20", "method", "BANK", "voucher", "UNC 41/2023");
    }

    public static Map<String, Object> because(String date) {
        return Map.of("text", "Sai số tài khoản", "date", date);
    }

    public static Map<String, Object> revocation() {
        return Map.of("decision", Map.of("number", "05/QĐ", "date", "2024-01-10"));
    }

    public static Map<String, Object> money(long amount) {
        return Map.of("amount", amount, "date", "2024-03-05", "method", "CASH", "voucher", "PT 07/2024");
    }

    public static Response recognised(Organization unit, String fund) {
        return done("ACCOUNTANT", unit, entered(unit), "recognise", recognition(fund));
    }

    public static Response paid(Organization unit, String fund) {
        return done("CASHIER", unit, recognised(unit, fund), "pay", payment());
    }

    /// Paid, revoked, and claimed back.
    public static Response claimed(Organization unit, String fund) {
        Response revoked = done("OFFICER", unit, paid(unit, fund), "revoke", revocation());
        return done("ACCOUNTANT", unit, revoked, "claim", because("2024-02-01"));
    }

    /// What stands on each account of a fund that ever moved, debits positive.
    public static Map<String, Integer> accounts(Organization owner, String fund) {
        JsonPath trial = as("CHAIR", owner)
                .get("/api/v1/funds/" + fund + "/trial-balance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> standing = new HashMap<>();
        for (int line = 0; line < trial.getList("accounts").size(); line++) {
            String at = "accounts[" + line + "]";
            String code = trial.getString(at + ".code");
            standing.put(
                    trial.getString(at + ".account") + (code == null ? "" : "/" + code),
                    trial.getInt(at + ".amounts.closingDebit") - trial.getInt(at + ".amounts.closingCredit"));
        }
        return standing;
    }
}
