package vn.congdoan.vks.welfare.ending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A closing statement as it is shown.
@Schema(
        name = "ClosingStatement",
        description = "That nothing is left in the books of units that have ended",
        examples = ClosingStatementView.EXAMPLE)
record ClosingStatementView(
        ClosingStatementId id,

        @Schema(description = "The units") List<UnitId> unitIds,

        @Schema(description = "The day on which it was stated", examples = "2025-07-15")
        LocalDate statedOn,

        @Schema(description = "All funds that the units had, and where each went")
        List<Line> funds,

        @Schema(description = "What they held together, in đồng", examples = "48500000")
        long amount,

        @Schema(description = "When it was written down") Instant recordedAt) {

    /// A fund that moved.
    @Schema(name = "ClosedFund", description = "A fund of a unit that has ended, and where all went that it held")
    record Line(
            @Schema(description = "The unit that had it") UnitId unitId,

            FundId fundId,

            @Schema(description = "The fund that took everything")
            FundId toFundId,

            @Schema(description = "What it held, in đồng", examples = "48500000")
            long amount,

            @Schema(description = "What both held before, in đồng", examples = "199500000")
            long before,

            @Schema(description = "What both hold after it: the same", examples = "199500000")
            long after) {

        static Line of(ClosingStatementState.Moved moved) {
            return new Line(
                    moved.unitId(),
                    moved.fundId(),
                    moved.toFundId(),
                    moved.moved().money(),
                    moved.before().plus(moved.moved()).money(),
                    moved.after().money());
        }
    }

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000095",
              "unitIds": ["019366a0-0000-7000-8000-000000000062"],
              "statedOn": "2025-07-15",
              "funds": [
                {
                  "unitId": "019366a0-0000-7000-8000-000000000062",
                  "fundId": "019aa7b0-1c00-7000-8000-000000000001",
                  "toFundId": "019aa7b0-1c00-7000-8000-000000000002",
                  "amount": 48500000,
                  "before": 199500000,
                  "after": 199500000
                }
              ],
              "amount": 48500000,
              "recordedAt": "2025-07-15T02:10:00Z"
            }
            """;

    static ClosingStatementView of(ClosingStatementState state) {
        List<Line> lines = state.funds().stream().map(Line::of).toList();
        return new ClosingStatementView(
                state.id(),
                state.unitIds(),
                state.statedOn(),
                lines,
                lines.stream().mapToLong(Line::amount).sum(),
                state.recordedAt());
    }
}
