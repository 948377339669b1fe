package vn.congdoan.vks.membership.localsuperior;

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

/// Keeps the local superiors of unions that other nodes keep: without who signed.
@ApplicationScoped
class LocalSuperiorReplica implements Replica {

    private static final String UPSERT = Upsert.into("local_superior", "local_superior_id")
            .uuid("union_id", "unitId")
            .uuid("external_body_id", "externalBodyId")
            .date("valid_from", "validFrom")
            .date("valid_to", "validTo")
            .text("decision_number", "decisionNumber")
            .date("decision_date", "decisionDate")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final LocalSuperiors superiors;
    private final Sql sql;

    LocalSuperiorReplica(LocalSuperiors superiors, Sql sql) {
        this.superiors = superiors;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return LocalSuperiorState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from local_superior where local_superior_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> superiors.list("id.value in ?1", some),
                each -> each.id().value(),
                LocalSuperior::published);
    }
}
