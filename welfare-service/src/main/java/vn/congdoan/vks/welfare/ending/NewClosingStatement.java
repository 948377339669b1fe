package vn.congdoan.vks.welfare.ending;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import vn.congdoan.vks.platform.access.UnitId;

/// What a closing statement is made from.
@Schema(description = "A new closing statement", examples = NewClosingStatement.EXAMPLE)
public record NewClosingStatement(
        @NotEmpty
        @Size(max = 200)
        @UniqueElements
        @Schema(description = "Units of one union that have ended, each once")
        List<@NotNull UnitId> unitIds) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"unitIds": ["019366a0-0000-7000-8000-000000000062"]}
            """;
}
