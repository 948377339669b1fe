package vn.congdoan.vks.platform.sync;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a province's node and the central one have each other's records, as it is shown at both.
@Schema(
        name = "NodeProgress",
        description = "How far a province's node and the central one have each other's records, of one service",
        examples = NodeProgress.EXAMPLE)
public record NodeProgress(
        @Schema(description = "Name of the province's node", examples = "qng")
        String node,

        @Schema(
                description = "When the other end spoke last, to the minute; null: never",
                examples = "2026-12-01T02:42:00Z",
                nullable = true)
        @Nullable
        Instant lastContact,

        @Schema(description = "From the province to the central node")
        Way up,

        @Schema(description = "From the central node to the province")
        Way down) {

    /// One direction.
    @Schema(
            name = "WayProgress",
            description =
                    "One direction. Where the sender is asked, it is exact. The receiver knows what the sender said"
                            + " when it spoke last: while the link is cut, 0 means that all was taken until then.",
            examples = Way.EXAMPLE)
    public record Way(
            @Schema(
                    description = "Up to where the receiver has the sender's log; null: it took nothing yet",
                    examples = "1284",
                    nullable = true)
            @Nullable
            Long position,

            @Schema(description = "The last position of the sender's log; null: not known", nullable = true) @Nullable
            Long head,

            @Schema(
                    description =
                            "Positions between both, of which some may not be for the receiver; null: not known, or"
                                    + " the sender was restored since and both have not spoken",
                    examples = "0",
                    nullable = true)
            @Nullable
            Long lagChanges,

            @Schema(
                    description =
                            "At the sender: the age of the oldest change that the receiver has not got. At the"
                                    + " receiver: since when it has been behind without a break. 0: not behind; null: not known",
                    examples = "0",
                    nullable = true)
            @Nullable
            Long lagSeconds,

            @Schema(description = "Changes in the receiver's quarantine", examples = "0")
            int quarantined) {

        static final String EXAMPLE = """
                {"position": 1284, "head": 1284, "lagChanges": 0, "lagSeconds": 0, "quarantined": 0}
                """;
    }

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "node": "qng",
              "lastContact": "2026-12-01T02:42:00Z",
              "up": {"position": 1284, "head": 1284, "lagChanges": 0, "lagSeconds": 0, "quarantined": 0},
              "down": {"position": 20412, "head": 20415, "lagChanges": 3, "lagSeconds": 2, "quarantined": 0}
            }
            """;
}
