package vn.congdoan.vks.membership.assignment;

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

/// Keeps assignments that other nodes keep: those of unions below, and the first ADMIN that a union above
/// granted.
@ApplicationScoped
class AssignmentReplica implements Replica {

    private static final String UPSERT = Upsert.into("assignment", "assignment_id")
            .set("issuer", "state->'principal'->>'issuer'")
            .set("subject", "state->'principal'->>'subject'")
            .text("role", "role")
            .uuid("unit_id", "unitId")
            .set("owner_union_id", "coalesce((state->>'ownerUnionId')::uuid, owner)")
            .date("valid_from", "validFrom")
            .date("valid_to", "validTo")
            .text("source", "source")
            .recordedAt()
            .createdAsNothing()
            .onlyWith("recordedAt")
            .uuid("seat_id", "seatId")
            .statement();

    private final Assignments assignments;
    private final Sql sql;

    AssignmentReplica(Assignments assignments, Sql sql) {
        this.assignments = assignments;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return AssignmentState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from assignment where assignment_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> assignments.list("id.value in ?1", some),
                each -> each.id().value(),
                Assignment::published);
    }
}
