package vn.congdoan.vks.welfare.drive;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What is collected for which occasion, into which fund, on which days.
@Schema(description = "What is collected, into which fund, on which days", examples = NewDrive.EXAMPLE)
public record NewDrive(
        @NotNull @Schema(description = "The unit that collects")
        UnitId unitId,

        @NotNull @Schema(description = "The fund that it is for, one of the same union")
        FundId fundId,

        @NotBlank @Size(max = 200) @Schema(description = "Name", examples = "Ủng hộ đồng bào miền Trung bị lũ lụt 2022")
        String name,

        @Size(max = 200)
        @Schema(
                description = "The letter or plan that calls for it",
                examples = "Kế hoạch số 12/KH-CĐVKS ngày 01/10/2022",
                nullable = true)
        @Nullable
        String legalBasis,

        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "How much is hoped for, in đồng", examples = "800000000", nullable = true)
        @Nullable
        Long goal,

        @NotNull @Schema(description = "The first day", examples = "2022-10-01")
        LocalDate opensOn,

        @NotNull @Schema(description = "The last day", examples = "2022-12-31")
        LocalDate closesOn) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "name": "Ủng hộ đồng bào miền Trung bị lũ lụt 2022",
              "legalBasis": "Kế hoạch số 12/KH-CĐVKS ngày 01/10/2022",
              "goal": 800000000,
              "opensOn": "2022-10-01",
              "closesOn": "2022-12-31"
            }
            """;

    void requireDaysInOrder() {
        if (closesOn.isBefore(opensOn)) {
            throw new Unprocessable("/closesOn", "ends-before-start");
        }
    }
}
