package vn.congdoan.vks.membership.localsuperior;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// A union's local superior as it is shown.
@Schema(
        name = "LocalSuperior",
        description = "Which external body a union is under besides its place in the sector line, from one day until"
                + " another",
        examples = LocalSuperiorView.EXAMPLE)
public record LocalSuperiorView(
        LocalSuperiorId id,
        UnitId unitId,
        ExternalBodyRef externalBody,

        @Schema(description = "The first day under this superior", examples = "2023-03-01")
        LocalDate validFrom,

        @Schema(description = "The first day under the next one; null while there is none", nullable = true) @Nullable
        LocalDate validTo,

        @Schema(description = "The decision that it rests on; null where none was told", nullable = true) @Nullable
        Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000751",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "externalBody": {
                "id": "019366a0-0000-7000-8000-000000000701",
                "kind": "PROVINCIAL_CONFEDERATION_OF_LABOUR",
                "name": "Liên đoàn Lao động tỉnh Quảng Ngãi"
              },
              "validFrom": "2023-03-01",
              "validTo": null,
              "decision": {"number": "12/QĐ-LĐLĐ", "date": "2023-02-14", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"}
            }
            """;
}
