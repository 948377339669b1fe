package vn.congdoan.vks.welfare.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;

/// All rules of entitlement, of all unions.
@ApplicationScoped
class EntitlementRules implements PanacheRepositoryBase<EntitlementRule, EntitlementRuleId> {

    /// The rule, or 404.
    EntitlementRule require(EntitlementRuleId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Whether the union has a rule for the reason that begins on the day.
    boolean begins(UnitId union, EntitlementReason reason, LocalDate day) {
        return count("unitId = ?1 and reason = ?2 and validFrom = ?3", union, reason, day) > 0;
    }

    /// Rules of these unions, the latest first.
    List<EntitlementRule> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (validFrom < :day or (validFrom = :day and id.value < :last))";
        SelectionQuery<EntitlementRule> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from EntitlementRule where unitId.value in :units" + before
                                + " order by validFrom desc, id.value desc",
                        EntitlementRule.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
