package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.NotFound;

/// Campaigns for the other features of this service, as far as a caller may know of them.
@ApplicationScoped
public class KnownCampaigns {

    private final Campaigns campaigns;
    private final VisibleCampaigns visible;

    KnownCampaigns(Campaigns campaigns, VisibleCampaigns visible) {
        this.campaigns = campaigns;
        this.visible = visible;
    }

    /// For somebody with a role: a campaign within reach, or a launched one that calls the caller's unit.
    public Optional<KnownCampaign> forStaff(CampaignId id) {
        return campaigns.findByIdOptional(id).filter(visible::isVisibleToStaff).map(Campaign::known);
    }

    /// The same, or 404.
    public KnownCampaign requireForStaff(CampaignId id) {
        return forStaff(id).orElseThrow(NotFound::new);
    }

    /// For whoever acts for this unit or a member in it: a launched campaign that calls the unit, or that a unit of its
    /// own union launched, so that one who is not called can be told so.
    public Optional<KnownCampaign> forUnit(UnitPlace place, CampaignId id) {
        return campaigns
                .findByIdOptional(id)
                .filter(campaign -> visible.concerns(campaign, place))
                .map(Campaign::known);
    }
}
