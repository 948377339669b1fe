package vn.congdoan.vks.campaign.participation;

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

/// Names a unit's participation in a campaign.
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", description = "Id of a participation")
public record ParticipationId(
        @Column(name = "participation_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public ParticipationId {}

    /// Reads the id in a path; one of another form names nothing.
    public static ParticipationId fromString(String text) {
        return new ParticipationId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
