package vn.congdoan.vks.welfare.programme;

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

/// Keeps the support programmes of other nodes: how many and how much, and nobody on their lists.
@ApplicationScoped
class ProgrammeReplica implements Replica {

    private static final String UPSERT = Upsert.into("support_programme", "programme_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("fund_id", "fundId")
            .text("kind", "kind")
            .text("name", "name")
            .set("groups", "array(select jsonb_array_elements_text(state->'groups'))")
            .date("listed_on", "listedOn")
            .set("amount", "(state->>'amount')::bigint")
            .set("listed", "(state->>'listed')::int")
            .set("paid", "(state->>'paid')::int")
            .text("status", "status")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .instant("decided_at", "decidedAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final Programmes programmes;

    ProgrammeReplica(Sql sql, Programmes programmes) {
        this.sql = sql;
        this.programmes = programmes;
    }

    @Override
    public AggregateType type() {
        return ProgrammeState.TYPE;
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
        sql.change("delete from support_programme where programme_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, programmes::among, each -> each.id().value(), Programme::state);
    }
}
