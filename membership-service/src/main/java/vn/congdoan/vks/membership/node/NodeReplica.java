package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Homes;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps the provincial nodes that the central union registers, at a province its own among them. By them a node learns
/// which unions' records are written where, and so what it may write itself.
@ApplicationScoped
class NodeReplica implements Replica {

    private static final String UPSERT = Upsert.into("node", "node_id")
            .text("name", "name")
            .uuid("union_id", "unionId")
            .uuid("owner_union_id", "ownerUnionId")
            .text("status", "status")
            .set("inherited", "array(select jsonb_array_elements_text(state->'inherited'))::uuid[]")
            .set("suspension_reason", "case when state->>'status' = 'SUSPENDED' then kept.suspension_reason end")
            .instant("activated_at", "activatedAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    /// In one order, as whoever writes for several unions takes them.
    private static final String TOLD = """
            select node.name, node.union_id, node.inherited, node.status, node.activated_at is not null
            from %s join node on node.node_id = taken.id
            order by node.union_id
            """.formatted(TAKEN);

    private final Nodes nodes;
    private final Homes homes;
    private final Sql sql;

    NodeReplica(Nodes nodes, Homes homes, Sql sql) {
        this.nodes = nodes;
        this.homes = homes;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return NodeState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.ofCentralAlone();
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        sql.list(TOLD, Homes.Told::read, taken).forEach(homes::follow);
    }

    /// Who writes the records is not taken back with it.
    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from node where node_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> nodes.list("id.value in ?1", some),
                each -> each.id().value(),
                Node::published);
    }
}
