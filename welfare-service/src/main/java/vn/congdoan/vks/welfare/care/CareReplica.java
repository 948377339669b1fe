package vn.congdoan.vks.welfare.care;

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

/// Keeps the care commitments of a union whose records move to this node; for whom they are, and what was paid, comes
/// with what stays at home.
@ApplicationScoped
class CareReplica implements Replica {

    private static final String UPSERT = Upsert.into("care_commitment", "commitment_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("kind", "kind")
            .text("beneficiary_kind", "beneficiary")
            .uuid("fund_id", "fundId")
            .set("amount", "(state->>'amount')::bigint")
            .set("every_months", "(state->>'everyMonths')::int")
            .date("first_due_on", "firstDueOn")
            .date("last_due_on", "lastDueOn")
            .set("amount_of_year", "(state->>'amountOfYear')::bigint")
            .date("written_on", "writtenOn")
            .text("status", "status")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .date("ended_on", "endedOn")
            .text("end_reason", "endReason")
            .set("paid", "(state->>'paid')::int")
            .set("left_out", "(state->>'leftOut')::int")
            .instant("decided_at", "decidedAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final CareCommitments commitments;

    CareReplica(Sql sql, CareCommitments commitments) {
        this.sql = sql;
        this.commitments = commitments;
    }

    @Override
    public AggregateType type() {
        return CareCommitmentState.TYPE;
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
        sql.change("delete from care_commitment where commitment_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, commitments::among, each -> each.id().value(), CareCommitment::state);
    }
}
