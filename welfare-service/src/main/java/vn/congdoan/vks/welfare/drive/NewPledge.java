package vn.congdoan.vks.welfare.drive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Who promises to give how much.
@Schema(description = "Who promises to give how much", examples = NewPledge.EXAMPLE)
public record NewPledge(
        @NotNull @Valid @Schema(description = "Who promises")
        Donor donor,

        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "50000000")
        Long amount,

        @NotNull @Schema(description = "The day on which it was promised: not in the future", examples = "2022-10-20")
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "donor": {"kind": "OUTSIDE", "name": "Công ty TNHH Minh Họa"},
              "amount": 50000000,
              "date": "2022-10-20"
            }
            """;
}
