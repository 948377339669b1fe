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

    private final EntityManager entities;

    CampaignList(EntityManager entities) {
        this.entities = entities;
    }

    /// What to look for; null means any.
    record Filter(@Nullable CampaignStatus status, @Nullable String text) {}

    /// Where the page before ended.
    record After(Instant recordedAt, UUID id) {}

    List<Campaign> page(UUID[] units, Filter filter, @Nullable After after, int rows) {
        StringBuilder query = new StringBuilder("from Campaign where unitId.value in :units");
        query.append(filter.status() == null ? "" : " and status = :status");
        query.append(filter.text() == null ? "" : " and searchable like :text escape '\\'");
        query.append(after == null ? "" : " and (recordedAt < :at or (recordedAt = :at and id.value < :id))");
        query.append(" order by recordedAt desc, id.value desc");
        SelectionQuery<Campaign> selection = entities.unwrap(Session.class)
                .createSelectionQuery(query.toString(), Campaign.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
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
