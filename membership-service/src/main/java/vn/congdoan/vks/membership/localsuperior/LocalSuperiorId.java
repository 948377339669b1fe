package vn.congdoan.vks.membership.localsuperior;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;

/// Names the dated link of a union to its local superior.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a union's link to its local superior",
        examples = "019366a0-0000-7000-8000-000000000751")
public record LocalSuperiorId(
        @Column(name = "local_superior_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public LocalSuperiorId {}

    /// Reads the id in a path; one of another form names nothing.
    public static LocalSuperiorId fromString(String text) {
        return new LocalSuperiorId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
