package vn.congdoan.vks.welfare.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What must be known of plans where something is given towards them.
@ApplicationScoped
public class PlansForGiving {

    private final Sql sql;

    PlansForGiving(Sql sql) {
        this.sql = sql;
    }

    /// A plan as far as giving goes.
    public record Terms(PlanId id, FundId fund, boolean isOpen) {}

    /// Somebody on the list of a plan.
    public record Listed(PlanId plan, MemberId member) {}

    /// Those of the plans that are there, in one query. None of them is closed until the transaction ends.
    public Map<PlanId, Terms> terms(Collection<PlanId> plans) {
        return sql
                .list(
                        "select plan_id, fund_id, status = 'OPEN' from contribution_plan where plan_id = any (?)"
                                + " order by plan_id for share",
                        row -> new Terms(
                                new PlanId(row.getObject(1, UUID.class)),
                                new FundId(row.getObject(2, UUID.class)),
                                row.getBoolean(3)),
                        (Object) plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Terms::id, Function.identity()));
    }

    /// Those of them who are on the lists, by any record of theirs, in one query.
    public Set<Listed> listed(Collection<Listed> asked) {
        List<Listed> several = List.copyOf(asked);
        return new HashSet<>(sql.list(
                """
                select plan_id, member_id from unnest(?::uuid[], ?::uuid[]) as asked (plan_id, member_id)
                where payer_of(plan_id, member_id) is not null
                """,
                row -> new Listed(new PlanId(row.getObject(1, UUID.class)), new MemberId(row.getObject(2, UUID.class))),
                several.stream().map(each -> each.plan().value()).toArray(UUID[]::new),
                several.stream().map(each -> each.member().value()).toArray(UUID[]::new)));
    }
}
