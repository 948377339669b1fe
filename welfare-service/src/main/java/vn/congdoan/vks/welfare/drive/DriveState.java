package vn.congdoan.vks.welfare.drive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A drive as published, without who pledged what. What was given are contributions.
///
/// @param unitId the unit that collects
/// @param goal how much is hoped for, in đồng
/// @param closesOn the last day
/// @param pledged what was promised and not withdrawn, given or not, in đồng
public record DriveState(
        DriveId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fundId,
        String name,
        @Nullable String legalBasis,
        @Nullable Long goal,
        LocalDate opensOn,
        LocalDate closesOn,
        long pledged,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "drive", 1, DriveState.class, "opened", "extended", "pledged", "withdrawn");
}
