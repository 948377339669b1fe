package vn.congdoan.vks.welfare.attachment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.PDF;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.attach;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.caseOf;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.disposition;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.fetch;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.path;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.pdf;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.remove;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.upload;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.withdraw;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.attachment.Uploads;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;

/// Papers at a case: taken as they come, kept sealed, given out for a purpose.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class SupportAttachmentTest {

    private static final int MOST = 10 * 1024 * 1024;

    @Inject
    Sql sql;

    private String of = "";

    @BeforeEach
    void a_case() {
        of = caseOf(QNG);
    }

    @AfterEach
    void the_records_stand_again() {
        sql.change("delete from home where union_id = ?", QNG.id());
    }

    @Test
    void a_file_of_ten_megabytes_comes_back_as_it_was_sent_and_is_to_be_saved() throws Exception {
        byte[] file = pdf(MOST);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        UUID id = UUID.randomUUID();
        Response made = attach(as("CASHIER", QNG), of, id, "SIGNED_RECEIPT", PDF, "Biên nhận số 15.pdf", file);
        made.then()
                .statusCode(201)
                .header("Location", equalTo(RestAssured.baseURI + ":" + RestAssured.port + path(of) + "/" + id))
                .body("kind", equalTo("SIGNED_RECEIPT"))
                .body("name", equalTo("Biên nhận số 15.pdf"))
                .body("type", equalTo("PDF"))
                .body("size", equalTo(MOST))
                .body("sha256", equalTo(sha256))
                .body("$", not(hasKey("withdrawnAt")));
        Response fetched = fetch(as("CHAIR", QNG), of, made);
        fetched.then()
                .statusCode(200)
                .header("Content-Type", equalTo(PDF))
                .header("Content-Length", equalTo(Integer.toString(MOST)))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename*=UTF-8''Bi%C3%AAn%20nh%E1%BA%ADn%20s%E1%BB%91%2015.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("Cache-Control", equalTo("private, no-store"));
        assertArrayEquals(file, fetched.asByteArray());
        fetch(as("CHAIR", QNG).accept("image/png"), of, made).then().statusCode(406);
        as("OFFICER", QNG)
                .get(path(of))
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(made.jsonPath().getMap("$"))));
        assertEquals(
                List.of("Xét duyệt hồ sơ"),
                sql.list(
                        "select purpose from audit_entry where resource_id = ? and action = 'read-sensitive'",
                        row -> row.getString(1),
                        id));
    }

    @Test
    void at_rest_nobody_reads_what_a_paper_says_or_what_it_is_called() {
        Response made = attach(as("OFFICER", QNG), of, "HEALTH_PAPER");
        made.then().statusCode(201);
        UUID id = UUID.fromString(made.path("id"));
        List<byte[]> kept = sql.list("""
                select sealed from attachment_part join attachment using (content_id) where attachment_id = ?
                union all select name from attachment where attachment_id = ?
                """, row -> row.getBytes(1), id, id);
        assertEquals(2, kept.size());
        for (byte[] each : kept) {
            String text = new String(each, StandardCharsets.UTF_8);
            assertTrue(!text.contains("bệnh án") && !text.contains("Giấy"), text);
        }
    }

    @Test
    void what_a_paper_about_health_is_called_is_only_told_with_the_paper() {
        Response made = attach(as("OFFICER", QNG), of, "HEALTH_PAPER");
        made.then().statusCode(201).body("$", not(hasKey("name")));
        as("CHAIR", QNG)
                .get(path(of) + "/" + made.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("$", not(hasKey("name")));
        fetch(as("CHAIR", QNG), of, made)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo(disposition("Giấy.pdf")));
        Refusal.of(
                as("CHAIR", QNG).get(path(of) + "/" + made.path("id") + "/content"),
                400,
                "invalid-request",
                "?purpose",
                "required");
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_it_says_so_or_not_and_leaves_nothing() throws Exception {
        byte[] file = pdf(MOST + 1);
        Refusal.of(
                attach(as("OFFICER", QNG), of, UUID.randomUUID(), "OTHER", PDF, "a.pdf", file), 413, "body-too-large");
        HttpResponse<String> chunked = inChunks(file);
        assertEquals(413, chunked.statusCode(), chunked.body());
        assertEquals(201, inChunks(pdf(100_000)).statusCode());
        assertEquals(0, Uploads.unsettled(sql));
    }

    @Test
    void other_bodies_stay_small_where_files_are_large() throws Exception {
        Map<String, @Nullable Object> form = household(QNG);
        form.put("reason", "a".repeat(3_000_000));
        Refusal.of(as("OFFICER", QNG).contentType("application/json").body(form).post(CASES), 413, "body-too-large");
        byte[] large = ("{" + " ".repeat(3_000_000) + "}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> chunked = send("POST", CASES, "application/json", large);
        assertEquals(413, chunked.statusCode(), chunked.body());
    }

    @Test
    void the_octets_say_what_a_file_is() {
        byte[] html = "<html><script>alert(1)</script>%%EOF".getBytes(StandardCharsets.US_ASCII);
        refused(html, PDF, "a.pdf", "", "file-of-another-type");
        refused(pdf(100), "image/png", "a.png", "", "file-of-another-type");
        refused("%PDF-1.7 cut off".getBytes(StandardCharsets.US_ASCII), PDF, "a.pdf", "", "file-incomplete");
        refused(pdf(100), PDF, "a.exe", "Content-Disposition", "extension-of-another-type");
        refused(pdf(100), PDF, "../a.pdf", "Content-Disposition", "not-a-file-name");
        Refusal.of(
                attach(as("OFFICER", QNG), of, UUID.randomUUID(), "OTHER", PDF, "a.pdf", new byte[0]),
                400,
                "invalid-request",
                "",
                "required");
        attach(as("OFFICER", QNG), of, UUID.randomUUID(), "OTHER", "application/zip", "a.zip", pdf(100))
                .then()
                .statusCode(415);
        byte[] photo = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        attach(as("OFFICER", QNG), of, UUID.randomUUID(), "OTHER", "image/jpeg", "Ảnh.JPG", photo)
                .then()
                .statusCode(201)
                .body("type", equalTo("JPEG"));
        assertEquals(0, Uploads.unsettled(sql));
    }

    private void refused(byte[] file, String type, String name, String pointer, String rule) {
        Refusal.of(
                attach(as("OFFICER", QNG), of, UUID.randomUUID(), "OTHER", type, name, file),
                422,
                "rule-broken",
                pointer,
                rule);
    }

    @Test
    void an_equal_upload_again_is_the_same_paper_and_another_one_is_refused() {
        UUID id = UUID.randomUUID();
        Response made = attach(as("OFFICER", QNG), of, id, "OTHER", PDF, "a.pdf", pdf(200_000));
        made.then().statusCode(201);
        attach(as("OFFICER", QNG), of, id, "OTHER", PDF, "a.pdf", pdf(200_000))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("$", equalTo(made.jsonPath().getMap("$")));
        Refusal.of(attach(as("OFFICER", QNG), of, id, "OTHER", PDF, "a.pdf", pdf(200_001)), 412, "already-exists");
        Refusal.of(attach(as("OFFICER", QNG), of, id, "OTHER", PDF, "b.pdf", pdf(200_000)), 412, "already-exists");
        Refusal.of(
                attach(as("OFFICER", QNG), caseOf(QNG), id, "OTHER", PDF, "a.pdf", pdf(200_000)),
                412,
                "already-exists");
        upload(as("OFFICER", QNG), PDF, "a.pdf")
                .queryParam("kind", "OTHER")
                .body(pdf(100))
                .put(path(of) + "/" + UUID.randomUUID())
                .then()
                .statusCode(428);
        assertArrayEquals(pdf(200_000), fetch(as("INSPECTOR", QNG), of, made).asByteArray());
        as("OFFICER", QNG).get(path(of)).then().body("items", hasSize(1));
    }

    @Test
    void nobody_outside_the_union_knows_of_a_paper_and_only_those_who_work_at_a_case_add_one() {
        Response made = attach(as("ACCOUNTANT", QNG), of, "DECISION");
        made.then().statusCode(201);
        for (RequestSpecification stranger :
                List.of(as("OFFICER", NAN), as("CHAIR", VKSTC), as("INSPECTOR", VKSTC), as("OFFICER", QNG_01))) {
            Refusal.of(stranger.get(path(of)), 404, "not-found");
        }
        for (String role : List.of("OFFICER", "CASHIER")) {
            Refusal.of(attach(as(role, NAN), of, "OTHER"), 404, "not-found");
            Refusal.of(fetch(as(role, NAN), of, made), 404, "not-found");
            Refusal.of(remove(as(role, NAN), of, made), 404, "not-found");
            Refusal.of(withdraw(as(role, NAN), of, made), 404, "not-found");
        }
        for (String role : List.of("CHAIR", "INSPECTOR")) {
            Refusal.of(attach(as(role, QNG), of, "OTHER"), 403, "forbidden");
            Refusal.of(remove(as(role, QNG), of, made), 403, "forbidden");
            Refusal.of(withdraw(as(role, QNG), of, made), 403, "forbidden");
        }
        for (String role : List.of("ADMIN", "INTEGRATOR")) {
            Refusal.of(attach(as(role, QNG), of, "OTHER"), 404, "not-found");
        }
        Refusal.of(fetch(as("CHAIR", QNG), caseOf(QNG), made), 404, "not-found");
    }

    @Test
    void a_paper_goes_by_whom_it_came_from_until_the_case_is_decided_and_is_withdrawn_afterwards() {
        Response made = attach(as("OFFICER", QNG), of, "OTHER");
        Refusal.of(remove(as("CASHIER", QNG), of, made), 403, "attachment-of-somebody-else");
        remove(as("OFFICER", QNG), of, made).then().statusCode(204);
        Refusal.of(remove(as("OFFICER", QNG), of, made), 404, "not-found");
        assertEquals(0, Uploads.unsettled(sql));
        String fund = fund(QNG);
        fill(QNG, fund, "CASH", 1_000);
        String decided = approved(QNG, fund, 100).path("id");
        Response receipt = attach(as("CASHIER", QNG), decided, "SIGNED_RECEIPT");
        receipt.then().statusCode(201);
        Refusal.of(remove(as("CASHIER", QNG), decided, receipt), 409, "attachment-stays");
        Response withdrawn = withdraw(as("CASHIER", QNG), decided, receipt);
        withdrawn
                .then()
                .statusCode(200)
                .body("withdrawal", equalTo("Nhầm hồ sơ"))
                .body("$", hasKey("withdrawnAt"));
        Refusal.of(withdraw(as("CASHIER", QNG), decided, receipt), 412, "stale");
        Refusal.of(withdraw(as("CASHIER", QNG), decided, withdrawn), 409, "attachment-withdrawn");
        Refusal.of(fetch(as("CHAIR", QNG), decided, receipt), 409, "attachment-withdrawn");
        assertArrayEquals(
                pdf(1000), fetch(as("INSPECTOR", QNG), decided, receipt).asByteArray());
        as("CHAIR", QNG).get(path(decided)).then().body("items.id", hasItem(receipt.<String>path("id")));
    }

    @Test
    void a_case_has_at_most_fifty_papers() {
        for (int number = 0; number < 50; number++) {
            attach(as("OFFICER", QNG), of, "OTHER").then().statusCode(201);
        }
        Refusal.of(attach(as("OFFICER", QNG), of, "OTHER"), 409, "too-many-attachments");
        Response first = as("OFFICER", QNG).get(path(of) + "?limit=30");
        first.then().body("items", hasSize(30));
        as("OFFICER", QNG)
                .get(path(of) + "?limit=30&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(20))
                .body("next", equalTo(null));
    }

    @Test
    void what_was_sent_and_never_became_a_paper_is_swept_away() {
        UUID old = Uploads.broken(sql, 61);
        UUID young = Uploads.broken(sql, 59);
        Uploads.sweep();
        assertEquals(0, Uploads.parts(sql, old));
        assertEquals(1, Uploads.parts(sql, young));
        sql.change("update attachment_upload set begun_at = begun_at - interval '2 minutes'");
        Uploads.sweep();
        assertEquals(0, Uploads.unsettled(sql));
    }

    @Test
    void papers_move_with_their_union_and_stand_still_on_the_way() {
        byte[] file = pdf(1_000_000);
        Response made = attach(as("OFFICER", QNG), of, UUID.randomUUID(), "HEALTH_PAPER", PDF, "a.pdf", file);
        MovingContract.carry(QNG.id());
        Response fetched = fetch(as("OFFICER", QNG), of, made);
        fetched.then().statusCode(200).header("Content-Disposition", equalTo(disposition("a.pdf")));
        assertArrayEquals(file, fetched.asByteArray());
        sql.change("insert into home (union_id, node, moving_to) values (?, 'central', 'qng')", QNG.id());
        Refusal.of(attach(as("OFFICER", QNG), of, "OTHER"), 503, "records-move");
        Refusal.of(withdraw(as("OFFICER", QNG), of, made), 503, "records-move");
        Refusal.of(remove(as("OFFICER", QNG), of, made), 503, "records-move");
        fetch(as("OFFICER", QNG), of, made).then().statusCode(200);
    }

    private HttpResponse<String> inChunks(byte[] file) throws IOException, InterruptedException {
        return send("PUT", path(of) + "/" + UUID.randomUUID() + "?kind=OTHER", PDF, file);
    }

    private static HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                            .header("Authorization", "Bearer " + Tokens.of(QNG.account("OFFICER")))
                            .header("Content-Type", type)
                            .header("Content-Disposition", disposition("a.pdf"))
                            .header("If-None-Match", "*")
                            .version(HttpClient.Version.HTTP_1_1)
                            .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
