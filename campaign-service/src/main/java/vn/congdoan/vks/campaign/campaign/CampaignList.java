package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Lists campaigns, the newest first.
@ApplicationScoped
class CampaignList {

    private static final String SEEN = """
            from Campaign where (unitId.value in :units
                or (launchedOn is not null and array_intersects(scopeUnitIds, :called)))
            """;

    private static final String AROUND = """
             and (unitId.value in :unitsAround
                or (launchedOn is not null and array_intersects(scopeUnitIds, :calledAround)))
            """;

    private final EntityManager entities;

    CampaignList(EntityManager entities) {
        this.entities = entities;
    }

    /// What to look for; null means any.
    ///
    /// @param around which units it must concern
    record Filter(
            VisibleCampaigns.@Nullable Sight around,
            @Nullable CampaignStatus status,
            @Nullable String text) {}

    /// Where the page before ended.
    record After(Instant recordedAt, UUID id) {}

    List<Campaign> page(VisibleCampaigns.Sight seen, Filter filter, @Nullable After after, int rows) {
        StringBuilder query = new StringBuilder(SEEN);
        query.append(filter.around() == null ? "" : AROUND);
        query.append(filter.status() == null ? "" : " and status = :status");
        query.append(filter.text() == null ? "" : " and searchable like :text escape '\\'");
        query.append(after == null ? "" : " and (recordedAt < :at or (recordedAt = :at and id.value < :id))");
        query.append(" order by recordedAt desc, id.value desc");
        SelectionQuery<Campaign> selection = entities.unwrap(Session.class)
                .createSelectionQuery(query.toString(), Campaign.class)
                .setParameterList("units", seen.units())
                .setParameter("called", seen.called().toArray(UUID[]::new))
                .setMaxResults(rows);
        if (filter.around() != null) {
            selection
                    .setParameterList("unitsAround", filter.around().units())
                    .setParameter("calledAround", filter.around().called().toArray(UUID[]::new));
        }
        if (filter.status() != null) {
            selection.setParameter("status", filter.status());
        }
        if (filter.text() != null) {
            selection.setParameter("text", VietnameseText.containing(filter.text()));
        }
        if (after != null) {
            selection.setParameter("at", after.recordedAt()).setParameter("id", after.id());
        }
        return selection.getResultList();
    }
}
