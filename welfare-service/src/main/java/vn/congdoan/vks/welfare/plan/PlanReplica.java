package vn.congdoan.vks.welfare.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps the contribution plans of other nodes: of how many how much is expected, and nobody on their lists.
@ApplicationScoped
class PlanReplica implements Replica {

    private static final String UPSERT = Upsert.into("contribution_plan", "plan_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("fund_id", "fundId")
            .text("name", "name")
            .date("due_on", "dueOn")
            .set("amount", "(state->>'amount')::bigint")
            .set("share_of", "(state->'share'->>'of')::int")
            .set("share_per", "(state->'share'->>'per')::int")
            .set("expected_members", "(state->>'expectedMembers')::int")
            .set("expected_amount", "(state->>'expectedAmount')::bigint")
            .text("status", "status")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final ContributionPlans plans;

    PlanReplica(Sql sql, ContributionPlans plans) {
        this.sql = sql;
        this.plans = plans;
    }

    @Override
    public AggregateType type() {
        return PlanState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").record("fund", "fundId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from contribution_plan where plan_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, plans::among, each -> each.id().value(), ContributionPlan::state);
    }
}
