package vn.congdoan.vks.welfare.insurance;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A time for which the member is or was insured.
@Schema(
        name = "MyInsurance",
        description = "A time for which the member is or was insured",
        examples = MyInsuranceView.EXAMPLE)
record MyInsuranceView(
        @Schema(description = "Of the time in the policy's list")
        UUID id,

        @Schema(description = "Id of the policy") UUID policyId,

        @Schema(description = "Insurer", examples = "Bảo hiểm Minh Họa")
        String insurer,

        @Schema(description = "Number of the policy", examples = "BH-2023-0015")
        String policyNumber,

        @Schema(description = "What is insured", examples = "Tai nạn 24/24, nằm viện, phẫu thuật")
        String covers,

        @Schema(description = "The first day", examples = "2023-01-01")
        LocalDate insuredFrom,

        @Schema(description = "The day on which it ends, exclusive", examples = "2024-01-01")
        LocalDate insuredUntil,

        @Schema(description = "How often something was claimed for the member", examples = "1")
        int claims,

        @Schema(description = "What the insurer paid for that, in đồng", examples = "3000000")
        long settled) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000e1",
              "policyId": "019aa7b0-1c00-7000-8000-0000000000d1",
              "insurer": "Bảo hiểm Minh Họa",
              "policyNumber": "BH-2023-0015",
              "covers": "Tai nạn 24/24, nằm viện, phẫu thuật",
              "insuredFrom": "2023-01-01",
              "insuredUntil": "2024-01-01",
              "claims": 1,
              "settled": 3000000
            }
            """;
}
