package vn.congdoan.vks.campaign.participation;

import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.Target;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A participation as published.
public record ParticipationState(
        ParticipationId id,
        UnitId ownerUnionId,
        CampaignId campaignId,
        UnitId unitId,
        LocalDate joinedOn,
        List<Target> targets) {

    public static final AggregateType TYPE =
            AggregateType.states("campaign", "participation", 1, ParticipationState.class, "joined");

    public ParticipationState {
        targets = List.copyOf(targets);
    }
}
