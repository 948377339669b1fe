package vn.congdoan.vks.welfare.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A due day of a care commitment, and what became of it.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "CareDueDay",
        description = "A due day of a care commitment, and what became of it",
        examples = DueDayView.EXAMPLE)
record DueDayView(
        @Schema(description = "The due day", examples = "2023-12-31")
        LocalDate dueOn,

        @Schema(description = "In đồng", examples = "1000000")
        long amount,

        DueState state,

        @Schema(description = "The entry by which it was paid", nullable = true) @Nullable
        TransferId entryId,

        @Schema(description = "The day of the payment", nullable = true) @Nullable
        LocalDate paidOn,

        @Schema(description = "How the money was handed over", nullable = true) @Nullable
        PaymentMethod method,

        @Schema(description = "Number of the voucher", nullable = true) @Nullable
        String voucher,

        @Schema(description = "Who signed the receipt", nullable = true) @Nullable
        String receivedBy,

        @Schema(description = "Why it will not be paid", nullable = true) @Nullable
        String reason) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "dueOn": "2023-12-31",
              "amount": 1000000,
              "state": "PAID",
              "entryId": "019aa7b0-1c00-7000-8000-000000000021",
              "paidOn": "2023-12-29",
              "method": "CASH",
              "voucher": "PC 15/2023",
              "receivedBy": "Nguyễn Thị Minh Họa"
            }
            """;
}
