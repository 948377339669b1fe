package vn.congdoan.vks.membership.reorganization;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.closing.ClosingKit;

/// What has to be done until a reorganization is final.
@Schema(
        name = "ReorganizationClosing",
        description = "What has to be done until a reorganization is final: the kit of each unit that ends with it",
        examples = ReorganizationClosing.EXAMPLE)
record ReorganizationClosing(
        ReorganizationId reorganizationId,

        @Schema(description = "When it was made final; null before", nullable = true) @Nullable
        Instant finalAt,

        @Schema(description = "Whether the kits of all units are complete", examples = "false")
        boolean complete,

        @Schema(description = "One for each unit that ends; empty where none does")
        List<ClosingKit> units) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "reorganizationId": "019366a0-0000-7000-8000-000000000701",
              "finalAt": null,
              "complete": false,
              "units": [
                {
                  "unit": {"id": "019366a0-0000-7000-8000-000000000062", "code": "KTM", "name": "Công đoàn VKSND tỉnh Kon Tum", "kind": "PROVINCIAL_UNION"},
                  "endedOn": "2025-07-01",
                  "complete": false,
                  "parts": [
                    {"part": "MEMBERS_PLACED", "complete": true, "left": 0},
                    {"part": "ASSIGNMENTS_ENDED", "complete": true, "left": 0},
                    {"part": "FUNDS_EMPTY", "complete": false},
                    {"part": "CASES_CLOSED", "complete": false},
                    {"part": "DOCUMENTS_HANDED_OVER", "complete": false}
                  ],
                  "books": null
                }
              ]
            }
            """;

    static ReorganizationClosing of(ReorganizationId id, @Nullable Instant finalAt, List<ClosingKit> units) {
        return new ReorganizationClosing(id, finalAt, units.stream().allMatch(ClosingKit::complete), units);
    }
}
