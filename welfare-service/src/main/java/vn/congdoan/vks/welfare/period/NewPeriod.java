package vn.congdoan.vks.welfare.period;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// What is to be closed.
@Schema(
        description = "What is to be closed: the books of all funds of a unit up to a day",
        examples = NewPeriod.EXAMPLE)
public record NewPeriod(
        @NotNull @Schema(description = "The unit that owns the funds")
        UnitId unitId,

        @NotNull
        @Schema(
                description = "The last day, inclusive: the end of a month that is over, after what is closed already",
                examples = "2023-12-31")
        LocalDate lastDay) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "lastDay": "2023-12-31"
            }
            """;
}
