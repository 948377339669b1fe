package vn.congdoan.vks.welfare.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;

/// All that was noted of people's lives, of all unions.
@ApplicationScoped
class LifeEvents implements PanacheRepositoryBase<LifeEvent, LifeEventId> {

    /// The note, or 404.
    LifeEvent require(LifeEventId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Notes of these units, what happened last first.
    ///
    /// @param member null: of everybody
    List<LifeEvent> page(UUID[] units, @Nullable UUID member, @Nullable PlaceInTime after, int rows) {
        String of = member == null ? "" : " and memberId.value = :member";
        String before = after == null ? "" : " and (happenedOn < :day or (happenedOn = :day and id.value < :last))";
        SelectionQuery<LifeEvent> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from LifeEvent where unitId.value in :units" + of + before
                                + " order by happenedOn desc, id.value desc",
                        LifeEvent.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (member != null) {
            selection.setParameter("member", member);
        }
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
