package vn.congdoan.vks.welfare.drive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All drives, of all unions.
@ApplicationScoped
class Drives implements PanacheRepositoryBase<Drive, DriveId> {

    private static final String PROGRESS = """
            with given as (
                select drive_id, pledge_id, sum(amount) filter (where method <> 'GOODS') as amount,
                    sum(amount) filter (where method = 'GOODS') as in_kind, count(*) as many from standing_contribution
                where drive_id = any (?) group by drive_id, pledge_id
            )
            select drive.drive_id, coalesce(sum(given.amount), 0)::bigint, coalesce(sum(many), 0)::int,
                coalesce(sum(least(given.amount, pledge.amount)) filter (where not withdrawn), 0)::bigint,
                written_here(owner_union_id), coalesce(sum(given.in_kind), 0)::bigint
            from drive left join given using (drive_id) left join pledge using (pledge_id)
            where drive.drive_id = any (?) group by drive.drive_id
            """;

    private final Sql sql;

    Drives(Sql sql) {
        this.sql = sql;
    }

    /// The drive, or 404.
    Drive require(DriveId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Drive> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// How far each is, in one query.
    Map<DriveId, DriveProgress> progress(Collection<DriveId> some) {
        UUID[] ids = some.stream().map(DriveId::value).toArray(UUID[]::new);
        Map<DriveId, DriveProgress> progress = new HashMap<>();
        sql.list(
                        PROGRESS,
                        row -> Map.entry(
                                new DriveId(row.getObject(1, UUID.class)),
                                new DriveProgress(
                                        row.getLong(2),
                                        row.getLong(6),
                                        row.getInt(3),
                                        row.getBoolean(5) ? row.getLong(4) : null)),
                        ids,
                        ids)
                .forEach(each -> progress.put(each.getKey(), each.getValue()));
        return progress;
    }

    /// The last day on which something was given for it.
    Optional<LocalDate> lastGift(DriveId id) {
        return sql.one(
                "select given_on from standing_contribution where drive_id = ? order by given_on desc limit 1",
                row -> row.getObject(1, LocalDate.class),
                id.value());
    }

    /// Drives of these units, the latest first.
    List<Drive> page(UUID[] units, @Nullable LocalDate on, @Nullable PlaceInTime after, int rows) {
        String openOn = on == null ? "" : " and opensOn <= :on and closesOn >= :on";
        String before = after == null ? "" : " and (opensOn < :day or (opensOn = :day and id.value < :last))";
        SelectionQuery<Drive> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Drive where unitId.value in :units" + openOn + before
                                + " order by opensOn desc, id.value desc",
                        Drive.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (on != null) {
            selection.setParameter("on", on);
        }
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }
}
