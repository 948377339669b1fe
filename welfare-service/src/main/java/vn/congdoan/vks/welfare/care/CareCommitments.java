package vn.congdoan.vks.welfare.care;

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

/// All care commitments, of all unions.
@ApplicationScoped
class CareCommitments implements PanacheRepositoryBase<CareCommitment, CareCommitmentId> {

    /// The commitment, or 404.
    CareCommitment require(CareCommitmentId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<CareCommitment> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Commitments of these units, those that were written down last first.
    ///
    /// @param status null: all
    List<CareCommitment> page(UUID[] units, @Nullable CareStatus status, @Nullable PlaceInTime after, int rows) {
        String such = status == null ? "" : " and status = :status";
        String before = after == null ? "" : " and (writtenOn < :day or (writtenOn = :day and id.value < :last))";
        SelectionQuery<CareCommitment> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from CareCommitment where unitId.value in :units" + such + before
                                + " order by writtenOn desc, id.value desc",
                        CareCommitment.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (status != null) {
            selection.setParameter("status", status);
        }
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
