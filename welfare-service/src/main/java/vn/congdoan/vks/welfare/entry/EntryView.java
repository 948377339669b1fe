package vn.congdoan.vks.welfare.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.AmountInWords;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.IncomeSource;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// An entry as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(name = "Entry", description = "An entry in the books of a fund", examples = EntryView.EXAMPLE)
record EntryView(
        TransferId id,
        FundId fundId,

        @Schema(description = "What it is, or takes back", examples = "EXPENSE")
        TransferKind kind,

        @Schema(description = "In đồng", examples = "2000000")
        long amount,

        @Schema(description = "The same in Vietnamese words, for the voucher", examples = "Hai triệu đồng")
        String amountInWords,

        @Schema(description = "The day that it counts for", examples = "2022-11-20")
        LocalDate date,

        @Schema(description = "What it is about; shown inside the union only", nullable = true) @Nullable
        String text,

        @Schema(description = "How the money was handed over; absent between cash and bank", nullable = true) @Nullable
        PaymentMethod method,

        @Schema(description = "What it is spent on; with EXPENSE and with what is owed", nullable = true) @Nullable
        SupportKind purpose,

        @Schema(description = "Where it came from; with INCOME only", nullable = true) @Nullable
        IncomeSource source,

        @Schema(description = "The entry that it takes back, whose opposite it is", nullable = true) @Nullable
        TransferId reverses,

        @Schema(description = "The entry that took it back", nullable = true) @Nullable
        TransferId reversedBy,

        @Schema(description = "What a payment was made for; shown inside the union only", nullable = true) @Nullable
        PaidCause paysFor,

        @Schema(description = "When it was booked") Instant bookedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000021",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "kind": "EXPENSE",
              "amount": 2000000,
              "amountInWords": "Hai triệu đồng",
              "date": "2023-11-20",
              "text": "Thăm đoàn viên có hoàn cảnh khó khăn",
              "method": "CASH",
              "purpose": "HARDSHIP",
              "bookedAt": "2023-11-20T02:10:00Z"
            }
            """;

    /// @param paysFor null: nothing of ours, or not for the reader
    static EntryView of(BookedTransfer transfer, boolean withText, @Nullable PaidCause paysFor) {
        return new EntryView(
                transfer.id(),
                transfer.fund(),
                transfer.kind(),
                transfer.amount(),
                AmountInWords.of(transfer.amount()),
                transfer.date(),
                withText ? transfer.text() : null,
                transfer.method(),
                transfer.purpose(),
                transfer.source(),
                transfer.reverses(),
                transfer.reversedBy(),
                paysFor,
                transfer.bookedAt());
    }
}
