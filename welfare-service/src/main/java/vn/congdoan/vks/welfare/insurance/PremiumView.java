package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A premium that was paid.
@JsonInclude(Include.NON_NULL)
@Schema(name = "InsurancePremium", description = "A premium that was paid", examples = PremiumView.EXAMPLE)
record PremiumView(
        @Schema(description = "The entry in the fund's books")
        TransferId entryId,

        @Schema(description = "The day", examples = "2024-01-10")
        LocalDate date,

        @Schema(description = "In đồng", examples = "9450000")
        long amount,

        @Schema(description = "Number of the voucher", examples = "UNC 01/2024")
        String voucher,

        @Schema(description = "The entry that took it back", nullable = true) @Nullable
        TransferId reversedBy) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "entryId": "019aa7b0-1c00-7000-8000-000000000021",
              "date": "2024-01-10",
              "amount": 9450000,
              "voucher": "UNC 01/2024"
            }
            """;
}
