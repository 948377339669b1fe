package vn.congdoan.vks.welfare.goods;

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
import vn.congdoan.vks.welfare.ledger.FundId;

/// All goods that were given out, of all funds.
@ApplicationScoped
class GoodsIssues implements PanacheRepositoryBase<GoodsIssue, GoodsIssueId> {

    /// What was given out of the fund under this id, or 404.
    GoodsIssue require(FundId fund, GoodsIssueId id) {
        return findByIdOptional(id).filter(each -> each.fundId().equals(fund)).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<GoodsIssue> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// What was given out of a fund, the latest first.
    List<GoodsIssue> page(FundId fund, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (issuedOn < :day or (issuedOn = :day and id.value < :last))";
        SelectionQuery<GoodsIssue> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from GoodsIssue where fundId.value = :fund" + before
                                + " order by issuedOn desc, id.value desc",
                        GoodsIssue.class)
                .setParameter("fund", fund.value())
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
