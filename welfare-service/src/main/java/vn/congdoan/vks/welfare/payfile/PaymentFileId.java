package vn.congdoan.vks.welfare.payfile;

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

/// Names a payment file.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a payment file",
        examples = "019aa7b0-1c00-7000-8000-0000000000a1")
public record PaymentFileId(
        @Column(name = "file_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public PaymentFileId {}

    /// Reads the id in a path; one of another form names nothing.
    public static PaymentFileId fromString(String text) {
        return new PaymentFileId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
