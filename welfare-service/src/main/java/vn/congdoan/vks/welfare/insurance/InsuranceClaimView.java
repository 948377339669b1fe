package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// A claim as the union's own people see it.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "InsuranceClaim",
        description = "What was asked of the insurer for somebody, and what came of it",
        examples = InsuranceClaimView.EXAMPLE)
record InsuranceClaimView(
        InsuranceClaimId id,
        InsurancePolicyId policyId,

        @Schema(description = "For whom") MemberId memberId,

        @Schema(description = "The day of the event", examples = "2024-05-02")
        LocalDate eventOn,

        @Schema(description = "The day of the claim", examples = "2024-05-20")
        LocalDate date,

        @Schema(description = "What was claimed, in đồng", nullable = true) @Nullable
        Long amount,

        ClaimStatus status,

        @Schema(description = "The day on which the insurer paid or refused", nullable = true) @Nullable
        LocalDate settledOn,

        @Schema(description = "What the insurer paid to the member, in đồng", nullable = true) @Nullable
        Long settled,

        @Schema(description = "When it was written down") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000091",
              "policyId": "019aa7b0-1c00-7000-8000-000000000081",
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "eventOn": "2024-05-02",
              "date": "2024-05-20",
              "amount": 5000000,
              "status": "SETTLED",
              "settledOn": "2024-06-15",
              "settled": 4500000,
              "recordedAt": "2024-05-20T02:10:00Z"
            }
            """;
}
