package vn.congdoan.vks.welfare.entitlement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What entitles the people of a union to which support.
@Schema(
        description =
                "What entitles the people of a union to which support, from a day on until its next rule for the same"
                        + " reason begins",
        examples = NewEntitlementRule.EXAMPLE)
public record NewEntitlementRule(
        @NotNull @Schema(description = "The union") UnitId unitId,

        @NotNull EntitlementReason reason,

        @Schema(
                description = "To which kind of support; absent: to nothing any more",
                examples = "RETIREE_GIFT",
                nullable = true)
        @Nullable
        SupportKind kind,

        @NotNull @Schema(description = "The first day whose happenings it holds for", examples = "2023-01-01")
        LocalDate validFrom,

        @Min(0)
        @Max(365)
        @Schema(
                description = "With LONG_ILLNESS: how many days it must have lasted; absent: none",
                examples = "30",
                nullable = true)
        @Nullable
        Integer afterDays,

        @NotNull
        @Min(1)
        @Max(730)
        @Schema(description = "Within how many days support is asked for: from then on, or before Tết", examples = "60")
        Integer withinDays,

        @Nullable
        @Size(max = 1000)
        @Schema(
                description = "The rule that it comes from",
                examples = "Quy chế chi tiêu nội bộ của Công đoàn VKSND tỉnh",
                nullable = true)
        String legalBasis,

        @NotNull @Valid Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "reason": "RETIRED",
              "kind": "RETIREE_GIFT",
              "validFrom": "2023-01-01",
              "withinDays": 60,
              "legalBasis": "Quy chế chi tiêu nội bộ của Công đoàn VKSND tỉnh",
              "decision": {"number": "03/NQ-BCH", "date": "2022-12-20", "signer": "Chủ tịch Công đoàn"}
            }
            """;

    void requireFieldsOfItsReason() {
        if (afterDays != null && !reason.mayWait()) {
            throw new Invalid("/afterDays", "not-for-this-kind");
        }
    }
}
