package vn.congdoan.vks.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;

@QuarkusTest
@TestProfile(DocumentTest.ExampleContracts.class)
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class DocumentTest {

    /// Joins the example contracts of these tests in place of the committed ones.
    public static final class ExampleContracts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vks.contracts", "example-contracts",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/example-openapi");
        }
    }

    @Test
    void is_served_as_json_and_as_yaml() throws IOException {
        var json = given().get("/openapi.json").then().statusCode(200).contentType("application/json");
        json.body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Công đoàn VKSND API"))
                .body("info.version", equalTo("1"))
                .body("info.license.identifier", equalTo("Apache-2.0"))
                .body("servers.url", equalTo(java.util.List.of("/")));
        var yaml = given().get("/openapi").then().statusCode(200).extract().asString();
        var fromJson = new ObjectMapper().readTree(json.extract().asString());
        var fromYaml = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        assertEquals(fromJson.path("paths"), fromYaml.path("paths"));
    }

    @Test
    void holds_what_the_contracts_and_the_gateway_offer() {
        given().get("/openapi.json")
                .then()
                .body("paths.keySet()", hasItems("/api/v1/audit", "/api/v1/members/{id}", "/api/v1/funds"))
                .body("paths.keySet()", everyItem(startsWith("/api/v1/")))
                .body("paths.'/api/v1/audit'.get.operationId", equalTo("listAuditEntries"))
                .body("paths.'/api/v1/audit'.get.x-roles", equalTo(java.util.List.of("INSPECTOR")))
                .body("components.schemas", hasKey("Status"))
                .body("components.schemas", not(hasKey("Secret")))
                .body("toString()", not(containsString("internal")));
    }

    /// What the joined document says of an operation is what its contract says, to the letter.
    @Test
    void loses_nothing_of_a_contract() throws IOException {
        var contract = contract("example-contracts/membership-service.yaml");
        ((com.fasterxml.jackson.databind.node.ObjectNode) contract.at("/paths/~1api~1v1~1members~1{id}/get"))
                .remove("security");
        var joined = new ObjectMapper().readTree(given().get("/openapi.json").asString());
        assertEquals(contract.at("/paths/~1api~1v1~1members~1{id}"), joined.at("/paths/~1api~1v1~1members~1{id}"));
        for (var name : java.util.List.of("Member", "Status", "Problem", "AuditEntry")) {
            assertEquals(contract.at("/components/schemas/" + name), joined.at("/components/schemas/" + name), name);
        }
        assertEquals(contract.at("/components/parameters/Id"), joined.at("/components/parameters/Id"));
    }

    @Test
    void names_the_login_of_this_installation() {
        given().get("/openapi.json")
                .then()
                .body(
                        "components.securitySchemes.login.flows.authorizationCode.authorizationUrl",
                        equalTo(Tokens.issuer() + "/realm/protocol/openid-connect/auth"))
                .body(
                        "components.securitySchemes.login.flows.authorizationCode.tokenUrl",
                        equalTo(Tokens.issuer() + "/realm/protocol/openid-connect/token"));
    }

    @Test
    void can_be_tried_on_a_page_with_login() {
        var page = given().get("/docs/").then().statusCode(200).extract().asString();
        org.junit.jupiter.api.Assertions.assertTrue(page.contains("'/openapi'") || page.contains("\"/openapi\""), page);
        org.junit.jupiter.api.Assertions.assertTrue(page.contains("console"), page);
        org.junit.jupiter.api.Assertions.assertTrue(page.contains("usePkceWithAuthorizationCodeGrant"), page);
        given().redirects().follow(false).get("/docs").then().statusCode(org.hamcrest.Matchers.oneOf(200, 302));
        given().get("/docs/oauth2-redirect.html").then().statusCode(200);
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200);
    }

    private static JsonNode contract(String resource) throws IOException {
        try (var in = DocumentTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        }
    }
}
