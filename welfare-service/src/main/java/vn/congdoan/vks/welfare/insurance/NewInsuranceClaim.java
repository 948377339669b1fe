package vn.congdoan.vks.welfare.insurance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What is asked of the insurer for somebody. Why is between the member and the insurer.
@Schema(
        description = "What is asked of the insurer for somebody; nothing of anybody's health",
        examples = NewInsuranceClaim.EXAMPLE)
public record NewInsuranceClaim(
        @NotNull @Schema(description = "Somebody who was insured on the day of the event")
        MemberId memberId,

        @NotNull @Schema(description = "The day of the event", examples = "2024-05-02")
        LocalDate eventOn,

        @NotNull
        @Schema(description = "The day of the claim, not before the event, not in the future", examples = "2024-05-20")
        LocalDate date,

        @Nullable
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "What was claimed, in đồng", examples = "5000000", nullable = true)
        Long amount) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "eventOn": "2024-05-02",
              "date": "2024-05-20",
              "amount": 5000000
            }
            """;
}
