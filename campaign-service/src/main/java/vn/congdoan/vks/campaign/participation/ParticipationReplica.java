package vn.congdoan.vks.campaign.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.campaign.campaign.TargetReplica;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps the participations of other nodes, with their targets.
@ApplicationScoped
class ParticipationReplica implements Replica {

    private static final String KEEP = """
            insert into participation as kept (participation_id, version, owner_union_id, campaign_id, unit_id,
                joined_on, recorded_at)
            select id, version, owner, told."campaignId", told."unitId", told."joinedOn",
                coalesce(told."recordedAt", recorded)
            from %s
            cross join jsonb_to_record(state) as told("campaignId" uuid, "unitId" uuid, "joinedOn" date,
                "recordedAt" timestamptz)
            on conflict (participation_id) do update set
                version = excluded.version, campaign_id = excluded.campaign_id, unit_id = excluded.unit_id,
                joined_on = excluded.joined_on, recorded_at = least(kept.recorded_at, excluded.recorded_at)
            """.formatted(TAKEN);

    private final Sql sql;
    private final Participations participations;
    private final TargetReplica targets;

    ParticipationReplica(Sql sql, Participations participations, TargetReplica targets) {
        this.sql = sql;
        this.participations = participations;
        this.targets = targets;
    }

    @Override
    public AggregateType type() {
        return ParticipationState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(KEEP, taken);
        targets.apply("participation", taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        targets.withdraw("participation", ids);
        sql.change("delete from participation where participation_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return participations.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), Participation::state));
    }
}
