package vn.congdoan.vks.membership.node;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All provincial nodes that there ever were.
@ApplicationScoped
class Nodes implements PanacheRepositoryBase<Node, NodeId> {

    /// The node, or 404.
    Node require(NodeId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same node waits, and then sees that it has another version.
    Node requireToChange(NodeId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    boolean haveName(String name) {
        return count("name", name) > 0;
    }

    boolean haveUnion(UnitId union) {
        return count("unionId", union) > 0;
    }
}
