package vn.congdoan.vks.welfare.payable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All payables, of all unions.
@ApplicationScoped
class Payables implements PanacheRepositoryBase<Payable, PayableId> {

    private static final String SAME = """
            select exists (
                select from payable same join payable told
                    on told.payable_id = ? and same.owner_union_id = told.owner_union_id
                        and lower(same.decision_number) = lower(told.decision_number)
                        and same.member_id is not distinct from told.member_id
                        and same.recipient_unit_id is not distinct from told.recipient_unit_id
                where same.payable_id <> told.payable_id and same.status = any (?))
            """;

    private final Sql sql;

    Payables(Sql sql) {
        this.sql = sql;
    }

    /// Which payables a list shows; what is null does not matter.
    record Filter(
            @Nullable PayableStatus status,
            @Nullable Boolean revoked,
            @Nullable MemberId member) {}

    /// The payable, or 404.
    Payable require(PayableId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Payable> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Whether another one, in one of these states, owes to the same by a decision of the same number.
    boolean isKnownOtherwise(PayableId id, PayableStatus... states) {
        String[] wanted = new String[states.length];
        for (int each = 0; each < states.length; each++) {
            wanted[each] = states[each].name();
        }
        return sql.one(SAME, row -> row.getBoolean(1), id.value(), wanted).orElseThrow();
    }

    /// Payables of these units, the latest decision first.
    List<Payable> page(UUID[] units, Filter filter, @Nullable PlaceInTime after, int rows) {
        List<String> conditions = new ArrayList<>(List.of("unitId.value in :units"));
        if (filter.status() != null) {
            conditions.add("status = :status");
        }
        if (filter.revoked() != null) {
            conditions.add("revocation.date is " + (filter.revoked() ? "not null" : "null"));
        }
        if (filter.member() != null) {
            conditions.add("memberId.value = :member");
        }
        if (after != null) {
            conditions.add("(decision.date < :day or (decision.date = :day and id.value < :last))");
        }
        SelectionQuery<Payable> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Payable where " + String.join(" and ", conditions)
                                + " order by decision.date desc, id.value desc",
                        Payable.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (filter.status() != null) {
            selection.setParameter("status", filter.status());
        }
        if (filter.member() != null) {
            selection.setParameter("member", filter.member().value());
        }
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }

    /// What a member gets or was to get, the latest id first.
    List<Payable> ofMember(MemberId member, @Nullable UUID after, int rows) {
        String before = after == null ? "" : " and id.value < :last";
        SelectionQuery<Payable> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Payable where memberId.value = :member" + before + " order by id.value desc",
                        Payable.class)
                .setParameter("member", member.value())
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("last", after);
        }
        return selection.getResultList();
    }
}
