package vn.congdoan.vks.welfare.attachment;

import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about papers at support cases as people send them.
public final class PaperRequests {

    public static final String PDF = "application/pdf";

    private static final RestAssuredConfig OCTETS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(PDF, ContentType.BINARY)
                    .encodeContentTypeAs("image/png", ContentType.BINARY)
                    .encodeContentTypeAs("image/jpeg", ContentType.BINARY)
                    .encodeContentTypeAs("application/zip", ContentType.BINARY));

    private PaperRequests() {}

    /// A file that begins and ends as one of its type, with a word in it again and again.
    public static byte[] pdf(int size) {
        byte[] file = new byte[size];
        byte[] word = "bệnh án ".getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < size; index++) {
            file[index] = word[index % word.length];
        }
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(tail, 0, file, size - tail.length, tail.length);
        return file;
    }

    /// A case of a household.
    public static String caseOf(Organization unit) {
        return request(as("OFFICER", unit), household(unit))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String path(String of) {
        return CASES + "/" + of + "/attachments";
    }

    public static Response attach(RequestSpecification caller, String of, String kind) {
        return attach(caller, of, UUID.randomUUID(), kind, PDF, "Giấy.pdf", pdf(1000));
    }

    public static Response attach(
            RequestSpecification caller, String of, UUID id, String kind, String type, String name, byte[] file) {
        return upload(caller, type, name)
                .header("If-None-Match", "*")
                .queryParam("kind", kind)
                .body(file)
                .put(path(of) + "/" + id);
    }

    static RequestSpecification upload(RequestSpecification caller, String type, String name) {
        return caller.config(OCTETS).contentType(type).header("Content-Disposition", disposition(name));
    }

    static String disposition(String name) {
        return "attachment; filename*=UTF-8''"
                + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static Response fetch(RequestSpecification caller, String of, Response attached) {
        return caller.queryParam("purpose", "Xét duyệt hồ sơ").get(path(of) + "/" + attached.path("id") + "/content");
    }

    static Response withdraw(RequestSpecification caller, String of, Response seen) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", seen.header("ETag"))
                .body(Map.of("reason", "Nhầm hồ sơ"))
                .post(path(of) + "/" + seen.path("id") + "/withdraw");
    }

    static Response remove(RequestSpecification caller, String of, Response attached) {
        return caller.delete(path(of) + "/" + attached.path("id"));
    }
}
