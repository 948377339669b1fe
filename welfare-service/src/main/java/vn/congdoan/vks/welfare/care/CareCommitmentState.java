package vn.congdoan.vks.welfare.care;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.BeneficiaryKind;

/// A care commitment as published, inside its union alone: neither for whom it is, nor who did what.
///
/// @param unitId the unit that cares
/// @param amount on each due day, in đồng
/// @param lastDueOn the last day on which something may be due; absent: for life
/// @param amountOfYear what it comes to in its first twelve months, in đồng
/// @param writtenOn the day on which it was written down
/// @param endedOn the last day, where it has ended
/// @param paid how many due days are paid
/// @param leftOut how many due days will not be paid
public record CareCommitmentState(
        CareCommitmentId id,
        UnitId ownerUnionId,
        UnitId unitId,
        SupportKind kind,
        BeneficiaryKind beneficiary,
        FundId fundId,
        long amount,
        int everyMonths,
        LocalDate firstDueOn,
        @Nullable LocalDate lastDueOn,
        long amountOfYear,
        LocalDate writtenOn,
        CareStatus status,
        @Nullable Decision decision,
        @Nullable LocalDate endedOn,
        @Nullable CareEndReason endReason,
        int paid,
        int leftOut,
        Instant recordedAt,
        @Nullable Instant decidedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare",
            "care-commitment",
            1,
            CareCommitmentState.class,
            "proposed",
            "approved",
            "cancelled",
            "paid",
            "returned",
            "excused",
            "ended");
}
