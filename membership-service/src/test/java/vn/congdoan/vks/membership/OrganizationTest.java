package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class OrganizationTest {

    @Test
    void the_first_start_makes_the_central_union() {
        given().auth()
                .oauth2(Tokens.of("first-admin"))
                .when()
                .get("/api/v1/units?code=VKSTC")
                .then()
                .log()
                .all()
                .statusCode(200)
                .body("items[0].kind", equalTo("CENTRAL_UNION"));
    }
}
