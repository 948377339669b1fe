package vn.congdoan.vks.welfare.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.NotFound;

/// All visits, of all support cases.
@ApplicationScoped
class SupportVisits implements PanacheRepositoryBase<SupportVisit, SupportVisitId> {

    private static final UUID NONE_BEFORE = new UUID(0, 0);

    /// The visit of the case, or 404.
    SupportVisit require(SupportCaseId of, SupportVisitId id) {
        return findByIdOptional(id).filter(each -> each.caseId().equals(of)).orElseThrow(NotFound::new);
    }

    /// Visits of a case, in the order in which they were planned.
    List<SupportVisit> page(SupportCaseId of, @Nullable UUID after, int rows) {
        return getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from SupportVisit where caseId.value = :case and id.value > :last order by id.value",
                        SupportVisit.class)
                .setParameter("case", of.value())
                .setParameter("last", after == null ? NONE_BEFORE : after)
                .setMaxResults(rows)
                .getResultList();
    }
}
