package vn.congdoan.vks.gateway.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The gateway starts and serves its open pages while the sign-in system is away.
@QuarkusTest
@TestProfile(IssuerAwayTest.Away.class)
class IssuerAwayTest {

    /// Nothing listens at port 1.
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realm", "quarkus.oidc.connection-delay", "1s");
        }
    }

    @Test
    void a_token_that_cannot_be_checked_is_neither_accepted_nor_called_invalid() {
        given().auth()
                .oauth2("e30.e30.e30")
                .get("/api/v1/members")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("identity-unavailable"));
    }

    @Test
    void open_pages_are_served_and_a_missing_token_is_still_missing() {
        given().get("/openapi.json").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/api/v1/members").then().statusCode(401);
    }
}
