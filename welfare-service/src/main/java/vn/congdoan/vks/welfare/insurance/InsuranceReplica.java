package vn.congdoan.vks.welfare.insurance;

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

/// Keeps the insurance policies of other nodes: how many they insure, and nobody on their lists.
@ApplicationScoped
class InsuranceReplica implements Replica {

    private static final String UPSERT = Upsert.into("insurance_policy", "policy_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("insurer", "insurer")
            .text("policy_number", "number")
            .text("covers", "covers")
            .date("begins_on", "validFrom")
            .date("ends_on", "validTo")
            .set("premium", "(state->>'premium')::bigint")
            .uuid("fund_id", "fundId")
            .set("insured", "(state->>'insured')::int")
            .set("endorsements", "(state->>'endorsements')::int")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final InsurancePolicies policies;

    InsuranceReplica(Sql sql, InsurancePolicies policies) {
        this.sql = sql;
        this.policies = policies;
    }

    @Override
    public AggregateType type() {
        return InsurancePolicyState.TYPE;
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
        sql.change("delete from insurance_policy where policy_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, policies::among, each -> each.id().value(), InsurancePolicy::state);
    }
}
