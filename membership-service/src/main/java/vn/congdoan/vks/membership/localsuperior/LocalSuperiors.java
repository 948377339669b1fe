package vn.congdoan.vks.membership.localsuperior;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// The local superiors of all unions, through time.
@ApplicationScoped
class LocalSuperiors implements PanacheRepositoryBase<LocalSuperior, LocalSuperiorId> {

    /// The one of this union, or 404.
    LocalSuperior require(UnitId union, LocalSuperiorId id) {
        return findByIdOptional(id)
                .filter(found -> found.unionId().equals(union))
                .orElseThrow(NotFound::new);
    }

    /// In the order of time.
    ///
    /// @param after the first day of the last one on the page before
    List<LocalSuperior> page(UnitId union, @Nullable LocalDate after, int rows) {
        return after == null
                ? find("unionId = ?1 order by validFrom", union).page(0, rows).list()
                : find("unionId = ?1 and validFrom > ?2 order by validFrom", union, after)
                        .page(0, rows)
                        .list();
    }

    /// The one of a day; empty before the first.
    Optional<LocalSuperior> on(LocalDate day, UnitId union) {
        return find("unionId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)", union, day)
                .firstResultOptional();
    }

    /// The first one that begins after a day.
    Optional<LocalSuperior> after(LocalDate day, UnitId union) {
        return find("unionId = ?1 and validFrom > ?2 order by validFrom", union, day)
                .firstResultOptional();
    }
}
