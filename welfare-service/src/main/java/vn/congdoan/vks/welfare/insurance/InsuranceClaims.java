package vn.congdoan.vks.welfare.insurance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.NotFound;

/// All claims, under all policies.
@ApplicationScoped
class InsuranceClaims implements PanacheRepositoryBase<InsuranceClaim, InsuranceClaimId> {

    /// The claim under a policy, or 404.
    InsuranceClaim require(InsurancePolicyId policy, InsuranceClaimId id) {
        return findByIdOptional(id)
                .filter(found -> found.policyId().equals(policy))
                .orElseThrow(NotFound::new);
    }

    /// Those of a policy, in the order in which they were written down.
    ///
    /// @param status null: all
    List<InsuranceClaim> page(InsurancePolicyId policy, @Nullable ClaimStatus status, @Nullable UUID after, int rows) {
        String such = status == null ? "" : " and status = :status";
        String later = after == null ? "" : " and id.value > :last";
        SelectionQuery<InsuranceClaim> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from InsuranceClaim where policyId.value = :policy" + such + later + " order by id.value",
                        InsuranceClaim.class)
                .setParameter("policy", policy.value())
                .setMaxResults(rows);
        if (status != null) {
            selection.setParameter("status", status);
        }
        if (after != null) {
            selection.setParameter("last", after);
        }
        return selection.getResultList();
    }
}
