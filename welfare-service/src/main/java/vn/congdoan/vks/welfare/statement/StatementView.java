package vn.congdoan.vks.welfare.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// A page of a statement.
@Schema(
        name = "Statement",
        description = "A page of a fund's statement over cash and bank. All pages show the books as they were when the"
                + " first one was read",
        examples = StatementView.EXAMPLE)
record StatementView(
        FundId fundId,

        @Schema(description = "The first day; null for the beginning", nullable = true) @Nullable
        LocalDate from,

        @Schema(description = "The last day, inclusive") LocalDate to,

        @Schema(description = "Held before the first day, in đồng", examples = "0")
        long openingBalance,

        @Schema(description = "Held at the end of the last day, in đồng", examples = "148000000")
        long closingBalance,

        @Schema(description = "The lines of the page, in the order of their days, never more than `limit`")
        List<Line> items,

        @Schema(description = "Cursor of the next page; null on the last", nullable = true) @Nullable
        String next) {

    /// One transfer.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "StatementLine", description = "A transfer as a line of a statement")
    record Line(
            TransferId transferId,

            @Schema(description = "The day that it counts for")
            LocalDate date,

            TransferKind kind,

            @Schema(description = "What it was spent on; with EXPENSE only", nullable = true) @Nullable
            SupportKind purpose,

            @Schema(description = "What it is about; shown inside the union only", nullable = true) @Nullable
            String text,

            @Schema(description = "What came into cash and bank, in đồng", examples = "0")
            long amountIn,

            @Schema(
                    description = "What went out of cash and bank; between the two it is equal to what came in",
                    examples = "2000000")
            long amountOut,

            @Schema(description = "Held after it, in đồng", examples = "148000000")
            long balance,

            @Schema(description = "How the money was handed over; absent between cash and bank", nullable = true)
            @Nullable
            PaymentMethod method,

            @Schema(description = "When it was booked") Instant bookedAt,

            @Schema(
                    description = "The contribution that it is the money of, or takes back; with CONTRIBUTION only",
                    nullable = true)
            @Nullable
            ContributionId contributionId,

            @Schema(description = "The transfer that it takes back, whose opposite it is", nullable = true) @Nullable
            TransferId reverses,

            @Schema(description = "The transfer that took it back", nullable = true) @Nullable
            TransferId reversedBy) {

        Line after(long held) {
            return new Line(
                    transferId,
                    date,
                    kind,
                    purpose,
                    text,
                    amountIn,
                    amountOut,
                    held,
                    method,
                    bookedAt,
                    contributionId,
                    reverses,
                    reversedBy);
        }
    }

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "from": "2023-01-01",
              "to": "2023-12-31",
              "openingBalance": 150000000,
              "closingBalance": 148000000,
              "items": [
                {
                  "transferId": "019aa7b0-1c00-7000-8000-000000000021",
                  "date": "2023-11-20",
                  "kind": "EXPENSE",
                  "purpose": "HARDSHIP",
                  "text": "Thăm đoàn viên có hoàn cảnh khó khăn",
                  "amountIn": 0,
                  "amountOut": 2000000,
                  "balance": 148000000,
                  "method": "CASH",
                  "bookedAt": "2023-11-20T02:10:00Z"
                }
              ],
              "next": null
            }
            """;
}
