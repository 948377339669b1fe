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

/// Keeps what other nodes answer to reorganizations. A node answers for itself alone.
@ApplicationScoped
class HomeReportReplica implements Replica {

    private static final String NODE_IS_THE_OWNERS = """
            exists (select from home where home.union_id = taken.owner and home.node = taken.state->>'node')
            """;

    private static final String UPSERT = Upsert.into("reorganization_report", "reorganization_report_id")
            .uuid("reorganization_id", "reorganizationId")
            .text("node", "node")
            .uuid("owner_union_id", "ownerUnionId")
            .text("status", "status")
            .set("refusals", "case when state->>'status' = 'REFUSED' then state->>'errors' end")
            .set("taken", "coalesce(state->'taken', '[]')")
            .instant("reported_at", "reportedAt")
            .recordedAt()
            .statement();

    private final HomeReports reports;
    private final ReorganizationViews views;
    private final Sql sql;

    HomeReportReplica(HomeReports reports, ReorganizationViews views, Sql sql) {
        this.reports = reports;
        this.views = views;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return HomeReportState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").where(NODE_IS_THE_OWNERS);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from reorganization_report where reorganization_report_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> reports.list("id.value in ?1", some),
                each -> each.id().value(),
                views::published);
    }
}
