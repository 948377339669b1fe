package vn.congdoan.vks.membership.committee;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Problem;

/// A committee as it is shown.
@Schema(
        name = "Committee",
        description = "An elected body of a unit for a term, with who sits in it",
        examples = CommitteeView.EXAMPLE)
public record CommitteeView(
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
        LocalDate endedOn,

        @Schema(description = "The superior's decision; null in a draft", nullable = true) @Nullable
        Recognition recognition,

        @Schema(description = "The decision that ended it before its term", nullable = true) @Nullable
        Decision endDecision,

        @Schema(description = "Who sits, or sat, in it; with `asOf` on that day only")
        List<SeatView> seats,

        @Schema(description = "Where it differs from the rules of the first day of its term; it stands nevertheless")
        List<Problem.Place> warnings) {

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
              "endedOn": null,
              "recognition": {
                "decision": {"number": "15/QĐ-LĐLĐ", "date": "2023-03-10", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"},
                "externalBodyId": "019366a0-0000-7000-8000-000000000701",
                "unitId": null
              },
              "endDecision": null,
              "seats": [{
                "id": "019366a0-0000-7000-8000-000000000811",
                "member": {"id": "019366a0-0000-7000-8000-000000001234", "fullName": "Nguyễn Thị Minh Anh"},
                "position": "CHAIR",
                "validFrom": "2023-03-01",
                "validTo": "2028-03-01",
                "decision": null,
                "endDecision": null
              }],
              "warnings": [{"pointer": "/seats", "code": "committee-size", "detail": "Có 1 ủy viên; theo quy định là từ 3 đến 15."}]
            }
            """;
}
