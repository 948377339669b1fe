package vn.congdoan.vks.membership.member;

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

/// Keeps change requests that other nodes keep: that there are some, and how far they have come. What they ask
/// for, and of which fields, stays at home.
@ApplicationScoped
class ChangeRequestReplica implements Replica {

    private static final String UPSERT = Upsert.into("change_request", "change_request_id")
            .uuid("member_id", "memberId")
            .uuid("owner_union_id", "ownerUnionId")
            .text("status", "status")
            .set(
                    "decided_at",
                    "case when state->>'status' <> 'WAITING' then"
                            + " coalesce((state->>'decidedAt')::timestamptz, kept.decided_at, recorded) end")
            .recordedAt()
            .inNewRows("fields", "'{}'")
            .inNewRows("asked", "''")
            .statement();

    private final ChangeRequests requests;
    private final Sql sql;

    ChangeRequestReplica(ChangeRequests requests, Sql sql) {
        this.requests = requests;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return ChangeRequestState.TYPE;
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
        sql.change("delete from change_request where change_request_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> requests.list("id.value in ?1", some),
                each -> each.id().value(),
                ChangeRequest::published);
    }
}
