package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Money that came for a proposal.
@Schema(description = "Money that came for a proposal", examples = NewReceipt.EXAMPLE)
public record NewReceipt(
        @NotNull
        @Schema(
                description = "The fund that it came into: one of the union's own money that may be spent on all that"
                        + " was granted; the same for all that comes for one proposal")
        FundId fundId,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description = "In đồng; with what came before at most what the union above has paid, or a body"
                        + " outside granted",
                examples = "20000000")
        Long amount,

        @NotNull
        @Schema(description = "The day, neither before the decision nor in the future", examples = "2022-12-06")
        LocalDate date,

        @NotNull @Schema(description = "How the money came", examples = "BANK")
        PaymentMethod method,

        @Nullable
        @Size(min = 1, max = 50)
        @Schema(
                description = "Number of the voucher (phiếu thu, giấy báo có)",
                examples = "GBC 8/2022",
                nullable = true)
        String voucher) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000002",
              "amount": 20000000,
              "date": "2022-12-06",
              "method": "BANK",
              "voucher": "GBC 8/2022"
            }
            """;
}
