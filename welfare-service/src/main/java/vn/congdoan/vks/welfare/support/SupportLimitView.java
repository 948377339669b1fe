package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A limit of support as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "SupportLimit",
        description =
                "What a union may give for one kind of support, from a day on until the next limit of the kind begins",
        examples = SupportLimitView.EXAMPLE)
record SupportLimitView(
        SupportLimitId id,

        @Schema(description = "The union") UnitId unitId,

        @Schema(description = "For which kind of support", examples = "ILLNESS")
        SupportKind kind,

        @Schema(description = "The first day whose requests it holds for", examples = "2023-01-01")
        LocalDate validFrom,

        @Schema(description = "Up to which amount of one case the chair decides alone, in đồng", examples = "3000000")
        long chairUpTo,

        @Schema(description = "The most for one case, in đồng", nullable = true) @Nullable
        Long perCase,

        @Schema(
                description = "The most for one member and the member's relatives in a calendar year, in đồng",
                nullable = true)
        @Nullable
        Long perPersonAndYear,

        @Schema(description = "The rule that it comes from", nullable = true) @Nullable
        String legalBasis,

        @Schema(description = "The committee's resolution by which it was set")
        Decision decision) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000051",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "ILLNESS",
              "validFrom": "2023-01-01",
              "chairUpTo": 3000000,
              "perCase": 10000000,
              "perPersonAndYear": 15000000,
              "legalBasis": "Quy chế chi tiêu nội bộ của Công đoàn VKSND tỉnh",
              "decision": {"number": "02/NQ-BCH", "date": "2022-12-20", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
