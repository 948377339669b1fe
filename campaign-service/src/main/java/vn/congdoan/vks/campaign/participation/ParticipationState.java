package vn.congdoan.vks.campaign.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.Target;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A participation as published.
///
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record ParticipationState(
        ParticipationId id,
        UnitId ownerUnionId,
        CampaignId campaignId,
        UnitId unitId,
        LocalDate joinedOn,
        List<Target> targets,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("campaign", "participation", 1, ParticipationState.class, "joined");

    public ParticipationState {
        targets = List.copyOf(targets);
    }
}
