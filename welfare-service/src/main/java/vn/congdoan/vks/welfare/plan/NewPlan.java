package vn.congdoan.vks.welfare.plan;

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
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What members are expected to give, to which fund, by when.
@Schema(
        description =
                "What members are expected to give: the same of everybody (`amount`), a share of the pay (`share`),"
                        + " or of each what is told later (neither)",
        examples = NewPlan.EXAMPLE)
public record NewPlan(
        @NotNull @Schema(description = "The unit whose members give, with everything below it in its union")
        UnitId unitId,

        @NotNull @Schema(description = "The fund that they give to, one of the same union")
        FundId fundId,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Name", examples = "Một ngày lương ủng hộ Quỹ phòng chống thiên tai 2022")
        String name,

        @NotNull @Schema(description = "By when", examples = "2022-10-31")
        LocalDate dueOn,

        @Min(1)
        @Max(MOST)
        @Schema(
                description = "Of each member, in đồng: all who are active today are on the list at once",
                examples = "350000",
                nullable = true)
        @Nullable
        Long amount,

        @Valid
        @Schema(description = "Which share of the pay: the list is made by telling what each is paid", nullable = true)
        @Nullable
        PayShare share) {

    /// The most that is expected of one member, and the most that one may be paid in a month: many of them can still
    /// be summed up.
    static final long MOST = 1_000_000_000_000L;

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "name": "Một ngày lương ủng hộ Quỹ phòng chống thiên tai 2022",
              "dueOn": "2022-10-31",
              "amount": 350000
            }
            """;

    void requireOneRule() {
        if (amount != null && share != null) {
            throw new Invalid("/share", "not-with-an-amount");
        }
        if (share != null && share.of() > share.per()) {
            throw new Unprocessable("/share/of", "more-than-all");
        }
    }
}
