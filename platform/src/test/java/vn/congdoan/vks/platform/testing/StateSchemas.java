package vn.congdoan.vks.platform.testing;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON Schemas of the states that services publish, made from their records.
final class StateSchemas {

    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", LocalDate.class, "date", Instant.class, "date-time");

    private final SchemaGenerator generator;

    StateSchemas() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.INLINE_ALL_SCHEMAS).without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            Class<?> standsInJson = value(type.getErasedType());
            String format = FORMATS.get(standsInJson);
            ObjectNode text = context.getGeneratorConfig().createObjectNode().put("type", "string");
            if (format != null) {
                return new CustomDefinition(text.put("format", format));
            }
            boolean isWrittenAsText = standsInJson == String.class && type.getErasedType() != String.class;
            return isWrittenAsText ? new CustomDefinition(text) : null;
        });
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<? extends Record> state) {
        return generator.generateSchema(state);
    }

    /// Ids are records around one value, which alone stands in the JSON; so are words with a form of their own.
    private static Class<?> value(Class<?> type) {
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            boolean isValue = components.length == 1
                    && Arrays.stream(type.getDeclaredFields())
                            .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
            return isValue ? components[0].getType() : type;
        }
        return type;
    }
}
