package vn.congdoan.vks.welfare.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.drive.PledgeId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// What a new contribution is made from.
@JsonInclude(Include.NON_NULL)
@Schema(description = "A new contribution", examples = NewContribution.EXAMPLE)
public record NewContribution(
        @NotNull @Schema(description = "The fund that it is given to")
        FundId fundId,

        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "350000")
        Long amount,

        @NotNull @Valid @Schema(description = "Who gives") Donor donor,

        @NotNull @Schema(description = "How the money was handed over", examples = "CASH")
        PaymentMethod method,

        @NotNull
        @Schema(
                description = "The day on which it was given: not in the future, and the fund is open on it",
                examples = "2022-10-20")
        LocalDate date,

        @Schema(
                description = "The plan that it counts towards: an open one of the fund, with the member on its list;"
                        + " with MEMBER only, without `driveId`",
                nullable = true)
        @Nullable
        PlanId planId,

        @Schema(
                description = "The drive that it is given for: one of the fund, on one of its days; without `planId`",
                nullable = true)
        @Nullable
        DriveId driveId,

        @Schema(description = "The pledge that is kept by it: one of the drive by the same donor", nullable = true)
        @Nullable
        PledgeId pledgeId) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "amount": 350000,
              "donor": {"kind": "MEMBER", "memberId": "019366a0-0000-7000-8000-000000001234"},
              "method": "CASH",
              "date": "2023-10-20"
            }
            """;

    void requireFieldsThatFit() {
        donor.requireFieldsOfItsKind("/donor");
        if (planId != null && driveId != null) {
            throw new Invalid("/driveId", "not-with-a-plan");
        }
        if (pledgeId != null && driveId == null) {
            throw new Invalid("/driveId", "required");
        }
    }

    /// The money of it: income of the fund, or what the fund owes to whoever it is collected for.
    Transfer money(TransferId transfer, FundTerms fund, Instant now) {
        return Transfer.contribution(transfer, date, donor.kind(), fund.passThrough(), method, amount, now);
    }
}
