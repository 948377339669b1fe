package vn.congdoan.vks.membership.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names an assignment.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of an assignment",
        examples = "019366a0-0000-7000-8000-000000000201")
public record AssignmentId(
        @Column(name = "assignment_id") @JsonValue UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
