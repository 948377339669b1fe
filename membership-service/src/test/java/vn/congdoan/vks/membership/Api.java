package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.testing.Tokens;

/// Calls the service as somebody would, and sets up what a test needs through the API alone: a union of its own, so
/// that
/// tests do not meet.
final class Api {

    static final String FIRST_ADMIN = "first-admin";

    private Api() {}

    static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }

    static String central() {
        return as(FIRST_ADMIN)
                .get("/api/v1/units?code=VKSTC")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /// A new provincial union below the central one, with its ADMIN `<code>-admin` and the given roles
    /// `<code>-<role>`.
    static String union(String code, String... roles) {
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

    static String section(String admin, String parent, String code) {
        return create(
                        admin,
                        "/api/v1/units",
                        Map.of(
                                "kind",
                                "SECTION",
                                "parentId",
                                parent,
                                "code",
                                code,
                                "name",
                                "Bộ phận " + code,
                                "validFrom",
                                "2000-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse grant(String by, String subject, String role, String unit) {
        return create(
                by,
                "/api/v1/assignments",
                Map.of("subject", subject, "role", role, "unitId", unit, "validFrom", "2020-01-01"));
    }

    static ValidatableResponse create(String by, String path, Map<String, ?> body) {
        return as(by).body(body).post(path).then();
    }

    /// A code that no other test uses.
    static String newCode() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
