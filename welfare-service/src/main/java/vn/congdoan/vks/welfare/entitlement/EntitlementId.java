package vn.congdoan.vks.welfare.entitlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;

/// Names an entitlement: the same as long as the person, the reason and the happening are the same.
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of an entitlement",
        examples = "5f2b1f0e-7a44-3c1d-9b1e-2f6f0a3f9c11")
public record EntitlementId(@JsonValue UUID value) {

    @JsonCreator(mode = Mode.DELEGATING)
    public EntitlementId {}

    /// Reads the id in a path; one of another form names nothing.
    public static EntitlementId fromString(String text) {
        return new EntitlementId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
