package vn.congdoan.vks.welfare.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A support programme as published: how many and how much, and nobody on its list.
///
/// @param unitId whose people are supported, with everything below it in its union
/// @param amount for each person, in đồng
/// @param listed how many are on the list
/// @param paid how many are paid
public record ProgrammeState(
        ProgrammeId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fundId,
        SupportKind kind,
        String name,
        List<BeneficiaryGroup> groups,
        LocalDate listedOn,
        long amount,
        int listed,
        int paid,
        ProgrammeStatus status,
        @Nullable Decision decision,
        Instant recordedAt,
        @Nullable Instant decidedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare",
            "support-programme",
            1,
            ProgrammeState.class,
            "listed",
            "shortened",
            "approved",
            "cancelled",
            "paid",
            "returned",
            "closed");

    public ProgrammeState {
        groups = List.copyOf(groups);
    }
}
