package vn.congdoan.vks.platform.json;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/// Reads JSON to the letter: an unknown field, a number where text belongs, a date with a time, trailing data or a
/// doubled key is refused instead of guessed. Text becomes NFC and must be clean.
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_DEPTH = 50;

    /// The last to have a say: the module for java.time, found on the class path, would take its dates back.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        refuse(mapper, LogicalType.Textual, Integer, Float, Boolean);
        refuse(mapper, LogicalType.Enum, Integer, EmptyString);
        refuse(mapper, LogicalType.Integer, String, EmptyString, Float, Boolean);
        refuse(mapper, LogicalType.Float, String, EmptyString, Boolean);
        refuse(mapper, LogicalType.Boolean, String, EmptyString, Integer, Float);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_TEXT)
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(java.lang.String.class, new CleanText())
                .addDeserializer(LocalDate.class, new IsoDate())
                .addDeserializer(UUID.class, new CanonicalId())
                .setDeserializerModifier(new ExactWord.Everywhere()));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
