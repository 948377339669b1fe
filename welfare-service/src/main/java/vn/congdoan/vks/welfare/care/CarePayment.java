package vn.congdoan.vks.welfare.care;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// How a due day is paid.
@Schema(description = "How a due day is paid", examples = CarePayment.EXAMPLE)
public record CarePayment(
        @NotNull @Schema(description = "Which due day is paid", examples = "2023-12-31")
        LocalDate dueOn,

        @NotNull
        @Schema(
                description = "The day of the payment: not before the decision, not before the due day before this one,"
                        + " and not in the future",
                examples = "2023-12-29")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "CASH")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu chi, ủy nhiệm chi)", examples = "PC 15/2023")
        String voucher,

        @Nullable
        @Size(min = 1, max = 200)
        @Schema(
                description = "Who signed the receipt, with CASH and only there; shown inside the union only",
                examples = "Nguyễn Thị Minh Họa",
                nullable = true)
        String receivedBy) {

    /// Whoever gets cash signs for it.
    void requireReceipt() {
        boolean signed = receivedBy != null && !receivedBy.isBlank();
        if (method == PaymentMethod.CASH && !signed) {
            throw new Invalid("/receivedBy", "required");
        }
        if (method == PaymentMethod.BANK && receivedBy != null) {
            throw new Invalid("/receivedBy", "not-for-this-kind");
        }
    }

    /// As it is kept: in single lines.
    CarePayment clean() {
        return new CarePayment(
                dueOn,
                date,
                method,
                VietnameseText.singleLine(voucher),
                receivedBy == null ? null : VietnameseText.singleLine(receivedBy));
    }

    /// The same on another day.
    CarePayment on(LocalDate day) {
        return new CarePayment(dueOn, day, method, voucher, receivedBy);
    }

    /// What the entry says: the voucher, and who signed for it.
    String onTheEntry() {
        return receivedBy == null ? voucher : voucher + "; " + receivedBy;
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "dueOn": "2023-12-31",
              "date": "2023-12-29",
              "method": "CASH",
              "voucher": "PC 15/2023",
              "receivedBy": "Nguyễn Thị Minh Họa"
            }
            """;
}
