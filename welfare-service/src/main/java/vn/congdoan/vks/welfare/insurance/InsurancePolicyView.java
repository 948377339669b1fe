package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;

/// An insurance policy as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "InsurancePolicy",
        description = "Group insurance of the members of some units, with what it costs",
        examples = InsurancePolicyView.EXAMPLE)
record InsurancePolicyView(
        InsurancePolicyId id,

        @Schema(description = "The unit whose members are insured")
        UnitId unitId,

        @Schema(description = "The insurer", examples = "Bảo hiểm Minh Họa")
        String insurer,

        @Schema(description = "The insurer's number", examples = "BHTT-2024/001")
        String number,

        @Schema(description = "What is covered", examples = "Tai nạn 24/24, nằm viện, phẫu thuật")
        String covers,

        @Schema(description = "The first day", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last one", examples = "2025-01-01")
        LocalDate validTo,

        @Schema(description = "Premium for each person, in đồng", examples = "150000")
        long premium,

        @Schema(description = "The fund that pays premiums", nullable = true) @Nullable
        FundId fundId,

        @Schema(description = "How many are insured until the policy ends", examples = "63")
        int insured,

        @Schema(description = "The premium of all of these, in đồng", examples = "9450000")
        long expectedPremium,

        @Schema(
                description = "What the fund has paid, in đồng; entries that were taken back do not count. Absent where"
                        + " the policy is written at another node",
                examples = "9450000",
                nullable = true)
        @Nullable
        Long paidPremium,

        @Schema(description = "How often the insurer was told of changes", examples = "2")
        int endorsements,

        @Schema(description = "When it was written down") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000081",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "insurer": "Bảo hiểm Minh Họa",
              "number": "BHTT-2024/001",
              "covers": "Tai nạn 24/24, nằm viện, phẫu thuật",
              "validFrom": "2024-01-01",
              "validTo": "2025-01-01",
              "premium": 150000,
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "insured": 63,
              "expectedPremium": 9450000,
              "paidPremium": 9450000,
              "endorsements": 2,
              "recordedAt": "2024-01-02T02:10:00Z"
            }
            """;
}
