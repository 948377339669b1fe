package vn.congdoan.vks.welfare.payable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// An entry of the books that is a step of a payable.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "PayableEntry",
        description = "An entry of the books that is a step of a payable",
        examples = PayableEntryView.EXAMPLE)
record PayableEntryView(
        TransferId transferId,
        FundId fundId,

        @Schema(description = "Which step it is, or takes back", examples = "SETTLEMENT")
        TransferKind kind,

        @Schema(description = "In đồng", examples = "760000")
        long amount,

        @Schema(description = "The day that it counts for", examples = "2023-12-25")
        LocalDate date,

        @Schema(description = "How the money was handed over, where money moved", nullable = true) @Nullable
        PaymentMethod method,

        @Schema(description = "What it is about", nullable = true) @Nullable
        String text,

        @Schema(description = "The entry that it takes back", nullable = true) @Nullable
        TransferId reverses,

        @Schema(description = "The entry that took it back", nullable = true) @Nullable
        TransferId reversedBy,

        @Schema(description = "When it was booked") Instant bookedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "transferId": "019aa7b0-1c00-7000-8000-000000000021",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "kind": "SETTLEMENT",
              "amount": 760000,
              "date": "2023-12-25",
              "method": "BANK",
              "text": "Giấy khen của Công đoàn; UNC 41/2023",
              "bookedAt": "2023-12-25T02:10:00Z"
            }
            """;

    static PayableEntryView of(BookedTransfer booked) {
        return new PayableEntryView(
                booked.id(),
                booked.fund(),
                booked.kind(),
                booked.amount(),
                booked.date(),
                booked.method(),
                booked.text(),
                booked.reverses(),
                booked.reversedBy(),
                booked.bookedAt());
    }
}
