package vn.congdoan.vks.welfare.care;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.ledger.PromiseId;

/// Names a care commitment.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a care commitment",
        examples = "019aa7b0-1c00-7000-8000-000000000071")
public record CareCommitmentId(
        @Column(name = "commitment_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public CareCommitmentId {}

    /// Reads the id in a path; one of another form names nothing.
    public static CareCommitmentId fromString(String text) {
        return new CareCommitmentId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    /// The promise that the payment of a due day posts. It follows from the day, so that a restored database knows a
    /// payment again that comes back to it.
    PromiseId promise(LocalDate dueOn) {
        return new PromiseId(UUID.nameUUIDFromBytes((value + " " + dueOn).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
