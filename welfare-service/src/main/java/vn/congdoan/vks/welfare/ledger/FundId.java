package vn.congdoan.vks.welfare.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;

/// Names a fund.
@Embeddable
@Schema(type = SchemaType.STRING, format = "uuid", description = "Id of a fund")
public record FundId(@Column(name = "fund_id") @JsonValue UUID value) implements Serializable {

    @JsonCreator(mode = Mode.DELEGATING)
    public FundId {}

    public static @Nullable FundId orNull(@Nullable UUID value) {
        return value == null ? null : new FundId(value);
    }

    /// Reads the id in a path; one of another form names nothing.
    public static FundId fromString(String text) {
        return new FundId(Ids.parse(text).orElseThrow(NotFound::new));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
