package vn.congdoan.vks.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The document of the API as it is served.
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()));
                    }
                }));
    }

    /// Fetches it, without a token.
    public static OpenApi of(Api gateway) {
        return new OpenApi(
                gateway.send(Call.get("/openapi.json"), null).require(200).json());
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// The node itself, or what its `$ref` names.
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    /// The schema of the JSON body of an operation; missing where it takes none.
    public JsonNode bodySchema(Operation operation) {
        JsonNode content = resolve(operation.node().path("requestBody")).path("content");
        for (JsonNode each : content) {
            return resolve(each.path("schema"));
        }
        return content;
    }

    /// One operation.
    ///
    /// @param node its part of the document
    public record Operation(String id, String method, String path, JsonNode node) {

        public boolean takesBody() {
            return node.has("requestBody");
        }

        /// Whether its body is a file, and nothing of ours.
        public boolean takesFile() {
            return node.path("requestBody").path("content").has("text/csv");
        }

        /// Whether its body is a paper, which is streamed.
        public boolean takesPaper() {
            return node.path("requestBody").path("content").has("application/pdf");
        }

        /// Whether it has this parameter, in a query or a header.
        public boolean hasParameter(String name) {
            return !parameter(name).isMissingNode();
        }

        public JsonNode parameter(String name) {
            for (JsonNode each : node.path("parameters")) {
                if (each.path("name").asText().equals(name)) {
                    return each;
                }
            }
            return node.path("nothing");
        }

        /// The names of its query parameters.
        public List<String> queryParameters() {
            List<String> names = new ArrayList<>();
            for (JsonNode each : node.path("parameters")) {
                if (each.path("in").asText().equals("query")) {
                    names.add(each.path("name").asText());
                }
            }
            return names;
        }

        /// Who may do it, as the document says.
        public List<String> roles() {
            List<String> roles = new ArrayList<>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
