package vn.congdoan.vks.membership.node;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a provincial node has come.
@Schema(
        description = "PREPARING: its union's records are still written at the central node; MOVING: they are being"
                + " handed over, and nobody writes them; ACTIVE: they are written there; SUSPENDED: it may not"
                + " synchronise")
public enum NodeStatus {
    /// The union's records are still written at the central node, until they are handed over.
    PREPARING,
    /// The records are being handed over: nobody writes them.
    MOVING,
    /// The node writes the union's records.
    ACTIVE,
    /// The node may not synchronise. Who writes the records stays as it was.
    SUSPENDED
}
