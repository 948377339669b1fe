package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps the campaigns of other nodes, with their targets.
@ApplicationScoped
class CampaignReplica implements Replica {

    private static final String NAMES = "select id, state->>'name', state->>'theme' from " + TAKEN;

    private static final String KEEP = """
            insert into campaign as kept (campaign_id, version, owner_union_id, unit_id, kind, status, name, theme,
                legal_basis, starts_on, ends_on, scope_unit_ids, launched_on, searchable, created_as, recorded_at)
            select id, version, owner, told."unitId", told.kind, told.status, told.name, told.theme,
                told."legalBasis", told."startsOn", told."endsOn", told."scopeUnitIds", told."launchedOn",
                derived.searchable, '', coalesce(told."recordedAt", recorded)
            from %s
            cross join jsonb_to_record(state) as told("unitId" uuid, kind text, status text, name text, theme text,
                "legalBasis" text, "startsOn" date, "endsOn" date, "scopeUnitIds" uuid[], "launchedOn" date,
                "recordedAt" timestamptz)
            join unnest(?::uuid[], ?::text[]) as derived(id, searchable) using (id)
            on conflict (campaign_id) do update set
                version = excluded.version, unit_id = excluded.unit_id, kind = excluded.kind,
                status = excluded.status, name = excluded.name, theme = excluded.theme,
                legal_basis = excluded.legal_basis, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                scope_unit_ids = excluded.scope_unit_ids, launched_on = excluded.launched_on,
                searchable = excluded.searchable, recorded_at = least(kept.recorded_at, excluded.recorded_at)
            """.formatted(TAKEN);

    private final Sql sql;
    private final Campaigns campaigns;
    private final TargetReplica targets;

    CampaignReplica(Sql sql, Campaigns campaigns, TargetReplica targets) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.targets = targets;
    }

    /// What a search for a campaign looks at.
    private record Derived(UUID id, String searchable) {}

    @Override
    public AggregateType type() {
        return CampaignState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").units("scopeUnitIds");
    }

    @Override
    public void apply(String taken) {
        List<Derived> derived = sql.list(
                NAMES,
                row -> new Derived(
                        row.getObject(1, UUID.class), Campaign.searchable(row.getString(2), row.getString(3))),
                taken);
        sql.change(
                KEEP,
                taken,
                derived.stream().map(Derived::id).toArray(UUID[]::new),
                derived.stream().map(Derived::searchable).toArray(String[]::new));
        targets.apply("campaign", taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        targets.withdraw("campaign", ids);
        sql.change("delete from campaign where campaign_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return campaigns.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), Campaign::state));
    }
}
