package vn.congdoan.vks.welfare.care;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// For whom a union is to care regularly, with how much, out of which fund.
@Schema(
        description = "For whom a union is to care regularly, with how much, out of which fund",
        examples = NewCareCommitment.EXAMPLE)
public record NewCareCommitment(
        @NotNull @Schema(description = "The unit that cares")
        UnitId unitId,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "Name or occasion; shown inside the union only",
                examples = "Phụng dưỡng suốt đời Mẹ Việt Nam Anh hùng")
        String name,

        @NotNull @Schema(description = "What for; one of the fund's purposes", examples = "HERO_MOTHER_CARE")
        SupportKind kind,

        @NotNull @Valid Beneficiary beneficiary,

        @NotNull @Schema(description = "The fund that pays") FundId fundId,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "On each due day, in đồng", examples = "1000000")
        Long amount,

        @NotNull @Min(1) @Max(12) @Schema(description = "Due every so many months", examples = "1")
        Integer everyMonths,

        @NotNull
        @Schema(
                description = "The first due day; the others are on the same day of the month, or on the last day of a"
                        + " month that is shorter",
                examples = "2023-12-31")
        LocalDate firstDueOn,

        @Nullable
        @Schema(
                description = "The day of the request, not in the future; today if absent",
                examples = "2023-11-01",
                nullable = true)
        LocalDate date,

        @Nullable
        @Schema(
                description = "The last day on which something may be due; absent for life",
                examples = "2028-12-31",
                nullable = true)
        LocalDate lastDueOn) {

    CareSchedule schedule() {
        return new CareSchedule(firstDueOn, everyMonths, lastDueOn);
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Phụng dưỡng suốt đời Mẹ Việt Nam Anh hùng",
              "kind": "HERO_MOTHER_CARE",
              "beneficiary": {"kind": "OUTSIDE_PERSON", "name": "Nguyễn Thị Minh Họa"},
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "amount": 1000000,
              "everyMonths": 1,
              "firstDueOn": "2023-12-31"
            }
            """;
}
