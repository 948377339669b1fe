package vn.congdoan.vks.membership.node;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A provincial node as it is shown.
@Schema(name = "Node", description = "A node of the system that a provincial union has", examples = NodeView.EXAMPLE)
public record NodeView(
        NodeId id,

        @Schema(description = "Its name, which stands in every change that is made there", examples = "qng")
        String name,

        @Schema(description = "The union whose node it is") UnitId unionId,

        NodeStatus status,

        @Schema(
                description = "Why it is suspended; null while it is not, and where the node itself is asked",
                examples = "Máy chủ của tỉnh bị xâm nhập",
                nullable = true)
        @Nullable
        String suspensionReason,

        @Schema(
                description = "Since when the union's records are written there; null before",
                examples = "2026-12-01T02:30:00Z",
                nullable = true)
        @Nullable
        Instant activatedAt,

        @Schema(description = "When it was registered", examples = "2026-12-01T02:30:00Z")
        Instant recordedAt) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000901",
              "name": "qng",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "status": "ACTIVE",
              "suspensionReason": null,
              "activatedAt": "2026-12-01T02:30:00Z",
              "recordedAt": "2026-12-01T02:30:00Z"
            }
            """;
}
