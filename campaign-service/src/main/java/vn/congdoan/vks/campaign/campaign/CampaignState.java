package vn.congdoan.vks.campaign.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A campaign as published.
///
/// @param endsOn the last day, inclusive; absent for a standing campaign
/// @param scopeUnitIds the units that it calls, each with everything below it, unions included
/// @param launchedOn absent for a draft
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record CampaignState(
        CampaignId id,
        UnitId ownerUnionId,
        UnitId unitId,
        CampaignKind kind,
        CampaignStatus status,
        String name,
        @Nullable String theme,
        @Nullable String legalBasis,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<UnitId> scopeUnitIds,
        List<Target> targets,
        @Nullable LocalDate launchedOn,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("campaign", "campaign", 1, CampaignState.class, "drafted", "launched");

    public CampaignState {
        scopeUnitIds = List.copyOf(scopeUnitIds);
        targets = List.copyOf(targets);
    }
}
