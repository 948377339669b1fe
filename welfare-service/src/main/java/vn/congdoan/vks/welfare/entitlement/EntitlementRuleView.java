package vn.congdoan.vks.welfare.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A rule as it was set.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "EntitlementRule",
        description = "What entitles the people of a union to which support",
        examples = EntitlementRuleView.EXAMPLE)
record EntitlementRuleView(
        EntitlementRuleId id,

        @Schema(description = "The union") UnitId unitId,

        EntitlementReason reason,

        @Schema(description = "To which kind of support; absent: to nothing any more", nullable = true) @Nullable
        SupportKind kind,

        @Schema(description = "The first day whose happenings it holds for", examples = "2023-01-01")
        LocalDate validFrom,

        @Schema(description = "How many days an illness must have lasted", examples = "0")
        int afterDays,

        @Schema(description = "Within how many days support is asked for", examples = "60")
        int withinDays,

        @Schema(description = "The rule that it comes from", nullable = true) @Nullable
        String legalBasis,

        Decision decision) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000c1",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "reason": "RETIRED",
              "kind": "RETIREE_GIFT",
              "validFrom": "2023-01-01",
              "afterDays": 0,
              "withinDays": 60,
              "legalBasis": "Quy chế chi tiêu nội bộ của Công đoàn VKSND tỉnh",
              "decision": {"number": "03/NQ-BCH", "date": "2022-12-20", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
