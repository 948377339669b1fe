package vn.congdoan.vks.membership.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps which accounts are whose, where another node keeps it.
@ApplicationScoped
class AccountReplica implements Replica {

    private static final String UPSERT = Upsert.into("account_link", "member_id")
            .set("issuer", "state->'principal'->>'issuer'")
            .set("subject", "state->'principal'->>'subject'")
            .set("changed_at", "recorded")
            .statement();

    private final EntityManager entities;
    private final Sql sql;

    AccountReplica(EntityManager entities, Sql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return AccountState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("memberId").record("member", "memberId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from account_link where member_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> entities.createQuery(
                                "from AccountLink link where link.memberId.value in :members", AccountLink.class)
                        .setParameter("members", some)
                        .getResultList(),
                each -> each.memberId().value(),
                AccountLink::published);
    }
}
