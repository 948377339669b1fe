package vn.congdoan.vks.welfare.payable;

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

/// Names a payable; of the bonus of an award it is the id of the award.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a payable; of the bonus of an award it is the id of the award",
        examples = "019aa7b0-1c00-7000-8000-000000000091")
public record PayableId(
        @Column(name = "payable_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public PayableId {}

    /// Reads the id in a path; one of another form names nothing.
    public static PayableId fromString(String text) {
        return new PayableId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
