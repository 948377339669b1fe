package vn.congdoan.vks.membership.reorganization;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names a reorganization.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a reorganization",
        examples = "019366a0-0000-7000-8000-000000000701")
public record ReorganizationId(
        @Column(name = "reorganization_id") @JsonValue UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
