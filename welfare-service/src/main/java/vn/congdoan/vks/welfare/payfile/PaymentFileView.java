package vn.congdoan.vks.welfare.payfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.payee.PayeeAccount;

/// A payment file as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "PaymentFile",
        description = "A file by which a bank pays out of an account of a fund",
        examples = PaymentFileView.EXAMPLE)
record PaymentFileView(
        PaymentFileId id,

        @Schema(description = "The fund's unit") UnitId unitId,

        @Schema(description = "The fund that pays") FundId fundId,

        @Schema(description = "The fund's account that is debited")
        PayeeAccount from,

        @Schema(description = "The day on which the bank is to pay", examples = "2026-01-26")
        LocalDate date,

        @Schema(
                description = "What payees read in their statements, behind the line's reference",
                examples = "TRO CAP TET BINH NGO 2026")
        String content,

        @Schema(description = "Number of the voucher in the books", examples = "UNC 03/2026")
        String voucher,

        PaymentFileStatus status,

        @Schema(description = "How many payments it has", examples = "1250")
        int lines,

        @Schema(description = "What they come to, in đồng", examples = "625000000")
        long amount,

        @Schema(
                description = "How many were due besides and are not in it, because their bank details are not known",
                examples = "3")
        int withoutAccount,

        Totals totals,

        @Schema(
                description = "SHA-256 of what was exported, as CSV, in hexadecimal; from the export on",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                nullable = true)
        @Nullable
        String digest,

        @Schema(description = "By which it was called back from the bank", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "Why it was called back", nullable = true) @Nullable
        String reason,

        @Schema(description = "When it was drawn up") Instant recordedAt,

        @Schema(description = "When it was approved", nullable = true) @Nullable
        Instant approvedAt,

        @Schema(description = "When it was exported first", nullable = true) @Nullable
        Instant exportedAt,

        @Schema(description = "When the bank had answered for all of it, or when it was given up", nullable = true)
        @Nullable
        Instant endedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000a1",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "from": {"bankCode": "VCB", "number": "0101000999999", "holder": "Công đoàn VKSND tối cao"},
              "date": "2026-01-26",
              "content": "TRO CAP TET BINH NGO 2026",
              "voucher": "UNC 03/2026",
              "status": "EXPORTED",
              "lines": 1250,
              "amount": 625000000,
              "withoutAccount": 3,
              "totals": {"open": 250, "answered": 0, "paid": 990, "failed": 10, "returned": 0, "freed": 0,
                "paidAmount": 495000000},
              "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "recordedAt": "2026-01-24T02:15:00Z",
              "approvedAt": "2026-01-24T03:15:00Z",
              "exportedAt": "2026-01-26T01:15:00Z"
            }
            """;

    /// What became of its lines.
    ///
    /// @param open with those that are answered
    @Schema(name = "PaymentFileTotals", description = "What became of its lines", examples = Totals.EXAMPLE)
    record Totals(
            @Schema(description = "On their way, also those that are answered", examples = "250")
            int open,

            @Schema(
                    description = "Of which the bank has said what it did with them, and which are not booked yet:"
                            + " reconcile",
                    examples = "0")
            int answered,

            @Schema(description = "Paid and booked", examples = "990")
            int paid,

            @Schema(description = "Not paid, and due again", examples = "10")
            int failed,

            @Schema(description = "Paid and given back", examples = "0")
            int returned,

            @Schema(description = "Not paid when the file was given up", examples = "0")
            int freed,

            @Schema(description = "What is paid, in đồng", examples = "495000000")
            long paidAmount) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

        static final String EXAMPLE = """
                {"open": 250, "answered": 0, "paid": 990, "failed": 10, "returned": 0, "freed": 0, "paidAmount": 495000000}
                """;
    }
}
