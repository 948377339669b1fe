package vn.congdoan.vks.welfare.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about imports as people send them.
public final class ImportRequests {

    public static final String LAYOUTS = "/api/v1/contribution-layouts";
    public static final String IMPORTS = "/api/v1/contribution-imports";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// The headers that the layout of these requests names.
    public static final String HEADERS = "Ngày;Số CT;Ghi có;Nội dung;Họ tên;Mã\n";

    static final RestAssuredConfig OCTETS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("text/csv", ContentType.TEXT)
                    .encodeContentTypeAs(WORKBOOK, ContentType.BINARY));

    private ImportRequests() {}

    public static Map<String, @Nullable Object> layout(Organization unit) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("name", "Sao kê " + UUID.randomUUID());
        form.put(
                "columns",
                new LinkedHashMap<>(Map.of(
                        "date", "Ngày",
                        "amount", "Ghi có",
                        "reference", "Số CT",
                        "description", "Nội dung",
                        "name", "Họ tên",
                        "member", "Mã")));
        form.put(
                "notation",
                new LinkedHashMap<>(Map.of("datePattern", "dd/MM/yyyy", "groupSeparator", ".", "delimiter", ";")));
        return form;
    }

    /// A layout that is kept.
    public static String kept(Organization unit) {
        return keep(as("ACCOUNTANT", unit), layout(unit))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response keep(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(LAYOUTS);
    }

    public static Response upload(RequestSpecification caller, String fund, String layout, String csv) {
        return upload(caller, UUID.randomUUID(), fund, layout, "text/csv", csv.getBytes(UTF_8));
    }

    public static Response upload(
            RequestSpecification caller, UUID id, String fund, String layout, String type, byte[] file) {
        return caller.config(OCTETS)
                .contentType(type)
                .header("If-None-Match", "*")
                .queryParam("fund", fund)
                .queryParam("layout", layout)
                .body(file)
                .put(IMPORTS + "/" + id);
    }

    public static Response correct(RequestSpecification caller, Response before, List<Map<String, Object>> rows) {
        return step(caller, UUID.randomUUID().toString(), before, "correct", Map.of("rows", rows));
    }

    /// Confirms what the last answer showed.
    public static Response confirm(RequestSpecification caller, Response seen) {
        return confirm(caller, seen, seen.path("accepted"));
    }

    public static Response confirm(RequestSpecification caller, Response seen, Object accepted) {
        return step(caller, UUID.randomUUID().toString(), seen, "confirm", accepted);
    }

    public static Response undo(RequestSpecification caller, Response seen) {
        return step(caller, UUID.randomUUID().toString(), seen, "undo", Map.of("text", "Nhầm quỹ"));
    }

    public static Response step(RequestSpecification caller, String key, Response before, String step, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", before.header("ETag"))
                .body(form)
                .post(IMPORTS + "/" + before.path("id") + "/" + step);
    }

    public static Response get(RequestSpecification caller, Response before) {
        return caller.get(IMPORTS + "/" + before.path("id"));
    }

    public static Response rows(RequestSpecification caller, Response of, String query) {
        return caller.get(IMPORTS + "/" + of.path("id") + "/rows?limit=200" + query);
    }
}
