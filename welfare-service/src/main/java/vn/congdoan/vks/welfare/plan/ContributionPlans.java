package vn.congdoan.vks.welfare.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All contribution plans, of all unions.
@ApplicationScoped
class ContributionPlans implements PanacheRepositoryBase<ContributionPlan, PlanId> {

    private static final String PROGRESS = """
            with given as (
                select given_by.plan_id, coalesce(line.member_id, payer_of(given_by.plan_id, donor_member_id)) as member_id,
                    sum(amount) as amount
                from (
                    select plan_id, donor_member_id, sum(amount) as amount from standing_contribution
                    where plan_id = any (?) group by plan_id, donor_member_id
                ) given_by
                left join contribution_plan_line line
                    on line.plan_id = given_by.plan_id and line.member_id = donor_member_id
                group by 1, 2
            ), owed as (
                select plan_id, sum(greatest(expected - coalesce(given.amount, 0), 0)) as amount,
                    count(*) filter (where expected > coalesce(given.amount, 0)) as people
                from contribution_plan_line left join given using (plan_id, member_id)
                where plan_id = any (?) and excuse is null group by plan_id
            )
            select plan_id, coalesce((select sum(amount) from given where given.plan_id = plan.plan_id), 0)::bigint,
                written_here(owner_union_id), coalesce(owed.amount, 0)::bigint, coalesce(owed.people, 0)::int
            from contribution_plan plan left join owed using (plan_id) where plan_id = any (?)
            """;

    private final Sql sql;

    ContributionPlans(Sql sql) {
        this.sql = sql;
    }

    /// The plan, or 404.
    ContributionPlan require(PlanId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<ContributionPlan> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// How far each is, in one query.
    Map<PlanId, PlanProgress> progress(Collection<PlanId> some) {
        UUID[] ids = some.stream().map(PlanId::value).toArray(UUID[]::new);
        Map<PlanId, PlanProgress> progress = new HashMap<>();
        sql.list(
                        PROGRESS,
                        row -> Map.entry(
                                new PlanId(row.getObject(1, UUID.class)),
                                row.getBoolean(3)
                                        ? new PlanProgress(row.getLong(2), row.getLong(4), row.getInt(5))
                                        : new PlanProgress(row.getLong(2), null, null)),
                        ids,
                        ids,
                        ids)
                .forEach(each -> progress.put(each.getKey(), each.getValue()));
        return progress;
    }

    /// Plans of these units, those due last first.
    List<ContributionPlan> page(UUID[] units, @Nullable PlanStatus status, @Nullable PlaceInTime after, int rows) {
        String inStatus = status == null ? "" : " and status = :status";
        String before = after == null ? "" : " and (dueOn < :day or (dueOn = :day and id.value < :last))";
        SelectionQuery<ContributionPlan> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from ContributionPlan where unitId.value in :units" + inStatus + before
                                + " order by dueOn desc, id.value desc",
                        ContributionPlan.class)
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
