package vn.congdoan.vks.welfare.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A fund as published. What it holds follows from the transfers.
///
/// @param unitId the unit that owns the fund
/// @param closesOn the last day, inclusive; absent without end
/// @param recordedAt when it was first written down; absent in what was published before this was told
/// @param movedTo the fund that everything went to which it held when its unit ended; absent while it stands
public record FundState(
        FundId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundKind kind,
        String name,
        @Nullable String legalBasis,
        boolean passThrough,
        List<SupportKind> purposes,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        boolean takesOutsideDonors,
        @Nullable Instant recordedAt,
        @Nullable FundId movedTo) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "fund", 1, FundState.class, "created", "moved");

    public FundState {
        purposes = List.copyOf(purposes);
    }
}
