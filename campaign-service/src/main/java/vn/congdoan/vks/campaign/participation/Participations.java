package vn.congdoan.vks.campaign.participation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All participations, of all units.
@ApplicationScoped
public class Participations implements PanacheRepositoryBase<Participation, ParticipationId> {

    /// The participation in this campaign, or 404.
    Participation require(CampaignId campaign, ParticipationId id) {
        return findByIdOptional(id)
                .filter(found -> found.campaignId().equals(campaign))
                .orElseThrow(NotFound::new);
    }

    /// Whether one of the units has joined the campaign.
    public boolean includeAny(CampaignId campaign, Collection<UnitId> units) {
        List<UUID> ids = units.stream().map(UnitId::value).toList();
        return count("campaignId = ?1 and unitId.value in ?2", campaign, new ArrayList<>(ids)) > 0;
    }

    /// Those of the ids that are there, with their targets, in one query.
    List<Participation> among(Collection<UUID> ids) {
        return list(
                "from Participation joined left join fetch joined.targets where joined.id.value in ?1",
                new ArrayList<>(ids));
    }

    /// The units that joined last, first.
    List<Participation> page(CampaignId campaign, UUID[] units, @Nullable UUID before, int rows) {
        String query = "from Participation where campaignId = :campaign and unitId.value in :units"
                + (before == null ? "" : " and id.value < :before")
                + " order by id.value desc";
        SelectionQuery<Participation> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(query, Participation.class)
                .setParameter("campaign", campaign)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (before != null) {
            selection.setParameter("before", before);
        }
        return selection.getResultList();
    }
}
