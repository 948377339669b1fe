package vn.congdoan.vks.platform.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comparison as it is shown.
@Schema(
        name = "Comparison",
        description = "What a node has of its own records, compared with what the central node has of them",
        examples = ComparisonView.EXAMPLE)
public record ComparisonView(
        UUID id,

        @Schema(description = "Name of the node", examples = "qng")
        String node,

        @Schema(description = "When it was asked for") Instant askedAt,

        @Schema(description = "When the node began; null while it waits for the link", nullable = true) @Nullable
        Instant begunAt,

        @Schema(description = "When everything was compared; null before", nullable = true) @Nullable
        Instant endedAt,

        @Schema(description = "How many records the node has; null before the end", examples = "1894", nullable = true)
        @Nullable
        Long records,

        @Schema(description = "How many differ, at most 5000; null before the end", examples = "1", nullable = true)
        @Nullable
        Long differences,

        @Schema(description = "The first 200 of them; in a list null", nullable = true) @Nullable
        List<Difference> found) {

    static final int SHOWN = 200;

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000006",
              "node": "qng",
              "askedAt": "2026-12-01T02:30:00Z",
              "begunAt": "2026-12-01T02:30:05Z",
              "endedAt": "2026-12-01T02:30:07Z",
              "records": 1894,
              "differences": 1,
              "found": [{
                "aggregateType": "member",
                "aggregateId": "019aa7b0-1c00-7000-8000-000000000001",
                "difference": "DIFFERENT",
                "nodeVersion": 4,
                "centralVersion": 3
              }]
            }
            """;

    static ComparisonView of(Comparisons.Row row, @Nullable List<Difference> found) {
        return new ComparisonView(
                row.id(),
                row.node(),
                row.askedAt(),
                row.begunAt(),
                row.endedAt(),
                row.records(),
                row.differences(),
                found);
    }
}
