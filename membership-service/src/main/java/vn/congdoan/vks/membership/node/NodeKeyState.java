package vn.congdoan.vks.membership.node;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// The public key of a node, to which others seal what is for it alone.
///
/// @param ownerUnionId the union whose node it is
/// @param publicKey X25519 (X.509, Base64)
/// @param retiredAt since when nothing is sealed to it any more; absent while something is
public record NodeKeyState(
        UUID id,
        UnitId ownerUnionId,
        String node,
        String publicKey,
        Instant madeAt,
        @Nullable Instant retiredAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "node-key", 1, NodeKeyState.class, "made", "retired");
}
