package vn.congdoan.vks.membership.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A provincial node as it is published: without why it is suspended.
///
/// @param activatedAt since when the union's records are written there, also while it is suspended; null before
public record NodeState(
        NodeId id,
        String name,
        UnitId unionId,
        NodeStatus status,
        @Nullable Instant activatedAt,
        UnitId ownerUnionId,
        Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership", "node", 1, NodeState.class, "registered", "activated", "suspended", "resumed");
}
