package vn.congdoan.vks.welfare.payable;

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

/// Keeps the payables of other nodes: what is owed to whom, and how far that is.
@ApplicationScoped
class PayableReplica implements Replica {

    private static final String UPSERT = Upsert.into("payable", "payable_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("source", "source")
            .uuid("member_id", "memberId")
            .uuid("recipient_unit_id", "recipientUnitId")
            .set("amount", "(state->>'amount')::bigint")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_authority", "state->'decision'->>'authority'")
            .text("status", "status")
            .uuid("fund_id", "fundId")
            .text("purpose", "purpose")
            .uuid("promise_id", "promiseId")
            .uuid("recognition_id", "recognition")
            .date("recognised_on", "recognisedOn")
            .uuid("settlement_id", "settlement")
            .date("paid_on", "paidOn")
            .set("revocation_number", "state->'revocation'->>'number'")
            .set("revocation_date", "(state->'revocation'->>'date')::date")
            .set("revocation_authority", "state->'revocation'->>'authority'")
            .uuid("claim_id", "claim")
            .date("claimed_on", "claimedOn")
            .set("recovered", "(state->>'recovered')::bigint")
            .set("written_off", "(state->>'writtenOff')::bigint")
            .set("write_off_number", "state->'writeOff'->>'number'")
            .set("write_off_date", "(state->'writeOff'->>'date')::date")
            .set("write_off_authority", "state->'writeOff'->>'authority'")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final Payables payables;

    PayableReplica(Sql sql, Payables payables) {
        this.sql = sql;
        this.payables = payables;
    }

    @Override
    public AggregateType type() {
        return PayableState.TYPE;
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
        sql.change("delete from payable where payable_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, payables::among, each -> each.id().value(), Payable::state);
    }
}
