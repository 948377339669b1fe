package vn.congdoan.vks.gateway.asyncapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.gateway.testing.Surroundings;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class AsyncApiTest {

    @Test
    void is_one_document_in_two_forms_for_everybody() throws IOException {
        var yaml = given().get("/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asByteArray();
        var json = given().get("/asyncapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
        var document = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        assertEquals(new ObjectMapper().readTree(json), document);
        assertEquals("3.0.0", document.path("asyncapi").asText());
        assertEquals(
                "vks.membership.member",
                document.path("channels")
                        .path("membership.member")
                        .path("address")
                        .asText());
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().get("/asyncapi.json").then().extract().asByteArray());
        var references = document.findValuesAsText("$ref");
        assertFalse(references.isEmpty());
        for (var reference : references) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), () -> reference + " leads nowhere");
        }
    }

    @Test
    void publishes_the_schema_of_every_kind_of_record_where_its_events_say() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().get("/asyncapi.json").then().extract().asByteArray());
        var messages = document.path("components").path("messages");
        assertTrue(messages.size() >= 4);
        for (JsonNode message : messages) {
            var address = message.path("headers")
                    .path("properties")
                    .path("ce_dataschema")
                    .path("const")
                    .asText();
            given().get(address)
                    .then()
                    .statusCode(200)
                    .contentType("application/schema+json")
                    .body("'$id'", equalTo(address))
                    .body("type", equalTo("object"));
        }
        given().get("/asyncapi/schemas/membership.member.v1.json").then().body("required", hasItem("fullName"));
    }

    @Test
    void there_is_nothing_else() {
        given().get("/asyncapi/schemas/nothing.json").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/asyncapi/x").then().statusCode(404);
    }
}
