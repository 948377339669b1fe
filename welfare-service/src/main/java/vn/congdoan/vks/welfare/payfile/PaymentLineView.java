package vn.congdoan.vks.welfare.payfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.payee.PayeeAccount;
import vn.congdoan.vks.welfare.payout.CauseKind;

/// A line of a payment file as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(name = "PaymentLine", description = "A payment of a file", examples = PaymentLineView.EXAMPLE)
record PaymentLineView(
        @Schema(description = "Its place in the file, from 1", examples = "1")
        int line,

        @Schema(description = "Which record it is due by") CauseKind kind,

        @Schema(description = "The id of that record", examples = "019aa7b0-1c00-7000-8000-000000000061")
        UUID causeId,

        @Schema(description = "The day on which it is due, of care", examples = "2026-01-31", nullable = true) @Nullable
        LocalDate dueOn,

        @Schema(
                description = "The member who is paid, or the record where that is for somebody else",
                examples = "019366a0-0000-7000-8000-000000001234")
        UUID payeeId,

        @Schema(description = "By which the bank's answer finds it", examples = "VK7Q2M4C8D1F5K")
        String reference,

        @Schema(description = "In đồng", examples = "500000")
        long amount,

        PaymentLineState state,

        @Schema(description = "What the bank has said of it last", nullable = true) @Nullable
        BankOutcome answer,

        @Schema(description = "On which day, as the bank says", examples = "2026-01-26", nullable = true) @Nullable
        LocalDate answeredOn,

        @Schema(description = "The bank's own number of it", examples = "FT26026123456", nullable = true) @Nullable
        String bankReference,

        @Schema(description = "Why it failed or came back", examples = "Sai số tài khoản", nullable = true) @Nullable
        String reason,

        @Schema(description = "The entry by which it was paid", nullable = true) @Nullable
        TransferId entryId,

        @Schema(description = "Where it is paid to, for a stated purpose only", nullable = true) @Nullable
        PayeeAccount account) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "line": 1,
              "kind": "SUPPORT_PROGRAMME",
              "causeId": "019aa7b0-1c00-7000-8000-000000000061",
              "payeeId": "019366a0-0000-7000-8000-000000001234",
              "reference": "VK7Q2M4C8D1F5K",
              "amount": 500000,
              "state": "PAID",
              "answer": "PAID",
              "answeredOn": "2026-01-26",
              "bankReference": "FT26026123456",
              "entryId": "019aa7b0-1c00-7000-8000-000000000021"
            }
            """;
}
