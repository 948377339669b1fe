package vn.congdoan.vks.welfare.support;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Which fund is to pay, and how much.
@Schema(description = "Which fund is to pay, and how much", examples = SupportProposal.EXAMPLE)
public record SupportProposal(
        @NotNull @Schema(description = "The fund; the kind of support is one of its purposes")
        FundId fundId,

        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "2000000")
        Long amount,

        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description =
                        "Up to which value goods of the fund are to be given beside the money, in đồng; absent for"
                                + " none",
                examples = "500000",
                nullable = true)
        @Nullable
        Long goodsUpTo) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "amount": 2000000
            }
            """;
}
