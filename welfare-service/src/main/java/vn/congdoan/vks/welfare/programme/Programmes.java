package vn.congdoan.vks.welfare.programme;

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

/// All support programmes, of all unions.
@ApplicationScoped
class Programmes implements PanacheRepositoryBase<Programme, ProgrammeId> {

    /// The programme, or 404.
    Programme require(ProgrammeId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Programme> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Programmes of these units, the latest list first.
    List<Programme> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (listedOn < :day or (listedOn = :day and id.value < :last))";
        SelectionQuery<Programme> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Programme where unitId.value in :units" + before
                                + " order by listedOn desc, id.value desc",
                        Programme.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
