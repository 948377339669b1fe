package vn.congdoan.vks.membership.committee;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;

/// A committee in a list, without who sits in it.
@Schema(description = "A committee in a list, without who sits in it", examples = CommitteeSummary.EXAMPLE)
public record CommitteeSummary(
        CommitteeId id,
        UnitRef unit,
        CommitteeKind kind,
        CommitteeStatus status,

        @Schema(description = "Name of the term", examples = "2023–2028")
        String term,

        @Schema(description = "First day of the term", examples = "2023-03-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last of the term", examples = "2028-03-01")
        LocalDate validTo,

        @Schema(description = "The first day without it, where it ended before its term", nullable = true) @Nullable
        LocalDate endedOn) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000801",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "kind": "COMMITTEE",
              "status": "RECOGNIZED",
              "term": "2023–2028",
              "validFrom": "2023-03-01",
              "validTo": "2028-03-01",
              "endedOn": null
            }
            """;
}
