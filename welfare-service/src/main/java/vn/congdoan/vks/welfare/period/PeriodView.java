package vn.congdoan.vks.welfare.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// A period as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Period",
        description = "The books of all funds of a unit in a time that was closed",
        examples = PeriodView.EXAMPLE)
record PeriodView(
        PeriodId id,

        @Schema(description = "The unit that owns the funds")
        UnitId unitId,

        @Schema(description = "The first day; absent for everything before", nullable = true) @Nullable
        LocalDate firstDay,

        @Schema(description = "The last day, inclusive", examples = "2023-12-31")
        LocalDate lastDay,

        PeriodStatus status,

        @Schema(description = "When it was closed") Instant closedAt,

        @Schema(description = "When it was opened again", nullable = true) @Nullable
        Instant reopenedAt,

        @Schema(description = "The decision by which it was opened again", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "Why it was opened again; shown inside the union only", nullable = true) @Nullable
        String reason,

        @Schema(description = "What each fund held when it was closed")
        List<ClosedFund> funds) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000031",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "firstDay": "2023-01-01",
              "lastDay": "2023-12-31",
              "status": "CLOSED",
              "closedAt": "2024-01-10T02:10:00Z",
              "funds": [
                {
                  "fundId": "019aa7b0-1c00-7000-8000-000000000001",
                  "cash": 3000000,
                  "bank": 5400000,
                  "links": 29,
                  "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                }
              ]
            }
            """;
}
