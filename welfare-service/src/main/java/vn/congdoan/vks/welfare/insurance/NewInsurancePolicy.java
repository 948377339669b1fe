package vn.congdoan.vks.welfare.insurance;

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
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Which policy was concluded, with whom, for whose people.
@Schema(description = "Which policy was concluded, with whom, for whose people", examples = NewInsurancePolicy.EXAMPLE)
public record NewInsurancePolicy(
        @NotNull @Schema(description = "The unit whose members are insured, with everything below it in its union")
        UnitId unitId,

        @NotBlank @Size(max = 200) @Schema(description = "The insurer", examples = "Bảo hiểm Minh Họa")
        String insurer,

        @NotBlank @Size(max = 50) @Schema(description = "The insurer's number", examples = "BHTT-2024/001")
        String number,

        @NotBlank
        @Size(max = 1000)
        @Schema(description = "What is covered", examples = "Tai nạn 24/24, nằm viện, phẫu thuật")
        String covers,

        @NotNull @Schema(description = "The first day", examples = "2024-01-01")
        LocalDate validFrom,

        @NotNull @Schema(description = "The day after the last one", examples = "2025-01-01")
        LocalDate validTo,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT / 10_000_000)
        @Schema(description = "Premium for each person, in đồng", examples = "150000")
        Long premium,

        @Nullable
        @Schema(
                description = "The fund that pays premiums: OTHER is one of its purposes; absent where others pay them",
                nullable = true)
        FundId fundId,

        @Nullable
        @Schema(
                description = "Whether everybody is insured at once who is a member of these units on the first day",
                examples = "true",
                nullable = true)
        Boolean insureAll) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "insurer": "Bảo hiểm Minh Họa",
              "number": "BHTT-2024/001",
              "covers": "Tai nạn 24/24, nằm viện, phẫu thuật",
              "validFrom": "2024-01-01",
              "validTo": "2025-01-01",
              "premium": 150000,
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "insureAll": true
            }
            """;
}
