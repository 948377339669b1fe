package vn.congdoan.vks.platform.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an API document as its users do and lists what they would miss.
final class OpenApiReview {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    private final Map<String, Object> document;
    private final Map<String, Object> schemas;
    private final Set<String> operationIds = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    OpenApiReview(Map<String, Object> document) {
        this.document = document;
        this.schemas = map(map(document.get("components")).get("schemas"));
    }

    List<String> findings() {
        need(String.valueOf(document.get("openapi")).startsWith("3.1"), "the document is not OpenAPI 3.1");
        need(document.get("security") != null, "no security requirement");
        need(!map(document.get("paths")).isEmpty(), "no paths");
        map(document.get("paths")).forEach((path, item) -> {
            need(path.startsWith("/api/v1/"), path + " is outside /api/v1");
            map(item).forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    review(method + " " + path, map(operation));
                }
            });
        });
        schemas.forEach(this::reviewSchema);
        references(document);
        return findings;
    }

    private void review(String name, Map<String, Object> operation) {
        String id = String.valueOf(operation.get("operationId"));
        need(operationIds.add(id) && !id.equals("null"), name + ": operationId missing or doubled");
        need(!list(operation.get("tags")).isEmpty(), name + ": no tag");
        need(isText(operation.get("summary")), name + ": no summary");
        need(isText(operation.get("description")), name + ": no description");
        need(!list(operation.get("x-roles")).isEmpty(), name + ": no x-roles");
        for (Object each : list(operation.get("parameters"))) {
            Map<String, Object> parameter = map(each);
            need(isText(parameter.get("description")), name + ": undescribed parameter " + parameter.get("name"));
            boolean saysWhichVersion = "If-None-Match".equals(parameter.get("name"))
                    || ("If-Match".equals(parameter.get("name")) && !name.startsWith("put "));
            need(
                    !saysWhichVersion || Boolean.TRUE.equals(parameter.get("required")),
                    name + ": without " + parameter.get("name") + " it answers 428, but it is not required");
        }
        if (operation.get("requestBody") != null) {
            need(hasExample(operation.get("requestBody")), name + ": no example of a request");
        }
        Map<String, Object> answers = map(operation.get("responses"));
        for (String failure : List.of("400", "401", "403", "503")) {
            need(answers.containsKey(failure), name + ": no answer " + failure);
        }
        answers.forEach((status, answer) -> reviewAnswer(name + " " + status, status, map(answer)));
    }

    /// Nothing of a file can be shown in a document.
    private static boolean isFile(Map<String, Object> answer) {
        Map<String, Object> content = map(answer.get("content"));
        return !content.isEmpty()
                && content.values().stream()
                        .allMatch(each ->
                                "binary".equals(map(map(each).get("schema")).get("format")));
    }

    private void reviewAnswer(String name, String status, Map<String, Object> answer) {
        need(isText(answer.get("description")), name + ": undescribed answer");
        if (status.startsWith("2")) {
            need(status.equals("204") || isFile(answer) || hasExample(answer), name + ": no example of the answer");
        } else {
            need(map(answer.get("content")).containsKey(PROBLEM), name + ": no problem details");
        }
    }

    /// An example stands at the content itself or at its schema. Of a file that may come in several types one is shown.
    private boolean hasExample(@Nullable Object holder) {
        Map<String, Object> contents = map(map(holder).get("content"));
        return contents.containsKey(JSON)
                ? showsExample(map(contents.get(JSON)))
                : contents.values().stream().anyMatch(each -> showsExample(map(each)));
    }

    private boolean showsExample(Map<String, Object> content) {
        Map<String, Object> schema = resolved(map(content.get("schema")));
        return content.get("example") != null
                || content.get("examples") != null
                || !list(schema.get("examples")).isEmpty();
    }

    private void reviewSchema(String name, Object schema) {
        need(isText(map(schema).get("description")), "schema " + name + ": no description");
        map(map(schema).get("properties")).forEach((property, each) -> {
            Map<String, Object> described = map(each);
            need(
                    isText(described.get("description"))
                            || isText(resolved(described).get("description")),
                    "schema " + name + ": undescribed " + property);
        });
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        Object reference = schema.get("$ref");
        return reference == null
                ? schema
                : map(schemas.get(String.valueOf(reference).replaceFirst("#/components/schemas/", "")));
    }

    private void references(@Nullable Object node) {
        switch (node) {
            case Map<?, ?> fields -> {
                if (fields.get("$ref") instanceof String reference) {
                    need(
                            schemas.containsKey(reference.replaceFirst("#/components/schemas/", "")),
                            reference + " refers to nothing");
                }
                fields.values().forEach(this::references);
            }
            case Collection<?> items -> items.forEach(this::references);
            case null, default -> {}
        }
    }

    private void need(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }
}
