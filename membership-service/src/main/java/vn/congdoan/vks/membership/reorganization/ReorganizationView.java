package vn.congdoan.vks.membership.reorganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Problem;

/// A reorganization as it is shown.
@Schema(
        name = "Reorganization",
        description = "A change of the organization by decision",
        examples = ReorganizationView.EXAMPLE)
public record ReorganizationView(
        ReorganizationId id,
        @Schema(description = "The union that decides") UnitId unionId,
        ReorganizationKind kind,
        ReorganizationStatus status,

        @Schema(description = "First day on which it holds", examples = "2025-07-01")
        LocalDate effectiveDate,

        Decision decision,
        @Schema(description = "The units that it is about") List<UnitId> predecessors,

        @Schema(description = "What comes after them") List<NewReorganization.Successor> successors,

        @Schema(description = "The new unit above", nullable = true) @Nullable
        UnitId parentId,

        @Schema(description = "The new code", nullable = true) @Nullable
        String code,

        @Schema(description = "The new name", nullable = true) @Nullable
        String name,

        @Schema(description = "When it was written down", examples = "2025-06-20T02:00:00Z")
        Instant recordedAt,

        @Schema(description = "When it was done; null before", examples = "2025-06-30T17:00:00Z", nullable = true)
        @Nullable
        Instant appliedAt,

        @Schema(
                description = "When everything that it ended was closed; null before",
                examples = "2025-07-20T02:00:00Z",
                nullable = true)
        @Nullable
        Instant finalAt,

        @Schema(description = "Why it could not be done when its day had come; null otherwise", nullable = true)
        @Nullable
        Refusal refused,

        @Schema(
                description =
                        "Other nodes that have, or had, a part in it, because they write records that it concerns")
        List<Home> homes) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000701",
              "unionId": "019366a0-0000-7000-8000-000000000001",
              "kind": "MERGE",
              "status": "APPLIED",
              "effectiveDate": "2025-07-01",
              "decision": {"number": "202/2025/QH15", "date": "2025-06-12", "signer": "Quốc hội"},
              "predecessors": ["019366a0-0000-7000-8000-000000000062"],
              "successors": [
                {"unitId": "019366a0-0000-7000-8000-000000000051", "founded": null, "units": [], "members": []}
              ],
              "parentId": null,
              "code": null,
              "name": null,
              "recordedAt": "2025-06-20T02:00:00Z",
              "appliedAt": "2025-06-30T17:00:00Z",
              "finalAt": "2025-07-20T02:00:00Z",
              "refused": null,
              "homes": []
            }
            """;

    /// How far another node is with its part.
    @Schema(name = "ReorganizationHome", description = "How far another node is with its part")
    public record Home(
            @Schema(description = "The node's name", examples = "qng")
            String node,

            Progress status,

            @Schema(description = "When the node said so; null while it waits", nullable = true) @Nullable
            Instant reportedAt,

            @Schema(description = "What stands against its part")
            List<Problem.Place> errors) {

        public Home {
            errors = List.copyOf(errors);
        }
    }

    /// How far a node is with its part.
    @Schema(
            name = "ReorganizationProgress",
            description =
                    "WAITING: the node has not told yet. DONE. REFUSED: it cannot be done there as things stand; the"
                            + " node tries again every minute")
    public enum Progress {
        WAITING,
        DONE,
        REFUSED
    }

    /// Why a scheduled one was not done.
    @Schema(
            name = "ReorganizationRefusal",
            description =
                    "Why a scheduled one was not done. It is tried again every ten minutes, and can be cancelled.")
    public record Refusal(
            @Schema(description = "Since when these reasons are known", examples = "2025-06-30T17:00:01Z")
            Instant at,

            @Schema(description = "What stands against it") List<Problem.Place> errors) {

        public Refusal {
            errors = List.copyOf(errors);
        }
    }
}
