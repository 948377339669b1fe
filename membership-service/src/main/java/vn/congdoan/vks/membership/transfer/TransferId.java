package vn.congdoan.vks.membership.transfer;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names a transfer.
@Embeddable
@Schema(
        name = "MemberTransferId",
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of a member's transfer",
        examples = "019366a0-0000-7000-8000-000000000801")
public record TransferId(
        @Column(name = "transfer_id") @JsonValue UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
