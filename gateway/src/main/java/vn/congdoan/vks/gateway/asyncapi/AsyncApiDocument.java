package vn.congdoan.vks.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.congdoan.vks.gateway.routing.Backend;

/// The AsyncAPI document of all events, joined at the start from what is said of the whole and the services' committed
/// parts.
@ApplicationScoped
final class AsyncApiDocument {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final String SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final ObjectNode document = read("events/asyncapi.yaml");
    private final Map<String, byte[]> schemas = new HashMap<>();

    AsyncApiDocument(ObjectMapper json) {
        for (var backend : Backend.values()) {
            add(read("events/" + backend.serviceName() + "-service.yaml"), json);
        }
    }

    byte[] asYaml() {
        return write(YAML, document);
    }

    ObjectNode asJson() {
        return document;
    }

    /// The JSON Schema of one kind of record, by the name of its file.
    Optional<byte[]> schema(String file) {
        return Optional.ofNullable(schemas.get(file)).map(byte[]::clone);
    }

    private void add(ObjectNode part, ObjectMapper json) {
        for (var section : new String[] {"channels", "operations"}) {
            document.withObjectProperty(section).setAll((ObjectNode) part.path(section));
        }
        var components = document.withObjectProperty("components");
        for (var section : new String[] {"messages", "schemas"}) {
            components.withObjectProperty(section).setAll((ObjectNode)
                    part.path("components").path(section));
        }
        for (var message : part.path("components").path("messages").properties()) {
            var address = message.getValue()
                    .path("headers")
                    .path("properties")
                    .path("ce_dataschema")
                    .path("const");
            var schema = part.path("components").path("schemas").path(message.getKey());
            var published =
                    json.createObjectNode().put("$schema", SCHEMA_DIALECT).put("$id", address.asText());
            published.setAll((ObjectNode) schema);
            schemas.put(address.asText().substring(address.asText().lastIndexOf('/') + 1), write(json, published));
        }
    }

    private static ObjectNode read(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return (ObjectNode) YAML.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] write(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
