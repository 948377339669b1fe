package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Text as it may be stored: composed (NFC), without control characters and halves of characters, and not blank: what
/// is not known is left out, or the empty number would be somebody's number.
final class CleanText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    /// A blank text of a field that must have one is left to its constraint, which says that it is required.
    private final boolean required;

    CleanText() {
        this(false);
    }

    private CleanText(boolean required) {
        super(String.class);
        this.required = required;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty field) {
        return new CleanText(field != null && field.getAnnotation(NotBlank.class) != null);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text == null) {
            return text;
        }
        if (!VietnameseText.isClean(text)) {
            throw new Invalid("", "unclean-text");
        }
        if (!VietnameseText.isBlank(text)) {
            return VietnameseText.normalized(text);
        }
        if (required) {
            return "";
        }
        throw new Invalid("", "blank");
    }
}
