package vn.congdoan.vks.welfare.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// All limits of support, of all unions.
@ApplicationScoped
class SupportLimits implements PanacheRepositoryBase<SupportLimit, SupportLimitId> {

    /// The limit, or 404.
    SupportLimit require(SupportLimitId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<SupportLimit> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// What holds for a union on a day; empty where nothing was ever set.
    Optional<SupportLimit> inForce(UnitId union, SupportKind kind, LocalDate day) {
        return find("unitId = ?1 and kind = ?2 and validFrom <= ?3 order by validFrom desc", union, kind, day)
                .firstResultOptional();
    }

    /// Whether the union has a limit of the kind that begins on the day.
    boolean begins(UnitId union, SupportKind kind, LocalDate day) {
        return count("unitId = ?1 and kind = ?2 and validFrom = ?3", union, kind, day) > 0;
    }

    /// Limits of these unions, the latest first.
    List<SupportLimit> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (validFrom < :day or (validFrom = :day and id.value < :last))";
        SelectionQuery<SupportLimit> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from SupportLimit where unitId.value in :units" + before
                                + " order by validFrom desc, id.value desc",
                        SupportLimit.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
