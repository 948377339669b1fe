package vn.congdoan.vks.welfare.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;

/// All contributions, to all funds.
@ApplicationScoped
class Contributions implements PanacheRepositoryBase<Contribution, ContributionId> {

    private final StatelessSession rows;

    Contributions(StatelessSession rows) {
        this.rows = rows;
    }

    /// Which contributions a list shows. Both days belong to it.
    record Filter(
            @Nullable UUID fund,
            @Nullable List<UUID> member,
            @Nullable UUID plan,
            @Nullable UUID drive,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Filter {
            member = member == null ? null : List.copyOf(member);
        }
    }

    /// The contribution, or 404.
    Contribution require(ContributionId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Contribution> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Writes many down at once, in one batch.
    void insertAll(List<Contribution> many) {
        rows.insertMultiple(many);
    }

    /// Contributions to funds of these units, the latest first.
    List<Contribution> page(UUID[] units, Filter filter, @Nullable PlaceInTime after, int rows) {
        List<String> conditions = new ArrayList<>(List.of("unitId.value in :units"));
        addIf(filter.fund(), "fundId.value = :fund", conditions);
        addIf(filter.member(), "donorMemberId in :member", conditions);
        addIf(filter.plan(), "planId = :plan", conditions);
        addIf(filter.drive(), "driveId = :drive", conditions);
        addIf(filter.from(), "givenOn >= :from", conditions);
        addIf(filter.to(), "givenOn <= :to", conditions);
        addIf(after, "(givenOn < :day or (givenOn = :day and id.value < :last))", conditions);
        SelectionQuery<Contribution> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Contribution where " + String.join(" and ", conditions)
                                + " order by givenOn desc, id.value desc",
                        Contribution.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        bindIf(filter.fund(), "fund", selection);
        if (filter.member() != null) {
            selection.setParameterList("member", filter.member());
        }
        bindIf(filter.plan(), "plan", selection);
        bindIf(filter.drive(), "drive", selection);
        bindIf(filter.from(), "from", selection);
        bindIf(filter.to(), "to", selection);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }

    /// What a member gave, by whichever record, the latest first.
    List<Contribution> ofMember(List<UUID> members, @Nullable PlaceInTime after, int rows) {
        String before = after == null ? "" : " and (givenOn < :day or (givenOn = :day and id.value < :last))";
        SelectionQuery<Contribution> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Contribution where donorMemberId in :members" + before
                                + " order by givenOn desc, id.value desc",
                        Contribution.class)
                .setParameterList("members", members)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }

    private static void addIf(@Nullable Object value, String condition, List<String> conditions) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void bindIf(@Nullable Object value, String name, SelectionQuery<Contribution> selection) {
        if (value != null) {
            selection.setParameter(name, value);
        }
    }
}
