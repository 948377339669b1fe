package vn.congdoan.vks.welfare.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.goods.GoodsItem;
import vn.congdoan.vks.welfare.ledger.DonorKind;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// A contribution as published. The name of somebody outside the union never leaves this service.
///
/// @param unitId the unit that owns the fund
/// @param amount in whole đồng; of goods their value
/// @param planId the plan that it counts towards
/// @param driveId the drive that it was given for
/// @param goods what was given in kind; absent with money
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record ContributionState(
        ContributionId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fundId,
        TransferId transferId,
        long amount,
        GivingMethod method,
        LocalDate date,
        Giver donor,
        @Nullable PlanId planId,
        @Nullable DriveId driveId,
        @Nullable List<GoodsItem> goods,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "contribution", 1, ContributionState.class, "recorded");

    /// Who gave, as far as others may know.
    public record Giver(
            DonorKind kind,
            @Nullable MemberId memberId,
            @Nullable UnitId unitId) {}
}
