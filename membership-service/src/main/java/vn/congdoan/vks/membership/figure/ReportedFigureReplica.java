package vn.congdoan.vks.membership.figure;

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

/// Keeps figures that other nodes keep, with what was done to them: without who did it.
@ApplicationScoped
class ReportedFigureReplica implements Replica {

    private static final String STEPS_ARE_OF_THE_FIGURE = """
            not exists (
                select from jsonb_to_recordset(taken.state->'steps') as told(id uuid)
                join reported_figure_step step on step.step_id = told.id
                where step.reported_figure_id <> taken.id)
            """;

    private static final String UPSERT = Upsert.into("reported_figure", "reported_figure_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("period", "period")
            .text("indicator", "indicator")
            .text("detail", "detail")
            .text("status", "status")
            .set("value", "(state->'reported'->>'value')::numeric")
            .set("qualifier", "state->'reported'->>'qualifier'")
            .set("printed", "state->'reported'->>'printed'")
            .set("source_number", "state->'reported'->'source'->>'number'")
            .set("source_date", "(state->'reported'->'source'->>'date')::date")
            .set("source_title", "state->'reported'->'source'->>'title'")
            .set("source_place", "state->'reported'->'source'->>'place'")
            .set("note", "state->'reported'->>'note'")
            .recordedAt()
            .createdAsNothing()
            .statement();

    /// What its home has lost by a restore never was.
    private static final String LOST_STEPS = """
            delete from reported_figure_step step using %s
            where step.reported_figure_id = taken.id
            and not exists (select from jsonb_to_recordset(state->'steps') as told(id uuid) where told.id = step.step_id)
            """.formatted(TAKEN);

    /// A step never changes.
    private static final String STEPS = """
            insert into reported_figure_step (step_id, reported_figure_id, kind, at, reason, value, qualifier, printed,
                source_number, source_date, source_title, source_place, note)
            select told.id, taken.id, told.kind, told.at, told.reason, (told.before->>'value')::numeric,
                told.before->>'qualifier', told.before->>'printed', told.before->'source'->>'number',
                (told.before->'source'->>'date')::date, told.before->'source'->>'title',
                told.before->'source'->>'place', told.before->>'note'
            from %s
            cross join jsonb_to_recordset(state->'steps') as told(id uuid, kind text, at timestamptz, reason text, before jsonb)
            on conflict (step_id) do nothing
            """.formatted(TAKEN);

    private final ReportedFigures figures;
    private final Sql sql;

    ReportedFigureReplica(ReportedFigures figures, Sql sql) {
        this.figures = figures;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return ReportedFigureState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").where(STEPS_ARE_OF_THE_FIGURE);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        sql.change(LOST_STEPS, taken);
        sql.change(STEPS, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from reported_figure_step where reported_figure_id = any (?)", (Object) ids);
        sql.change("delete from reported_figure where reported_figure_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, figures::whole, each -> each.id().value(), ReportedFigure::published);
    }
}
