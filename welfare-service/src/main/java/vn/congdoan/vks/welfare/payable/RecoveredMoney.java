package vn.congdoan.vks.welfare.payable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Money that was claimed back and came.
@Schema(description = "Money that was claimed back and came, or a part of it", examples = RecoveredMoney.EXAMPLE)
public record RecoveredMoney(
        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "In đồng, no more than is still claimed", examples = "760000")
        Long amount,

        @NotNull @Schema(description = "The day: not before the claim, not in the future", examples = "2024-03-05")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "CASH")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu thu, báo có)", examples = "PT 07/2024")
        String voucher) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"amount": 760000, "date": "2024-03-05", "method": "CASH", "voucher": "PT 07/2024"}
            """;
}
