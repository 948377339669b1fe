package vn.congdoan.vks.membership.committee;

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

/// Names a committee.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a committee",
        examples = "019366a0-0000-7000-8000-000000000801")
public record CommitteeId(
        @Column(name = "committee_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public CommitteeId {}

    /// Reads the id in a path; one of another form names nothing.
    public static CommitteeId fromString(String text) {
        return new CommitteeId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
