package vn.congdoan.vks.welfare.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.drive.PledgeId;
import vn.congdoan.vks.welfare.goods.GoodsItem;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// A contribution as it is shown.
@Schema(name = "Contribution", description = "Something given to a fund", examples = ContributionView.EXAMPLE)
record ContributionView(
        ContributionId id,
        FundId fundId,

        @Schema(description = "The unit that owns the fund") UnitId unitId,

        @Schema(description = "In đồng; of goods their value", examples = "350000")
        long amount,

        @Schema(description = "The same in Vietnamese words, for the receipt", examples = "Ba trăm năm mươi nghìn đồng")
        String amountInWords,

        Donor donor,

        @Schema(description = "Whether it was money, and how that was handed over, or goods", examples = "CASH")
        GivingMethod method,

        @JsonInclude(Include.NON_NULL)
        @Schema(description = "What was given in kind; absent with money", nullable = true)
        @Nullable
        List<GoodsItem> goods,

        @Schema(description = "The day on which it was given", examples = "2022-10-20")
        LocalDate date,

        @JsonInclude(Include.NON_NULL)
        @Schema(description = "The plan that it counts towards", nullable = true)
        @Nullable
        PlanId planId,

        @JsonInclude(Include.NON_NULL)
        @Schema(description = "The drive that it was given for", nullable = true)
        @Nullable
        DriveId driveId,

        @JsonInclude(Include.NON_NULL)
        @Schema(description = "The pledge that was kept by it", nullable = true)
        @Nullable
        PledgeId pledgeId,

        @Schema(description = "The transfer in the fund's books")
        TransferId transferId,

        @JsonInclude(Include.NON_NULL)
        @Schema(description = "The transfer that took the money back; absent while it stands", nullable = true)
        @Nullable
        TransferId reversedBy,

        @Schema(description = "When it was recorded") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000011",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "amount": 350000,
              "amountInWords": "Ba trăm năm mươi nghìn đồng",
              "donor": {"kind": "MEMBER", "memberId": "019366a0-0000-7000-8000-000000001234"},
              "method": "CASH",
              "date": "2023-10-20",
              "transferId": "019aa7b0-1c00-7000-8000-000000000021",
              "recordedAt": "2023-10-20T02:10:00Z"
            }
            """;
}
