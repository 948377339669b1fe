package vn.congdoan.vks.welfare.support;

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
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What a union may give for one kind of support.
@Schema(
        description =
                "What a union may give for one kind of support, from a day on until the next limit of the kind begins",
        examples = NewSupportLimit.EXAMPLE)
public record NewSupportLimit(
        @NotNull @Schema(description = "The union") UnitId unitId,

        @NotNull @Schema(description = "For which kind of support", examples = "ILLNESS")
        SupportKind kind,

        @NotNull @Schema(description = "The first day whose requests it holds for", examples = "2023-01-01")
        LocalDate validFrom,

        @NotNull
        @Min(0)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description =
                        "Up to which amount of one case the chair decides alone, in đồng; 0: the committee decides all",
                examples = "3000000")
        Long chairUpTo,

        @Nullable
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description = "The most for one case, in đồng; absent: no limit",
                examples = "10000000",
                nullable = true)
        Long perCase,

        @Nullable
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description =
                        "The most for one member and the member's relatives in a calendar year, in đồng; absent: no"
                                + " limit",
                examples = "15000000",
                nullable = true)
        Long perPersonAndYear,

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
