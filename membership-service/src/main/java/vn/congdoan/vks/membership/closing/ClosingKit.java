package vn.congdoan.vks.membership.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;

/// What has to be done until the end of a unit is final, and how far that is.
@Schema(
        name = "ClosingKit",
        description = "What has to be done until the end of a unit is final, and how far that is",
        examples = ClosingKit.EXAMPLE)
public record ClosingKit(
        UnitRef unit,

        @Schema(description = "The first day on which it is no more; null while it stands", nullable = true) @Nullable
        LocalDate endedOn,

        @Schema(description = "Whether the unit has ended and all parts are complete", examples = "true")
        boolean complete,

        @Schema(description = "The five parts, always in this order")
        List<Part> parts,

        @Schema(description = "What was stated of its funds; null before", nullable = true) @Nullable
        Books books) {

    public ClosingKit {
        parts = List.copyOf(parts);
    }

    /// What is to be done.
    @Schema(
            name = "ClosingPartKind",
            description =
                    "MEMBERS_PLACED: no member and no applicant is left there. ASSIGNMENTS_ENDED: nobody holds a role"
                            + " there. FUNDS_EMPTY: all funds were moved, to the đồng. CASES_CLOSED: nothing else is left in the"
                            + " books. DOCUMENTS_HANDED_OVER")
    public enum PartKind {
        MEMBERS_PLACED,
        ASSIGNMENTS_ENDED,
        FUNDS_EMPTY,
        CASES_CLOSED,
        DOCUMENTS_HANDED_OVER
    }

    /// One part.
    @Schema(name = "ClosingPart", description = "One part of what has to be done")
    @JsonInclude(Include.NON_NULL)
    public record Part(
            PartKind part,

            @Schema(description = "Whether it is done", examples = "true")
            boolean complete,

            @Schema(
                    description = "How many are left; absent where only a statement or a record is missing",
                    examples = "0",
                    nullable = true)
            @Nullable
            Long left,

            @Schema(
                    description = "The closing statement (`/closing-statements/{id}`) or the record of documents"
                            + " (`/document-handovers/{id}`) that completes it; absent before",
                    nullable = true)
            @Nullable
            UUID record) {}

    /// What was stated of the unit's funds.
    @Schema(name = "ClosedBooks", description = "What was stated of the unit's funds")
    public record Books(
            @Schema(description = "The day on which it was stated", examples = "2025-07-15")
            LocalDate statedOn,

            @Schema(description = "How many funds it had", examples = "1")
            int funds,

            @Schema(description = "What they held together, in đồng, all of which moved", examples = "48500000")
            long amount,

            @Schema(
                    description = "Whether, for each, what both funds held before is what they hold after it",
                    examples = "true")
            boolean balanced) {}

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unit": {"id": "019366a0-0000-7000-8000-000000000062", "code": "KTM", "name": "Công đoàn VKSND tỉnh Kon Tum", "kind": "PROVINCIAL_UNION"},
              "endedOn": "2025-07-01",
              "complete": true,
              "parts": [
                {"part": "MEMBERS_PLACED", "complete": true, "left": 0},
                {"part": "ASSIGNMENTS_ENDED", "complete": true, "left": 0},
                {"part": "FUNDS_EMPTY", "complete": true, "record": "019aa7b0-1c00-7000-8000-000000000095"},
                {"part": "CASES_CLOSED", "complete": true, "record": "019aa7b0-1c00-7000-8000-000000000095"},
                {"part": "DOCUMENTS_HANDED_OVER", "complete": true, "record": "019366a0-0000-7000-8000-000000000721"}
              ],
              "books": {"statedOn": "2025-07-15", "funds": 1, "amount": 48500000, "balanced": true}
            }
            """;
}
