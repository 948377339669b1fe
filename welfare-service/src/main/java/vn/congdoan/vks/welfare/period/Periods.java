package vn.congdoan.vks.welfare.period;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All periods, of all units.
@ApplicationScoped
public class Periods implements PanacheRepositoryBase<Period, PeriodId> {

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
    public Optional<LocalDate> closedThrough(UnitId unit) {
        return sql.one(
                "select day from closed_through(?) as day where day is not null",
                row -> row.getObject(1, LocalDate.class),
                unit.value());
    }

    /// The same of many units; those whose books are open are left out.
    public Map<UnitId, LocalDate> closedThrough(Set<UnitId> units) {
        return sql
                .list(
                        """
                        select unit_id, day from unnest(?) as told (unit_id)
                        cross join lateral closed_through(unit_id) as closed (day) where day is not null
                        """,
                        row -> Map.entry(new UnitId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)),
                        (Object) units.stream().map(UnitId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Waits for those who book in the unit's funds, and lets those who come wait until this transaction has ended.
    void hold(UnitId unit) {
        sql.one("select hold_the_books(?)", row -> true, unit.value());
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
