package vn.congdoan.vks.campaign.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.campaign.campaign.CampaignState;
import vn.congdoan.vks.campaign.commitment.CommitmentState;
import vn.congdoan.vks.campaign.participation.ParticipationState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Logged;

/// Every kind of record whose changes are logged and published; what others refer to comes before them.
@ApplicationScoped
class PublishedRecords implements Logged {

    @Override
    public List<AggregateType> types() {
        return List.of(CampaignState.TYPE, ParticipationState.TYPE, CommitmentState.TYPE);
    }
}
