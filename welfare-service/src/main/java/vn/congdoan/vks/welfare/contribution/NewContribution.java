package vn.congdoan.vks.welfare.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.drive.PledgeId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.goods.NewGoods;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// What a new contribution is made from.
@JsonInclude(Include.NON_NULL)
@Schema(description = "A new contribution", examples = NewContribution.EXAMPLE)
public record NewContribution(
        @NotNull @Schema(description = "The fund that it is given to")
        FundId fundId,

        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description = "In đồng; of money only, goods are worth what they sum to",
                examples = "350000",
                nullable = true)
        @Nullable
        Long amount,

        @NotNull @Valid @Schema(description = "Who gives") Donor donor,

        @NotNull @Schema(description = "Whether it is money, and how that was handed over, or goods", examples = "CASH")
        GivingMethod method,

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
        PledgeId pledgeId,

        @Valid
        @Size(min = 1, max = 100)
        @Schema(
                description = "What is given in kind; with GOODS only, without `planId` and `pledgeId`",
                nullable = true)
        @Nullable
        List<@NotNull NewGoods> goods) {

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
        if (method == GivingMethod.GOODS) {
            requireFieldsOfGoods();
        } else {
            requireFieldsOfMoney();
        }
        if (planId != null && driveId != null) {
            throw new Invalid("/driveId", "not-with-a-plan");
        }
        if (pledgeId != null && driveId == null) {
            throw new Invalid("/driveId", "required");
        }
    }

    private void requireFieldsOfGoods() {
        refuse(amount, "/amount", "not-with-goods");
        refuse(planId, "/planId", "not-with-goods");
        refuse(pledgeId, "/pledgeId", "not-with-goods");
        if (goods == null) {
            throw new Invalid("/goods", "required");
        }
        if (worth() > Transfer.MAX_AMOUNT) {
            throw new Invalid(new Violation("/goods", "too-large", Map.of("value", Transfer.MAX_AMOUNT)));
        }
    }

    private void requireFieldsOfMoney() {
        refuse(goods, "/goods", "not-with-money");
        if (amount == null) {
            throw new Invalid("/amount", "required");
        }
    }

    private static void refuse(@Nullable Object field, String at, String code) {
        if (field != null) {
            throw new Invalid(at, code);
        }
    }

    /// What it is worth, in đồng.
    long worth() {
        return goods == null
                ? Objects.requireNonNull(amount)
                : goods.stream().mapToLong(NewGoods::value).sum();
    }

    /// What moves in the books: income of the fund, or what the fund owes to whoever it is collected for.
    Transfer money(TransferId transfer, FundTerms fund, Instant now) {
        return Transfer.contribution(transfer, date, donor.kind(), fund.passThrough(), method, worth(), now);
    }
}
