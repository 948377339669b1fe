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

/// Keeps the limits of support that other nodes keep.
@ApplicationScoped
class SupportLimitReplica implements Replica {

    private static final String UPSERT = Upsert.into("support_limit", "limit_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("kind", "kind")
            .date("valid_from", "validFrom")
            .set("chair_up_to", "(state->>'chairUpTo')::bigint")
            .set("per_case", "(state->>'perCase')::bigint")
            .set("per_person_and_year", "(state->>'perPersonAndYear')::bigint")
            .text("legal_basis", "legalBasis")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final SupportLimits limits;

    SupportLimitReplica(Sql sql, SupportLimits limits) {
        this.sql = sql;
        this.limits = limits;
    }

    @Override
    public AggregateType type() {
        return SupportLimitState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from support_limit where limit_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, limits::among, each -> each.id().value(), SupportLimit::state);
    }
}
