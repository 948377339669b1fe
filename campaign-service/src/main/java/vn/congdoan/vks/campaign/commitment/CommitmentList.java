package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// Lists commitments, the newest first.
@ApplicationScoped
class CommitmentList {

    private final EntityManager entities;

    CommitmentList(EntityManager entities) {
        this.entities = entities;
    }

    /// Whose commitments may be shown.
    ///
    /// @param units commitments of these units and their members
    /// @param own the caller's own as a member, wherever they were made; null: they are not looked for
    record Sight(List<UUID> units, @Nullable MemberId own) {}

    /// What to look for; null means any.
    record Filter(@Nullable UUID campaign, @Nullable MemberId member) {}

    /// Where the page before ended.
    record After(Instant recordedAt, UUID id) {}

    List<Commitment> page(Sight sight, Filter filter, @Nullable After after, int rows) {
        StringBuilder query = new StringBuilder("from Commitment where ");
        query.append(
                sight.own() == null ? "unitId.value in :units" : "(unitId.value in :units or memberId.value = :own)");
        query.append(filter.campaign() == null ? "" : " and campaignId.value = :campaign");
        query.append(filter.member() == null ? "" : " and memberId.value = :member");
        query.append(after == null ? "" : " and (recordedAt < :at or (recordedAt = :at and id.value < :id))");
        query.append(" order by recordedAt desc, id.value desc");
        SelectionQuery<Commitment> selection = entities.unwrap(Session.class)
                .createSelectionQuery(query.toString(), Commitment.class)
                .setParameterList("units", sight.units())
                .setMaxResults(rows);
        if (sight.own() != null) {
            selection.setParameter("own", sight.own().value());
        }
        if (filter.campaign() != null) {
            selection.setParameter("campaign", filter.campaign());
        }
        if (filter.member() != null) {
            selection.setParameter("member", filter.member().value());
        }
        if (after != null) {
            selection.setParameter("at", after.recordedAt()).setParameter("id", after.id());
        }
        return selection.getResultList();
    }
}
