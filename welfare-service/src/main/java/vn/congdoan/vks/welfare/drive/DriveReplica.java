package vn.congdoan.vks.welfare.drive;

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

/// Keeps the drives of other nodes, without their pledges.
@ApplicationScoped
class DriveReplica implements Replica {

    private static final String UPSERT = Upsert.into("drive", "drive_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("fund_id", "fundId")
            .text("name", "name")
            .text("legal_basis", "legalBasis")
            .set("goal", "(state->>'goal')::bigint")
            .date("opens_on", "opensOn")
            .date("closes_on", "closesOn")
            .set("pledged", "(state->>'pledged')::bigint")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final Sql sql;
    private final Drives drives;

    DriveReplica(Sql sql, Drives drives) {
        this.sql = sql;
        this.drives = drives;
    }

    @Override
    public AggregateType type() {
        return DriveState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").record("fund", "fundId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from drive where drive_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, drives::among, each -> each.id().value(), Drive::state);
    }
}
