package vn.congdoan.vks.acceptance.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.api.OpenApi;

/// Spoils a valid body at every place that it has, by what the document says of the place.
final class BodySpoiling {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAME_OF_A_VALUE = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /// Longer than any field may be.
    private static final int LONG = 5_000;

    /// Longer than any text that is read at all.
    private static final int OVERLONG = 100_001;

    private final OpenApi document;
    private final Call valid;
    private final JsonNode body;
    private final boolean patch;
    private final List<Spoiled> all = new ArrayList<>();

    private BodySpoiling(OpenApi document, Call valid) {
        this.document = document;
        this.valid = valid;
        this.body = Json.read(valid.text());
        this.patch = valid.method().equals("PATCH");
    }

    static List<Spoiled> of(OpenApi document, OpenApi.Operation operation, Call valid) {
        BodySpoiling spoiling = new BodySpoiling(document, valid);
        spoiling.visit("", spoiling.body, document.bodySchema(operation));
        return spoiling.all;
    }

    private void visit(String place, JsonNode value, JsonNode schema) {
        if (!place.isEmpty()) {
            spoilType(place, value, document.resolve(schema));
        }
        if (value instanceof ObjectNode object) {
            JsonNode described = describing(schema);
            add(place + "/surprise", "an unknown field", Json.read("1"));
            for (JsonNode required : described.path("required")) {
                String field = place + "/" + required.asText();
                if (!patch) {
                    remove(field);
                }
                add(field, "null in a required field", Json.read("null"));
            }
            object.properties()
                    .forEach(field -> visit(
                            place + "/" + field.getKey(),
                            field.getValue(),
                            described.path("properties").path(field.getKey())));
        } else if (value instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                visit(place + "/" + index, array.get(index), describing(schema).path("items"));
            }
        } else if (value.isTextual()) {
            spoilText(place, value.asText());
        }
    }

    private void spoilType(String place, JsonNode value, JsonNode schema) {
        List<String> others = new ArrayList<>(List.of("true", "7", "1.5", "\"x\"", "[]", "{}"));
        switch (value.getNodeType()) {
            case STRING -> others.remove("\"x\"");
            case NUMBER -> {
                others.remove("7");
                if (schema.path("type").asText().equals("number")) {
                    others.remove("1.5");
                }
                others.add("99999999999999999999");
            }
            case BOOLEAN -> others.remove("true");
            case ARRAY -> others.remove("[]");
            case OBJECT -> others.remove("{}");
            default -> throw new AssertionError("No type to spoil at " + place);
        }
        // An empty object removes nothing and says nothing: as a patch of an object it is valid.
        others.forEach(other -> add(place, "the wrong type " + other, Json.read(other)));
    }

    private void spoilText(String place, String text) {
        spoilRaw(place, "NUL", "\\u0000");
        spoilRaw(place, "half a character", "\\ud800");
        spoilRaw(place, "a control character", "\\u0007");
        add(place, "a long text", Json.object().textNode("x".repeat(LONG)));
        all.add(Spoiled.whole(
                "an overlong text at " + place,
                valid.withBody(Json.write(with(place, Json.object().textNode("x".repeat(OVERLONG))))),
                400));
        if (DATE.matcher(text).matches()) {
            List.of("31/12/2022", "2022-02-30", "2022-12-31T00:00:00Z", "")
                    .forEach(bad -> add(place, "no date", Json.object().textNode(bad)));
        } else if (ID.matcher(text).matches()) {
            List.of("x", "1-1-1-1-1", "", "{" + text + "}")
                    .forEach(bad -> add(place, "no id", Json.object().textNode(bad)));
        } else if (NAME_OF_A_VALUE.matcher(text).matches()) {
            List.of("NO_SUCH_VALUE", "", text.toLowerCase(java.util.Locale.ROOT))
                    .forEach(bad -> add(place, "no such value", Json.object().textNode(bad)));
        }
    }

    /// Not through a tree, which would write some of these differently.
    private void spoilRaw(String place, String what, String escaped) {
        String mark = "MARK-OF-THE-PLACE";
        String text = Json.write(with(place, Json.object().textNode("a" + mark + "b")));
        all.add(Spoiled.at(place, what, valid.withBody(text.replace(mark, escaped))));
    }

    private void add(String place, String what, JsonNode value) {
        all.add(Spoiled.at(place, what, valid.withBody(Json.write(with(place, value)))));
    }

    private void remove(String place) {
        JsonNode copy = body.deepCopy();
        int last = place.lastIndexOf('/');
        ((ObjectNode) copy.at(place.substring(0, last))).remove(place.substring(last + 1));
        all.add(Spoiled.at(place, "a required field left out", valid.withBody(Json.write(copy))));
    }

    private JsonNode with(String place, JsonNode value) {
        JsonNode copy = body.deepCopy();
        int last = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, last));
        String name = place.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return copy;
    }

    /// The part of a schema that lists fields or items, behind references and alternatives with null.
    private JsonNode describing(JsonNode schema) {
        JsonNode found = document.resolve(schema);
        for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode each : found.path(alternatives)) {
                JsonNode candidate = describing(each);
                if (candidate.has("properties") || candidate.has("items")) {
                    return candidate;
                }
            }
        }
        return found;
    }
}
