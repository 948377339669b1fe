package vn.congdoan.vks.welfare.period;

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
import vn.congdoan.vks.platform.sql.Sql;

/// All periods, of all units.
@ApplicationScoped
class Periods implements PanacheRepositoryBase<Period, PeriodId> {

    private static final String CHAINED = """
            select not exists (
                select from change_pending where aggregate_type = 'transfer'
                    and stream_key in (select fund_id from fund where unit_id = ?)
            ) and not exists (
                select from change cross join proof_place
                where change.position > proof_place.position and aggregate_type = 'transfer'
                    and stream_key in (select fund_id from fund where unit_id = ?)
            )
            """;

    private final Sql sql;

    Periods(Sql sql) {
        this.sql = sql;
    }

    /// The period, or 404.
    Period require(PeriodId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Period> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// The day up to which the books of a unit are closed.
    Optional<LocalDate> closedThrough(UnitId unit) {
        return sql.one(
                "select day from closed_through(?) as day where day is not null",
                row -> row.getObject(1, LocalDate.class),
                unit.value());
    }

    /// Waits for those who book in the unit's funds, and lets those who come wait until this transaction has ended.
    void hold(UnitId unit) {
        sql.one("select hold_the_books(?)", row -> true, unit.value());
    }

    /// Whether everything that was booked in the unit's funds is in their chains. While they are held, nothing more
    // comes.
    boolean areChained(UnitId unit) {
        return sql.one(CHAINED, row -> row.getBoolean(1), unit.value(), unit.value())
                .orElseThrow();
    }

    /// Periods of these units, the latest first.
    List<Period> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (lastDay < :day or (lastDay = :day and id.value < :last))";
        SelectionQuery<Period> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Period where unitId.value in :units" + before + " order by lastDay desc, id.value desc",
                        Period.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
