package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.time.BusinessTime;

/// A business date: `2022-12-31` and nothing else.
final class IsoDate extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    IsoDate() {
        super(LocalDate.class);
    }

    @Override
    public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        Optional<LocalDate> date = BusinessTime.parseDate(parser.getText());
        return date.orElseThrow(() -> new Invalid("", "not-a-date"));
    }
}
