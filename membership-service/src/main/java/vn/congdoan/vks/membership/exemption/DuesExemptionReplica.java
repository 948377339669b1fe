package vn.congdoan.vks.membership.exemption;

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

/// Keeps exemptions that other nodes keep: who need not pay on which days. Why is not told.
@ApplicationScoped
class DuesExemptionReplica implements Replica {

    private static final String UPSERT = Upsert.into("dues_exemption", "dues_exemption_id")
            .uuid("member_id", "memberId")
            .uuid("owner_union_id", "ownerUnionId")
            .date("valid_from", "validFrom")
            .date("valid_to", "validTo")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final DuesExemptions exemptions;
    private final Sql sql;

    DuesExemptionReplica(DuesExemptions exemptions, Sql sql) {
        this.exemptions = exemptions;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return DuesExemptionState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .union("ownerUnionId")
                .record("member", "memberId")
                .thatCanBeGiven();
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from dues_exemption where dues_exemption_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> exemptions.list("id.value in ?1", some),
                each -> each.id().value(),
                DuesExemption::published);
    }
}
