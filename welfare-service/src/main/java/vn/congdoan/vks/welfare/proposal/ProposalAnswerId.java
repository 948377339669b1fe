package vn.congdoan.vks.welfare.proposal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.ledger.PromiseId;

/// Names the answer to a proposal.
@Embeddable
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of the answer to a proposal",
        examples = "019aa7b0-1c00-7000-8000-000000000073")
public record ProposalAnswerId(
        @Column(name = "answer_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public ProposalAnswerId {}

    /// Reads the id in a path; one of another form names nothing.
    public static ProposalAnswerId fromString(String text) {
        return new ProposalAnswerId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    /// The promise that is made for a part of what is granted: a line, or all of one kind. `proposal_promise` in the
    /// database names it alike, so that a restored one knows a payment again that comes back to it.
    PromiseId promise(String part) {
        return new PromiseId(UUID.nameUUIDFromBytes((value + "/" + part).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
