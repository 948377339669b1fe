package vn.congdoan.vks.campaign.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.problem.NotFound;

/// All campaigns, of all units.
@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, CampaignId> {

    /// The campaign, or 404.
    Campaign require(CampaignId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }
}
