package vn.congdoan.vks.membership.figure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.NotFound;

/// All reported figures, of all unions.
@ApplicationScoped
class ReportedFigures implements PanacheRepositoryBase<ReportedFigure, ReportedFigureId> {

    private static final UUID END = new UUID(-1, -1);

    /// The figure, or 404.
    ReportedFigure require(ReportedFigureId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same figure waits, and then sees that it has another version.
    ReportedFigure requireToChange(ReportedFigureId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /// Those that there are, with what was done to them.
    List<ReportedFigure> whole(Collection<UUID> ids) {
        return list(
                "from ReportedFigure figure left join fetch figure.steps where figure.id.value in ?1",
                new ArrayList<>(ids));
    }

    /// What was done to a figure, the last first.
    ///
    /// @param before the page ends before this step; null: with the last one
    List<FigureStep> steps(ReportedFigureId id, @Nullable UUID before, int rows) {
        return getEntityManager()
                .createQuery(
                        "select step from ReportedFigure figure join figure.steps step"
                                + " where figure.id = ?1 and step.id < ?2 order by step.id desc",
                        FigureStep.class)
                .setParameter(1, id)
                .setParameter(2, before == null ? END : before)
                .setMaxResults(rows)
                .getResultList();
    }
}
