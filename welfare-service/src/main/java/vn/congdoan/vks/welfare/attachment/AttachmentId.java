package vn.congdoan.vks.welfare.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;

/// Names an attachment.
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of an attachment",
        examples = "019aa7b0-1c00-7000-8000-0000000000b1")
public record AttachmentId(@JsonValue UUID value) {

    @JsonCreator(mode = Mode.DELEGATING)
    public AttachmentId {}

    /// Reads the id in a path; one of another form names nothing.
    public static AttachmentId fromString(String text) {
        return new AttachmentId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
