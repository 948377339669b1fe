package vn.congdoan.vks.membership.transfer;

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

/// Keeps transfers that other nodes keep: without who signed, and without why the receiver refused.
@ApplicationScoped
class TransferReplica implements Replica {

    /// Nobody asks for the member of another; once it is accepted the member is the receiver's.
    private static final String MEMBER_IS_THE_SENDERS = """
            taken.state->>'status' <> 'PENDING'
            or coalesce(owner_of('member', (taken.state->>'memberId')::uuid), taken.owner) = taken.owner
            """;

    private static final String UPSERT = Upsert.into("transfer", "transfer_id")
            .uuid("member_id", "memberId")
            .uuid("from_unit_id", "fromUnitId")
            .uuid("from_union_id", "ownerUnionId")
            .uuid("target_unit_id", "targetUnitId")
            .uuid("target_union_id", "targetUnionId")
            .text("status", "status")
            .date("effective_date", "effectiveDate")
            .uuid("unit_id", "unitId")
            // States that were logged before the papers were told of have a dash and the day instead.
            .set("introduction_number", "coalesce(state->>'introductionNumber', kept.introduction_number, '—')")
            .set(
                    "introduction_date",
                    "coalesce((state->>'introductionDate')::date, kept.introduction_date, (recorded at time zone 'Asia/Ho_Chi_Minh')::date)")
            .set(
                    "closed_at",
                    "case when state->>'status' <> 'PENDING' then"
                            + " coalesce((state->>'closedAt')::timestamptz, kept.closed_at, recorded) end")
            .recordedAt()
            .createdAsNothing()
            .onlyWith("recordedAt")
            .date("wished_date", "wishedDate")
            .text("decision_number", "decisionNumber")
            .date("decision_date", "decisionDate")
            .text("obstacle", "obstacle")
            // Only one of a member is pending: those before it are closed first.
            .orderBy("state->>'status' = 'PENDING'")
            .statement();

    private final Transfers transfers;
    private final Sql sql;

    TransferReplica(Transfers transfers, Sql sql) {
        this.transfers = transfers;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return TransferState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("fromUnitId").where(MEMBER_IS_THE_SENDERS);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from transfer where transfer_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> transfers.list("id.value in ?1", some),
                each -> each.id().value(),
                Transfer::published);
    }
}
