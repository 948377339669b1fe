package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps the commitments of other nodes. What a member of theirs wrote stays there.
@ApplicationScoped
class CommitmentReplica implements Replica {

    /// As far as the member is known here.
    private static final String MEMBER_IS_THE_OWNERS = """
            not exists (select from directory_member member
                        where member.member_id = (taken.state->>'memberId')::uuid
                        and member.owner_union_id <> taken.owner)
            """;

    private static final String KEEP = """
            insert into commitment as kept (commitment_id, version, owner_union_id, campaign_id, unit_id, member_id,
                text, deadline, registered_on, created_as, recorded_at)
            select id, version, owner, told."campaignId", told."unitId", told."memberId", told.text, told.deadline,
                told."registeredOn", '', coalesce(told."recordedAt", recorded)
            from %s
            cross join jsonb_to_record(state) as told("campaignId" uuid, "unitId" uuid, "memberId" uuid, text text,
                deadline date, "registeredOn" date, "recordedAt" timestamptz)
            on conflict (commitment_id) do update set
                version = excluded.version, campaign_id = excluded.campaign_id, unit_id = excluded.unit_id,
                member_id = excluded.member_id, text = coalesce(excluded.text, kept.text),
                deadline = excluded.deadline, registered_on = excluded.registered_on,
                recorded_at = least(kept.recorded_at, excluded.recorded_at)
            """.formatted(TAKEN);

    private final Sql sql;
    private final Commitments commitments;

    CommitmentReplica(Sql sql, Commitments commitments) {
        this.sql = sql;
        this.commitments = commitments;
    }

    @Override
    public AggregateType type() {
        return CommitmentState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").where(MEMBER_IS_THE_OWNERS);
    }

    @Override
    public void apply(String taken) {
        sql.change(KEEP, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from commitment where commitment_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return commitments.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), Commitment::state));
    }
}
