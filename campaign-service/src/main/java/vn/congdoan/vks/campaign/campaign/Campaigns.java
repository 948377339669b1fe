package vn.congdoan.vks.campaign.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.problem.NotFound;

/// All campaigns, of all units.
@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, CampaignId> {

    /// The campaign, or 404.
    Campaign require(CampaignId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, with their targets, in one query.
    List<Campaign> among(Collection<UUID> ids) {
        return list(
                "from Campaign campaign left join fetch campaign.targets where campaign.id.value in ?1",
                new ArrayList<>(ids));
    }
}
