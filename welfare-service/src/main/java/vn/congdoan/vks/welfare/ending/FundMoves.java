package vn.congdoan.vks.welfare.ending;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;

/// All moves of funds.
@ApplicationScoped
class FundMoves implements PanacheRepositoryBase<FundMove, FundMoveId> {

    /// The move, or 404.
    FundMove require(FundMoveId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<FundMove> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Those of funds of the units that have ended.
    List<FundMove> of(Collection<UUID> units) {
        return list("unitId.value in ?1 order by movedOn, id.value", new ArrayList<>(units));
    }

    /// Moves of funds of these units, the latest first.
    List<FundMove> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (movedOn < :day or (movedOn = :day and id.value < :last))";
        SelectionQuery<FundMove> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from FundMove where unitId.value in :units" + before + " order by movedOn desc, id.value desc",
                        FundMove.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
