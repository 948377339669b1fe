package vn.congdoan.vks.welfare.support;

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

/// Keeps the support cases of a union whose records move to this node; for whom they are comes with what stays at home.
@ApplicationScoped
class SupportCaseReplica implements Replica {

    private static final String UPSERT = Upsert.into("support_case", "case_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("kind", "kind")
            .text("beneficiary_kind", "beneficiary")
            .date("requested_on", "date")
            .text("status", "status")
            .uuid("fund_id", "fundId")
            .set("proposed", "(state->>'proposed')::bigint")
            .set("approved", "(state->>'approved')::bigint")
            .set("proposed_goods", "(state->>'proposedGoods')::bigint")
            .set("approved_goods", "(state->>'approvedGoods')::bigint")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .date("paid_on", "paidOn")
            .instant("verified_at", "verifiedAt")
            .instant("proposed_at", "proposedAt")
            .instant("decided_at", "decidedAt")
            .instant("paid_at", "paidAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final SupportCases cases;

    SupportCaseReplica(Sql sql, SupportCases cases) {
        this.sql = sql;
        this.cases = cases;
    }

    @Override
    public AggregateType type() {
        return SupportCaseState.TYPE;
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
        sql.change("delete from support_case where case_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, cases::among, each -> each.id().value(), SupportCase::state);
    }
}
