package vn.congdoan.vks.welfare.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A support case as published, inside its union alone: neither who is supported, nor why, nor who did what.
///
/// @param unitId the unit that asks
/// @param date the day of the request
/// @param proposed in đồng
/// @param approved in đồng
/// @param proposedGoods up to which value goods were to be given as well, in đồng; absent: none
/// @param approvedGoods up to which value they may be given
/// @param decision the committee's resolution, where there was one
public record SupportCaseState(
        SupportCaseId id,
        UnitId ownerUnionId,
        UnitId unitId,
        SupportKind kind,
        BeneficiaryKind beneficiary,
        LocalDate date,
        SupportStatus status,
        @Nullable FundId fundId,
        @Nullable Long proposed,
        @Nullable Long approved,
        @Nullable Long proposedGoods,
        @Nullable Long approvedGoods,
        @Nullable Decision decision,
        @Nullable LocalDate paidOn,
        Instant recordedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant paidAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare",
            "support-case",
            1,
            SupportCaseState.class,
            "requested",
            "verified",
            "proposed",
            "approved",
            "refused",
            "withdrawn",
            "paid",
            "returned");
}
