package vn.congdoan.vks.welfare.insurance;

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

/// All insurance policies, of all unions.
@ApplicationScoped
class InsurancePolicies implements PanacheRepositoryBase<InsurancePolicy, InsurancePolicyId> {

    /// The policy, or 404.
    InsurancePolicy require(InsurancePolicyId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<InsurancePolicy> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Policies of these units, the latest period first.
    List<InsurancePolicy> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (beginsOn < :day or (beginsOn = :day and id.value < :last))";
        SelectionQuery<InsurancePolicy> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from InsurancePolicy where unitId.value in :units" + before
                                + " order by beginsOn desc, id.value desc",
                        InsurancePolicy.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
