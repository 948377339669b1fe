package vn.congdoan.vks.membership.node;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A provincial node as it is published: without why it is suspended.
///
/// @param inherited the ended unions whose records go along with those of the union, since they began to move
/// @param activatedAt since when the union's records are written there, also while it is suspended; null before
public record NodeState(
        NodeId id,
        String name,
        UnitId unionId,
        NodeStatus status,
        List<UnitId> inherited,
        @Nullable Instant activatedAt,
        UnitId ownerUnionId,
        Instant recordedAt) {

    public NodeState {
        inherited = List.copyOf(inherited);
    }

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "node",
            1,
            NodeState.class,
            "registered",
            "moving",
            "kept",
            "activated",
            "suspended",
            "resumed");
}
