package vn.congdoan.vks.welfare.goods;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names goods that were given together, of one sort.
@Schema(
        type = SchemaType.STRING,
        format = "uuid",
        description = "Id of goods that were given",
        examples = "019aa7b0-1c00-7000-8000-0000000000c1")
public record GoodsId(@JsonValue UUID value) {

    @JsonCreator(mode = Mode.DELEGATING)
    public GoodsId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
