package vn.congdoan.vks.welfare.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.ledger.FundId;

/// All imports, of all units.
@ApplicationScoped
class Imports implements PanacheRepositoryBase<ContributionImport, ImportId> {

    /// The import, or 404.
    ContributionImport require(ImportId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Where a list goes on: after the import that was uploaded then.
    record Place(Instant at, UUID id) {}

    /// Imports to funds of these units, the latest first.
    List<ContributionImport> page(UUID[] units, @Nullable FundId fund, @Nullable Place after, int rows) {
        String before = " and (recordedAt < :at or (recordedAt = :at and id.value < :last))";
        SelectionQuery<ContributionImport> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from ContributionImport where unitId.value in :units"
                                + (fund == null ? "" : " and fundId = :fund")
                                + (after == null ? "" : before)
                                + " order by recordedAt desc, id.value desc",
                        ContributionImport.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (fund != null) {
            selection.setParameter("fund", fund);
        }
        if (after != null) {
            selection.setParameter("at", after.at()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
