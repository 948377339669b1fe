package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Invalid;

/// An id in its 36 characters; Jackson alone would also take Base64, and an empty text for no id.
final class CanonicalId extends StdScalarDeserializer<UUID> {

    private static final long serialVersionUID = 1L;

    CanonicalId() {
        super(UUID.class);
    }

    @Override
    public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        return Ids.parse(parser.getText()).orElseThrow(() -> new Invalid("", "not-an-id"));
    }
}
