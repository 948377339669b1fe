package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Text as it may be stored: composed (NFC), without control characters and halves of characters.
final class CleanText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    CleanText() {
        super(String.class);
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
        return VietnameseText.normalized(text);
    }
}
