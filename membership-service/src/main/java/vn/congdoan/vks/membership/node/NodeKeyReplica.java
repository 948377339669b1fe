package vn.congdoan.vks.membership.node;

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

/// Keeps the public keys of the other nodes.
@ApplicationScoped
class NodeKeyReplica implements Replica {

    private static final String UPSERT = Upsert.into("node_key", "node_key_id")
            .uuid("owner_union_id", "ownerUnionId")
            .text("node", "node")
            .text("public_key", "publicKey")
            .instant("made_at", "madeAt")
            .instant("retired_at", "retiredAt")
            .statement();

    /// Nobody lets others seal to a key under the name of another node.
    private static final String OF_THE_OWNERS_NODE = """
            exists (select from home where home.union_id = taken.owner and home.node = taken.state->>'node')
            """;

    private final NodeKeys keys;
    private final Sql sql;

    NodeKeyReplica(NodeKeys keys, Sql sql) {
        this.keys = keys;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return NodeKeyState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").where(OF_THE_OWNERS_NODE);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from node_key where node_key_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, keys::published, NodeKeyState::id, each -> each);
    }
}
