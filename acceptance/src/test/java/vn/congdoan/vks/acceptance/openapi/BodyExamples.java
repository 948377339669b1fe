package vn.congdoan.vks.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;

/// The request bodies that the document shows to its readers.
final class BodyExamples {

    /// Fields that name something that must exist, or that must not exist twice, and days that must not be before it.
    private static final Set<String> OURS = Set.of(
            "unitId",
            "unionId",
            "node",
            "targetUnitId",
            "toUnitId",
            "unitIds",
            "parentId",
            "campaignId",
            "memberId",
            "scopeUnitIds",
            "fundId",
            "fromFundId",
            "toFundId",
            "externalBodyId",
            "id",
            "subject",
            "code",
            "memberNumber",
            "cardNumber",
            "citizenId",
            "joinedOn",
            "placedSince",
            "kind",
            "position",
            "predecessors",
            "successors");

    private BodyExamples() {}

    /// Whole examples at the body or its schema; else one is put together from the examples of the fields.
    static List<JsonNode> of(OpenApi document, Operation operation) {
        List<JsonNode> examples = new ArrayList<>();
        for (JsonNode content :
                document.resolve(operation.node().path("requestBody")).path("content")) {
            if (content.has("example")) {
                examples.add(content.path("example"));
            }
            content.path("examples")
                    .forEach(each -> examples.add(document.resolve(each).path("value")));
        }
        JsonNode schema = document.bodySchema(operation);
        schema.path("examples").forEach(examples::add);
        if (examples.isEmpty()) {
            examples.add(composed(document, schema));
        }
        return examples;
    }

    private static JsonNode composed(OpenApi document, JsonNode schema) {
        ObjectNode example = Json.object();
        document.resolve(schema).path("properties").properties().forEach(field -> {
            JsonNode described = document.resolve(field.getValue());
            JsonNode shown = field.getValue().path("examples").path(0);
            if (shown.isMissingNode()) {
                shown = described.path("examples").path(0);
            }
            if (!shown.isMissingNode()) {
                example.set(field.getKey(), shown);
            } else if (described.has("properties")) {
                example.set(field.getKey(), composed(document, described));
            } else if (described.path("items").has("$ref")) {
                example.putArray(field.getKey()).add(composed(document, described.path("items")));
            }
        });
        return example;
    }

    /// The example with those of its ids and codes that must be real taken from a valid request, and required fields
    /// for which the document shows no value.
    static String withRealIds(JsonNode example, String valid) {
        return Json.write(withRealIds(example.deepCopy(), valid.isEmpty() ? Json.object() : Json.read(valid)));
    }

    private static JsonNode withRealIds(JsonNode example, JsonNode valid) {
        if (example instanceof ObjectNode shown && valid instanceof ObjectNode real) {
            real.properties().forEach(field -> {
                if (OURS.contains(field.getKey())
                        && (shown.has(field.getKey()) || field.getKey().endsWith("Id"))) {
                    shown.set(field.getKey(), field.getValue());
                } else if (shown.has(field.getKey())) {
                    withRealIds(shown.path(field.getKey()), field.getValue());
                }
            });
        } else if (example.isArray() && valid.isArray() && !example.isEmpty() && !valid.isEmpty()) {
            withRealIds(example.get(0), valid.get(0));
        }
        return example;
    }
}
