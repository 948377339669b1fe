package vn.congdoan.vks.welfare.insurance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What the insurer paid to the member: no money of any fund.
@Schema(
        name = "InsuranceClaimSettlement",
        description = "What the insurer paid to the member",
        examples = ClaimSettlement.EXAMPLE)
public record ClaimSettlement(
        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "4500000")
        Long amount,

        @NotNull
        @Schema(
                description = "The day of the payment, not before the claim, not in the future",
                examples = "2024-06-15")
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"amount": 4500000, "date": "2024-06-15"}
            """;
}
