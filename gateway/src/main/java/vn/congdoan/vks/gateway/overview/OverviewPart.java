package vn.congdoan.vks.gateway.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import vn.congdoan.vks.gateway.forwarding.PartAnswer;

/// What one service contributed to an overview.
sealed interface OverviewPart {

    /// What it knows of the unit's year.
    record Content(JsonNode content) implements OverviewPart {}

    /// The caller is wrong, or may not see this part.
    record Refusal(PartAnswer answer) implements OverviewPart {}

    /// It did not answer in time or not properly.
    record Absence() implements OverviewPart {}

    /// Reads JSON.
    @FunctionalInterface
    interface Reader {
        JsonNode read(byte[] body) throws IOException;
    }

    static OverviewPart of(PartAnswer answer, Reader reader) {
        if (answer.status() >= 400 && answer.status() < 500) {
            return new Refusal(answer);
        }
        if (answer.status() != 200) {
            return new Absence();
        }
        try {
            var content = reader.read(answer.body().getBytes());
            return content != null && content.isObject() ? new Content(content) : new Absence();
        } catch (IOException noJson) {
            return new Absence();
        }
    }
}
