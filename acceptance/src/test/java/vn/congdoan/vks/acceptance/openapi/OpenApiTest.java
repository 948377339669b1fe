package vn.congdoan.vks.acceptance.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.access.Allowed;
import vn.congdoan.vks.acceptance.access.ValidCalls;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.World;

/// One document describes the whole API, for anybody, and what it shows as examples works.
@ExtendWith(SystemUnderTest.class)
@Order(10)
class OpenApiTest {

    /// What the API consists of at least; more operations may come, these stay.
    private static final List<String> PROMISED =
            List.of("getMe", "listUnits", "listMembers", "enrolMembers", "admitMember", "listCampaigns", "listFunds");

    private final World world;
    private final OpenApi document;

    OpenApiTest(World world) {
        this.world = world;
        this.document = OpenApi.of(world.gateway());
    }

    @Test
    void is_openapi_3_1_in_yaml_and_json_with_the_same_content() throws IOException {
        Answer yaml = world.gateway().send(Call.get("/openapi"), null).require(200);
        assertTrue(yaml.header("Content-Type").contains("yaml"), yaml.header("Content-Type"));
        assertTrue(document.document().path("openapi").asText().startsWith("3.1."));
        assertEquals(document.document(), new YAMLMapper().readTree(yaml.body()));
    }

    /// `./dev test` hands the published document to the linter.
    @Test
    void the_published_document_is_kept_for_the_linter() throws IOException {
        Path kept = Path.of("target", "openapi.json");
        Files.writeString(kept, document.document().toPrettyString());
        assertTrue(Files.size(kept) > 0);
    }

    @Test
    void operations_have_names_of_their_own_and_none_is_missing() {
        Set<String> ids = new HashSet<>();
        document.operations().forEach(each -> assertTrue(ids.add(each.id()), each.id() + " twice"));
        assertTrue(ids.containsAll(PROMISED), ids.toString());
    }

    @TestFactory
    Stream<DynamicTest> every_operation_says_what_it_is_who_may_do_it_and_how_it_fails() {
        return document.operations().stream()
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> requireDescribed(each)));
    }

    private void requireDescribed(Operation operation) {
        JsonNode node = operation.node();
        assertTrue(operation.path().startsWith("/api/v1/"), operation.path());
        assertFalse(node.path("tags").isEmpty(), "no tag");
        assertFalse(node.path("summary").asText().isBlank(), "no summary");
        assertFalse(operation.roles().isEmpty(), "no x-roles");
        for (String status : List.of("400", "401", "403")) {
            JsonNode answer = document.resolve(node.path("responses").path(status));
            assertTrue(answer.path("content").has("application/problem+json"), "no problem details for " + status);
        }
        if (operation.path().contains("{id}")) {
            assertTrue(node.path("responses").has("404"), "no 404");
        }
        boolean succeeds = Stream.of("200", "201", "204").anyMatch(node.path("responses")::has);
        assertTrue(succeeds, "no success");
    }

    @Test
    void every_reference_in_the_document_leads_somewhere() {
        document.document()
                .findValuesAsText("$ref")
                .forEach(reference -> assertFalse(
                        document.document().at(reference.substring(1)).isMissingNode(), reference));
    }

    @Test
    void the_page_to_try_it_loads_without_a_token() {
        Answer page = world.gateway().send(Call.get("/docs/"), null).require(200);
        assertTrue(page.body().contains("swagger-ui"), page.body());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        int short_address = world.gateway().send(Call.get("/docs"), null).status();
        assertTrue(List.of(200, 301, 302, 307, 308).contains(short_address), "status " + short_address);
    }

    @TestFactory
    Stream<DynamicTest> bodies_shown_as_examples_are_accepted() {
        return document.operations().stream()
                .filter(Operation::takesBody)
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> sendExamples(each)));
    }

    private void sendExamples(Operation operation) {
        List<JsonNode> examples = BodyExamples.of(document, operation);
        assertFalse(examples.isEmpty(), "the document shows no body");
        for (JsonNode example : examples) {
            Call valid = new ValidCalls(world, world.own().inside()).of(operation.id(), "");
            Call call = valid.withBody(
                    operation.takesFile() || operation.takesPaper()
                            ? example.asText()
                            : BodyExamples.withRealIds(example, valid.text()));
            Answer answer = world.gateway()
                    .send(call, world.caller(Allowed.somebody(operation.id())).token());
            assertFalse(answer.status() == 400 || answer.status() >= 500, () -> call + "\n" + answer);
            assertTrue(
                    answer.status() < 300 || answer.status() == 409 || answer.status() == 422,
                    () -> call + "\n" + answer);
            if (answer.status() == 200 && answer.json().has("items")) {
                assertEquals("CREATED", answer.json().at("/items/0/outcome").asText(), answer.toString());
            }
        }
    }
}
