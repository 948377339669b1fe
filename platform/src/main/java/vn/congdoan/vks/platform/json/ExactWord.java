package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A word of a vocabulary as it is written there; Jackson alone would take space around it.
final class ExactWord extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private ExactWord(JsonDeserializer<?> words) {
        super(words);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> words) {
        return new ExactWord(words);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String word = parser.getText();
            if (!word.equals(word.trim())) {
                return context.handleWeirdStringValue(handledType(), word, "space around it");
            }
        }
        return super.deserialize(parser, context);
    }

    /// Reads every vocabulary so.
    static final class Everywhere extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> words) {
            return new ExactWord(words);
        }
    }
}
