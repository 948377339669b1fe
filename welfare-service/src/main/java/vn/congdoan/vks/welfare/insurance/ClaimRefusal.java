package vn.congdoan.vks.welfare.insurance;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When the insurer refused; why is between it and the member.
@Schema(name = "InsuranceClaimRefusal", description = "When the insurer refused", examples = ClaimRefusal.EXAMPLE)
public record ClaimRefusal(
        @NotNull
        @Schema(
                description = "The day of the refusal, not before the claim, not in the future",
                examples = "2024-06-15")
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2024-06-15"}
            """;
}
