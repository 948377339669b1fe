package vn.congdoan.vks.membership.reorganization;

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

/// Keeps reorganizations that other nodes decide on: without which members go where, and who ordered it. It is
/// done at home, and what it does comes with the units and the members.
@ApplicationScoped
class ReorganizationReplica implements Replica {

    /// What was asked for stays as it was said: here once it is known, else as far as it is told. What was logged
    /// before it was told of says no more than the units.
    private static final String FORM = """
            case when kept.form->'successors' is not null then kept.form
                 else jsonb_strip_nulls(jsonb_build_object('kind', state->'kind', 'effectiveDate', state->'effectiveDate',
                     'decision', jsonb_build_object('number', state->'decisionNumber',
                         'date', coalesce(state->'decisionDate', state->'effectiveDate')),
                     'predecessors', coalesce(state->'predecessors', state->'units'), 'successors', state->'successors',
                     'parentId', state->'parentId', 'code', state->'code', 'name', state->'name')) end
            """;

    private static final String UPSERT = Upsert.into("reorganization", "reorganization_id")
            .text("kind", "kind")
            .text("status", "status")
            .date("effective_date", "effectiveDate")
            .text("decision_number", "decisionNumber")
            .set(
                    "decision_date",
                    "coalesce((state->>'decisionDate')::date, kept.decision_date, (state->>'effectiveDate')::date)")
            .uuid("owner_union_id", "ownerUnionId")
            .set("units", "array(select jsonb_array_elements_text(state->'units')::uuid)")
            .set("form", FORM)
            .set(
                    "applied_at",
                    "case when state->>'status' = 'APPLIED' then"
                            + " coalesce((state->>'appliedAt')::timestamptz, kept.applied_at, recorded) end")
            .instant("final_at", "finalAt")
            .set("awaits", "array(select jsonb_array_elements_text(coalesce(state->'awaits', '[]')))")
            .set("refused_at", "(state->'refused'->>'at')::timestamptz")
            .set("refusals", "state->'refused'->>'errors'")
            // What another node has scheduled is not done here.
            .set("scheduled_by_issuer", "null")
            .set("scheduled_by_subject", "null")
            .set("scheduled_by_assignment", "null::uuid")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Reorganizations reorganizations;
    private final ReorganizationViews views;
    private final Sql sql;

    ReorganizationReplica(Reorganizations reorganizations, ReorganizationViews views, Sql sql) {
        this.reorganizations = reorganizations;
        this.views = views;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return ReorganizationState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .union("ownerUnionId")
                .units("units")
                .units("predecessors")
                .unit("parentId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from reorganization where reorganization_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> reorganizations.list("id.value in ?1", some),
                each -> each.id().value(),
                views::published);
    }
}
