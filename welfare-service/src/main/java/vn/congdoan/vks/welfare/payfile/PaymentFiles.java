package vn.congdoan.vks.welfare.payfile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;

/// All payment files, of all funds.
@ApplicationScoped
class PaymentFiles implements PanacheRepositoryBase<PaymentFile, PaymentFileId> {

    /// The file, or 404.
    PaymentFile require(PaymentFileId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Files of funds of these units, the latest first.
    List<PaymentFile> page(UUID[] units, @Nullable PaymentFileStatus status, @Nullable PlaceInTime after, int rows) {
        List<String> conditions = new ArrayList<>(List.of("unitId.value in :units"));
        if (status != null) {
            conditions.add("status = :status");
        }
        if (after != null) {
            conditions.add("(payOn < :day or (payOn = :day and id.value < :last))");
        }
        SelectionQuery<PaymentFile> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from PaymentFile where " + String.join(" and ", conditions)
                                + " order by payOn desc, id.value desc",
                        PaymentFile.class)
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
