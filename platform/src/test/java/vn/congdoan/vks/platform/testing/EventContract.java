package vn.congdoan.vks.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Logged;
import vn.congdoan.vks.platform.change.LoggedChange;

/// What a service publishes through Kafka is a contract: its part of the AsyncAPI document, with a JSON Schema for each
/// kind of record, is committed where the gateway publishes it. Run the test with `-Dcontract.update=true` to write it
/// anew, and commit it.
public final class EventContract {

    private static final Path COMMITTED = Path.of("..", "gateway", "src", "main", "asyncapi");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final int BATCH = 1000;

    /// Names of fields that never leave the service that owns them (law 91/2025/QH15).
    private static final List<String> STAY_HOME = List.of(
            "citizenId",
            "phone",
            "email",
            "address",
            "religion",
            "ethnicity",
            "birthDate",
            "memberNumber",
            "cardNumber",
            "nativePlace",
            "donorName");

    private EventContract() {}

    /// Compares what the running service's code says with what is committed.
    ///
    /// @param service the name of its file: `welfare-service`
    public static void isKept(String service) {
        String published = document(
                types().stream().filter(each -> !each.amongNodesAlone()).toList());
        Path file = COMMITTED.resolve(service + ".yaml");
        try {
            if (Boolean.getBoolean("contract.update")) {
                Files.createDirectories(COMMITTED);
                Files.writeString(file, published);
            }
            assertEquals(
                    Files.readString(file),
                    published,
                    "The events differ from their contract; if that is meant, run this test with -Dcontract.update=true");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// No published record has a field for data that stays home.
    public static void keepsSensitiveDataHome() {
        for (AggregateType type : types()) {
            String schema = new StateSchemas().of(type.state()).toString();
            for (String field : STAY_HOME) {
                assertFalse(schema.contains("\"" + field + "\""), type.name() + " publishes " + field);
            }
        }
    }

    /// Every change in the log tells of something that the contract knows, in the shape that it promises.
    public static void isKeptByTheLog() {
        Changes changes = Arc.container().instance(Changes.class).get();
        List<AggregateType> types = types();
        List<String> findings = new ArrayList<>();
        long read = 0;
        List<LoggedChange> batch;
        do {
            batch = changes.after(read, BATCH);
            for (LoggedChange change : batch) {
                AggregateType type = types.stream()
                        .filter(each -> each.name().equals(change.aggregateType()))
                        .findFirst()
                        .orElseThrow();
                if (!type.happenings().contains(change.happened())) {
                    findings.add(type.name() + " " + change.happened());
                }
                validate(type, String.valueOf(change.state()))
                        .forEach(each -> findings.add(type.name() + " " + each.getMessage()));
                read = change.position().number();
            }
        } while (!batch.isEmpty());
        assertTrue(read > 0, "something was logged");
        assertEquals(List.of(), findings);
    }

    private static Set<ValidationMessage> validate(AggregateType type, String state) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(strict(new StateSchemas().of(type.state())))
                .validate(state, com.networknt.schema.InputFormat.JSON);
    }

    /// We publish what the schema says and nothing else; readers must bear more.
    private static ObjectNode strict(ObjectNode schema) {
        return schema.put("additionalProperties", false);
    }

    private static List<AggregateType> types() {
        return Arc.container().instance(Logged.class).get().types();
    }

    private static String document(List<AggregateType> types) {
        ObjectNode document = YAML.createObjectNode();
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        for (AggregateType type : types) {
            String name = type.service() + "." + type.name();
            ObjectNode channel = channels.putObject(name);
            channel.put("address", type.topic());
            channel.put(
                    "description",
                    type.kind() == ChangeKind.STATE
                            ? "The latest state of each " + type.name() + "; compacted, key: its id"
                            : "Every " + type.name() + "; kept, in order by key");
            channel.putObject("messages").putObject(type.name()).put("$ref", "#/components/messages/" + name);
            operations
                    .putObject("send-" + type.service() + "-" + type.name())
                    .put("action", "send")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + name);
            messages.set(name, message(type, name));
            schemas.set(name, new StateSchemas().of(type.state()));
        }
        try {
            return YAML.writeValueAsString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode message(AggregateType type, String name) {
        ObjectNode message = YAML.createObjectNode();
        message.put("name", name).put("contentType", "application/json");
        message.put(
                "summary",
                "The " + type.name() + " after something happened to it: " + String.join(", ", type.happenings()));
        ObjectNode headers = message.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode happened =
                properties.putObject("ce_type").put("type", "string").putArray("enum");
        type.happenings().forEach(each -> happened.add(type.eventType(each)));
        if (type.heartbeat()) {
            happened.add("vn.congdoan.vks.heartbeat");
        }
        properties.putObject("ce_dataschema").put("const", type.schemaPath());
        properties.putObject("ce_schemaversion").put("const", String.valueOf(type.schemaVersion()));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.putObject("payload").put("$ref", "#/components/schemas/" + name);
        return message;
    }
}
