package vn.congdoan.vks.welfare.insurance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What is paid to the insurer.
@Schema(name = "NewInsurancePremium", description = "What is paid to the insurer", examples = NewPremium.EXAMPLE)
public record NewPremium(
        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "9450000")
        Long amount,

        @NotNull
        @Schema(description = "The day, not in the future and not before the fund's first", examples = "2024-01-10")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "BANK")
        PaymentMethod method,

        @NotBlank @Size(max = 50) @Schema(description = "Number of the voucher", examples = "UNC 01/2024")
        String voucher) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"amount": 9450000, "date": "2024-01-10", "method": "BANK", "voucher": "UNC 01/2024"}
            """;
}
