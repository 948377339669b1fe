package vn.congdoan.vks.welfare.ending;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What the move of a fund is made from. How much moves nobody says: it is all that is there.
@Schema(description = "A new move of a fund", examples = NewFundMove.EXAMPLE)
public record NewFundMove(
        @NotNull @Schema(description = "The fund of the unit that has ended")
        FundId fromFundId,

        @NotNull
        @Schema(
                description = "The fund that takes everything: of the successor, or of another unit that the decision"
                        + " names; it may be spent on nothing else than the one that is moved")
        FundId toFundId,

        @NotNull
        @Schema(
                description = "The day that it counts for: from the end of the unit on, and not before anything that is"
                        + " booked in the fund",
                examples = "2025-07-01")
        LocalDate date,

        @NotNull @Valid @Schema(description = "The decision that it rests on")
        Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fromFundId": "019aa7b0-1c00-7000-8000-000000000001",
              "toFundId": "019aa7b0-1c00-7000-8000-000000000002",
              "date": "2025-07-01",
              "decision": {"number": "12/QĐ-CĐVKS", "date": "2025-06-25", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
