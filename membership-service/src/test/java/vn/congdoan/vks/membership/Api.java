package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import vn.congdoan.vks.platform.testing.Tokens;

/// Calls the service as somebody would, and sets up what a test needs through the API alone: a union of its own, so
/// that tests do not meet.
public final class Api {

    public static final String FIRST_ADMIN = "first-admin";

    private Api() {}

    public static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }

    public static String central() {
        return as(FIRST_ADMIN)
                .get("/api/v1/units?code=VKSTC")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /// A new provincial union below the central one, with its ADMIN `<code>-admin` and the given roles
    /// `<code>-<role>`.
    public static String union(String code, String... roles) {
        String id = create(
                        FIRST_ADMIN,
                        "/api/v1/units",
                        Map.of(
                                "kind",
                                "PROVINCIAL_UNION",
                                "parentId",
                                central(),
                                "code",
                                code,
                                "name",
                                "Công đoàn " + code,
                                "validFrom",
                                "2000-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        grant(FIRST_ADMIN, code + "-admin", "ADMIN", id).statusCode(201);
        for (String role : roles) {
            grant(code + "-admin", code + "-" + role.toLowerCase(java.util.Locale.ROOT), role, id)
                    .statusCode(201);
        }
        return id;
    }

    public static String section(String admin, String parent, String code) {
        return section(admin, parent, code, "SECTION", "2000-01-01");
    }

    public static String section(String admin, String parent, String code, String kind, String validFrom) {
        Map<String, String> unit = Map.of(
                "kind", kind, "parentId", parent, "code", code, "name", "Bộ phận " + code, "validFrom", validFrom);
        return create(admin, "/api/v1/units", unit).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse grant(String by, String subject, String role, String unit) {
        return create(
                by,
                "/api/v1/assignments",
                Map.of("subject", subject, "role", role, "unitId", unit, "validFrom", "2020-01-01"));
    }

    /// What somebody applies with, without any number.
    public static Map<String, Object> applicant(String union) {
        return Map.of("unitId", union, "fullName", "Nguyễn Thị Ánh", "gender", "FEMALE", "birth", Map.of("year", 1985));
    }

    public static ValidatableResponse create(String by, String path, Map<String, ?> body) {
        return as(by).body(body).post(path).then();
    }

    /// Does something to a record as it is now.
    public static ValidatableResponse act(String by, String record, String action, Map<String, ?> body) {
        String tag = as(by).get(record).getHeader("ETag");
        return as(by).header("If-Match", tag)
                .body(body)
                .post(record + "/" + action)
                .then();
    }

    /// The answers to one request that many send at the same time.
    public static List<Response> atOnce(int times, Supplier<Response> request) {
        return atOnce(Collections.nCopies(times, request));
    }

    /// The answers to requests that are sent at the same time.
    public static List<Response> atOnce(List<Supplier<Response>> requests) {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            return requests.stream()
                    .map(request -> many.submit(() -> {
                        start.await();
                        return request.get();
                    }))
                    .toList()
                    .stream()
                    .map(Api::result)
                    .toList();
        }
    }

    private static Response result(Future<Response> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A code that no other test uses.
    public static String newCode() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
