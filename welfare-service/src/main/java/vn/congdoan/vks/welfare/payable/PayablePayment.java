package vn.congdoan.vks.welfare.payable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// How what is owed was paid.
@Schema(description = "How what is owed was paid", examples = PayablePayment.EXAMPLE)
public record PayablePayment(
        @NotNull
        @Schema(description = "The day: not before it was recognised, not in the future", examples = "2023-12-25")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "BANK")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu chi, ủy nhiệm chi)", examples = "UNC 41/2023")
        String voucher) {

    /// The same on another day.
    PayablePayment on(LocalDate day) {
        return new PayablePayment(day, method, voucher);
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2023-12-25", "method": "BANK", "voucher": "UNC 41/2023"}
            """;
}
