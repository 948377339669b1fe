package vn.congdoan.vks.welfare.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.plan.PlanId;

/// An import as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ContributionImport",
        description = "A file of contributions on its way into the books",
        examples = ImportView.EXAMPLE)
record ImportView(
        ImportId id,

        @Schema(description = "The unit that owns the fund") UnitId unitId,

        FundId fundId,

        @Schema(description = "The layout by which it was read")
        LayoutId layoutId,

        @Schema(description = "How the money came", examples = "BANK")
        PaymentMethod method,

        @Schema(description = "The plan that all of it counts towards", nullable = true) @Nullable
        PlanId planId,

        @Schema(description = "The drive that all of it was given for", nullable = true) @Nullable
        DriveId driveId,

        ImportStatus status,

        @Schema(description = "How many rows were read", examples = "4")
        int rows,

        @Schema(description = "What is booked already, and what will be when it is confirmed")
        Accepted accepted,

        @Schema(description = "How many rows are in each status")
        List<Total> totals,

        @Schema(description = "When it was uploaded") Instant recordedAt,

        @Schema(description = "When somebody last did something with it")
        Instant touchedAt,

        @Schema(
                description = "When what is personal in it was forgotten, with all rows that were not booked",
                nullable = true)
        @Nullable
        Instant forgottenAt) {

    ImportView {
        totals = List.copyOf(totals);
    }

    /// The rows that are clear.
    @Schema(
            name = "AcceptedImportRows",
            description = "The rows that are clear: how many, and their sum",
            examples = "{\"rows\": 2, \"amount\": 700000}")
    record Accepted(
            @Schema(description = "How many", examples = "2")
            int rows,

            @Schema(description = "In đồng", examples = "700000")
            long amount) {}

    /// The rows in one status.
    @Schema(
            name = "ImportRowsInStatus",
            description = "The rows in one status: how many, and their sum as far as it can be read",
            examples = "{\"status\": \"MATCHED\", \"rows\": 2, \"amount\": 700000}")
    record Total(
            RowStatus status,

            @Schema(description = "How many", examples = "2")
            int rows,

            @Schema(description = "In đồng", examples = "700000")
            long amount) {}

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000095",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "layoutId": "019aa7b0-1c00-7000-8000-000000000091",
              "method": "BANK",
              "status": "OPEN",
              "rows": 4,
              "accepted": {"rows": 2, "amount": 700000},
              "totals": [
                {"status": "AMBIGUOUS", "rows": 1, "amount": 200000},
                {"status": "MATCHED", "rows": 2, "amount": 700000},
                {"status": "SKIPPED", "rows": 1, "amount": 0}
              ],
              "recordedAt": "2026-03-02T02:10:00Z",
              "touchedAt": "2026-03-02T02:10:00Z"
            }
            """;
}
