package vn.congdoan.vks.welfare.payfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.put;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.welfare.imports.ImportRequests;

/// Requests about payment files as people send them.
public final class PaymentFileRequests {

    public static final String FILES = "/api/v1/payment-files";
    public static final String ACCOUNTS = "/api/v1/payee-accounts";

    private static final RestAssuredConfig OCTETS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private PaymentFileRequests() {}

    public static Map<String, @Nullable Object> account(String number, String holder) {
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("bankCode", "VCB");
        account.put("number", number);
        account.put("holder", holder);
        return account;
    }

    public static Map<String, Object> payee(String kind, Object id, Object account) {
        return Map.of("kind", kind, "payeeId", id, "account", account);
    }

    public static Response give(RequestSpecification caller, Organization unit, List<? extends Object> accounts) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("unitId", unit.id(), "accounts", accounts))
                .post(ACCOUNTS);
    }

    /// Each of them has an account of the own.
    public static void give(Organization union, String kind, List<? extends Object> payees) {
        for (int from = 0; from < payees.size(); from += 1_000) {
            List<Object> accounts = new ArrayList<>();
            for (int each = from; each < Math.min(from + 1_000, payees.size()); each++) {
                accounts.add(payee(kind, payees.get(each), account("00110%07d".formatted(each), "Trần Thị Hoà")));
            }
            give(as("ACCOUNTANT", union), union, accounts).then().statusCode(200);
        }
    }

    public static Map<String, Object> paid(String kind, Object id) {
        return Map.of("kind", kind, "id", id);
    }

    public static Map<String, @Nullable Object> file(String fund, List<Map<String, Object>> pays) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("fundId", fund);
        form.put("from", account("0101000999999", "Công đoàn VKSND"));
        form.put("date", "2024-02-01");
        form.put("content", "Trợ cấp Tết, đợt 1");
        form.put("voucher", "UNC 03/2024");
        form.put("pays", pays);
        return form;
    }

    public static Response drawUp(RequestSpecification caller, Object form) {
        return put(caller, FILES + "/" + UUID.randomUUID(), form);
    }

    /// A file that is drawn up.
    public static Response drawn(Organization union, String fund, List<Map<String, Object>> pays) {
        Response drawn = drawUp(as("ACCOUNTANT", union), file(fund, pays));
        drawn.then().statusCode(201);
        return drawn;
    }

    /// A file that the bank may have.
    public static Response exported(Organization union, String fund, List<Map<String, Object>> pays) {
        Response approved = step(as("CHAIR", union), drawn(union, fund, pays), "approve", null);
        approved.then().statusCode(200);
        Response exported = step(as("CASHIER", union), approved, "export", null);
        exported.then().statusCode(200);
        return exported;
    }

    /// Takes a step with a file as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header(
                        "Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(FILES + "/" + before.path("id") + "/" + step);
    }

    public static Response get(RequestSpecification caller, Response before) {
        return caller.get(FILES + "/" + before.path("id"));
    }

    public static Response lines(RequestSpecification caller, Response of, String query) {
        return caller.get(FILES + "/" + of.path("id") + "/lines?limit=200" + query);
    }

    public static Response content(RequestSpecification caller, Response of, String type) {
        return caller.accept(type).get(FILES + "/" + of.path("id") + "/content?purpose=Gửi ngân hàng");
    }

    /// What the bank says of a line.
    public static Map<String, Object> result(String reference, String outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("reference", reference);
        result.put("outcome", outcome);
        result.put("date", "2024-02-02");
        if (!outcome.equals("PAID")) {
            result.put("reason", "Sai số tài khoản");
        }
        return result;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Response tell(RequestSpecification caller, Response of, Map<String, Object>... results) {
        return step(caller, of, "results", Map.of("results", List.of(results)));
    }

    /// Uploads the bank's statement, read by the layout of the requests about imports.
    public static Response answer(RequestSpecification caller, Response of, String layout, String query, String rows) {
        return caller.config(OCTETS)
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body((ImportRequests.HEADERS + rows).getBytes(UTF_8))
                .post(FILES + "/" + of.path("id") + "/answer?layout=" + layout + query);
    }

    /// A file with the bank that pays a case, and a row of the bank that settles nothing.
    public static Response answered(Organization union, String fund, String supported) {
        give(union, "SUPPORT_CASE", List.of(supported));
        Response file = exported(union, fund, List.of(paid("SUPPORT_CASE", supported)));
        String row = "02/02/2024;FT9;11;phi chuyen tien;;\n";
        Response answered = answer(as("CASHIER", union), file, ImportRequests.kept(union), "", row);
        answered.then().statusCode(200);
        return answered;
    }
}
