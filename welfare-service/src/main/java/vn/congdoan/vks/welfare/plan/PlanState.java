package vn.congdoan.vks.welfare.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A contribution plan as published: of how many how much is expected, and nobody by name. What was given are
/// contributions.
///
/// @param unitId whose members give, with everything below it in its union
/// @param amount of each member, in đồng; absent where it is not the same of everybody
/// @param share of the pay; absent where it is none
/// @param expectedAmount of all of them, in đồng
public record PlanState(
        PlanId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fundId,
        String name,
        LocalDate dueOn,
        @Nullable Long amount,
        @Nullable PayShare share,
        int expectedMembers,
        long expectedAmount,
        PlanStatus status,
        Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare", "contribution-plan", 1, PlanState.class, "planned", "expected", "excused", "closed");
}
